// Puts a file that came with a call where it belongs.
#pragma once

#include <span>
#include <string>

#include "driver_call.hpp"
#include "tenon/reflect/type.hpp"

namespace tenon_drivers {

// `to` has been read already, with an empty file there. `where` leads on from `place`. False: that is no place for a
// file.
[[nodiscard]] bool put_file(const tenon::reflect::slot& place, void* to, std::span<const std::string> where,
                            const sent_file& file);

}  // namespace tenon_drivers
