// What is thrown where a bundle cannot be read at all, and where one of its files cannot.
#pragma once

#include <string>
#include <string_view>

#include "tenon/word/error.hpp"

namespace tenon::form {

[[noreturn]] inline void refuse_bundle(std::string_view why) {
  throw error(error_type::invalid_request, std::string("failed to open bundle: ").append(why));
}

inline constexpr std::string_view larger_than_allowed = "it is larger than 4 MiB";
inline constexpr std::string_view more_than_allowed = "it has more than 100000 entries";

[[noreturn]] inline void refuse_file(std::string_view why) {
  throw error(error_type::invalid_request, std::string(why));
}

}  // namespace tenon::form
