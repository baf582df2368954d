// Changes inside of a JSON text, at paths of keys.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::json {

// Keys with periods between them, `score.total`; empty: the whole value. And what is done there.
using path_and_text = std::pair<std::string, std::string>;
using paths_and_texts = std::vector<path_and_text>;

// Adds to each number. Where nothing stands, or null, it is taken for 0, and the objects around it are made. `text` is
// JSON, or empty for nothing; the second of each pair is a JSON number. Whole numbers stay whole, and where signed 64
// bits do not hold the sum it is refused. What is not named is written again as it was, to the digit. Throws
// tenon::error (invalid_request) where something else than a number, or than an object around it, stands in the way, or
// where the result would be more than 32 deep or have a key that is not UTF-8, which json::document does not read;
// nothing is changed then.
[[nodiscard]] std::string increased(std::string_view text, const paths_and_texts& by);

// Puts a value, which is JSON, in each place; likewise.
[[nodiscard]] std::string replaced(std::string_view text, const paths_and_texts& with);

// Puts a value, or each of a list of them, behind those of the list in each place; one is made where nothing stands, or
// null. Throws also where something else than a list stands there.
[[nodiscard]] std::string appended(std::string_view text, const paths_and_texts& with);

// Takes away what stands at each path; where nothing stands, nothing is done. Throws where a path is none, or empty.
[[nodiscard]] std::string removed(std::string_view text, std::span<const std::string> paths);

}  // namespace tenon::json
