// What the build embeds of an extension's folder gui/.
#pragma once

#include <array>

#include "tenon/word/header_literal.hpp"
#include "tenon/word/literal.hpp"

namespace tenon {

struct gui_file {
  literal path;                 // where it answers: `/greeter/app.js`, below the mount
  header_literal content_type;  // by the ending of its name
  literal tag;                  // of its content, as an ETag has it
  literal content;
};

// The build specialises it for an extension that has such a folder.
template <class Extension>
inline constexpr std::array<gui_file, 0> gui_files{};

}  // namespace tenon
