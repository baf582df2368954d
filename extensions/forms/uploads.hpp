// Files that come with a form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/function/filling.hpp"
#include "tenon/word/log.hpp"

namespace tenon_forms {

// What points, points into the body.
struct sent_file {
  std::string question{};  // its field
  std::string name{};      // as its sender calls it: a text for people, and never a path
  std::string_view bytes{};
  std::string sha256{};  // of them, which may be many: found once
};
struct sent_parts {
  std::vector<std::pair<std::string, std::string>> fields{};
  std::vector<sent_file> files{};
};

// Of a body in multipart/form-data. A file that was not chosen is none. None, and `problem` says why.
[[nodiscard]] std::optional<sent_parts> parts_in(std::string_view content_type, std::string_view body,
                                                 std::string& problem);
// Of all fields together, without the files.
[[nodiscard]] std::size_t bytes_of_fields(const sent_parts& of) noexcept;
// The same for whatever says the same: a browser takes another boundary each time.
[[nodiscard]] std::string told_apart_by(const sent_parts& of);

struct upload_limits {
  std::uint64_t of_one = 0, of_all = 0;  // bytes
};

// The door refuses what is longer than its own limit before anybody looks for files in it: then `most` promises more
// than is let in.
void warn_of_narrow_door(std::uint64_t longest_body, const upload_limits& most, const tenon::log& log);

// One that is good, and belongs to a question.
struct upload {
  std::size_t question = 0;  // its number
  std::string id{};
  std::string name{};
  std::string_view type{};  // of those that media_type.hpp knows
  std::string sha256{};
  std::string_view bytes{};
};

// What is wrong with a file, said when it is known which questions are asked.
struct upload_problem {
  std::size_t question = 0;
  std::string why{};
};

struct uploads {
  std::vector<upload> good{};
  std::vector<upload_problem> wrong{};
};

// Puts to the answers what their data say of the files: {"id", "name", "sha256", "size", "type"}, or, of a question
// whose schema wants a text, the id. A file that nobody asked for is a problem of the form.
[[nodiscard]] uploads take_files(const tenon::form::form_plan& plan, const std::vector<sent_file>& all,
                                 const upload_limits& most, tenon::form::filling& to);

// When it is known what the rules show: what is wrong becomes problems, what is hidden goes, and the rest is there by
// its name where the form comes back.
void settle_files(uploads& of, tenon::form::filling& to);

}  // namespace tenon_forms
