// A file that is read whole, and written so that, whatever happens meanwhile, the old or the new one stands there
// whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon::settings {

// None: it cannot be read, and `why` has what the system says.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, std::string& why);

// What the name of a file ends with that is not whole yet. Where one stands and nobody writes, it was left by a program
// that was killed, and is nobody's.
inline constexpr std::string_view draft_ending = ".new";

// When it returns, the new content survives a power cut. Only the owner may read the file. Empty: it is written; else
// why not, as the system says it, and the old one stands. Where the disk fails at the very end, either may stand there.
[[nodiscard]] std::string replace_file(const std::string& path, std::string_view content);

// When it returns, the names in the folder of that file survive a power cut. Empty, or why they may not. A file system
// that cannot do this has done its best.
[[nodiscard]] std::string keep_names_beside(const std::string& path);

}  // namespace tenon::settings
