// The built-in renderers of questions that are answered with a file. A browser does them without a script.
#pragma once

#include <string_view>

#include "tenon/concepts/renderer.hpp"
#include "tenon/form/render/element.hpp"

namespace tenon::form {

// Whether a question of that format is one where an answer is a file.
[[nodiscard]] bool is_format_of_files(std::string_view format) noexcept;

namespace built_in {

// They draw questions of files (element::is_file); what else calls itself so is nothing that they can do.
struct photo {
  static constexpr auto renderer = tenon::renderer{.format = "photo", .doc = "A photo, by the camera of a phone."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct image {
  static constexpr auto renderer = tenon::renderer{.format = "image", .doc = "A file with a picture."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct signature {
  static constexpr auto renderer =
      tenon::renderer{.format = "signature", .doc = "A picture, drawn where a script may run."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct audio {
  static constexpr auto renderer = tenon::renderer{.format = "audio", .doc = "A file with sound."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct video {
  static constexpr auto renderer = tenon::renderer{.format = "video", .doc = "A file with moving pictures."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};
struct select_file {
  static constexpr auto renderer = tenon::renderer{.format = "select_file", .doc = "A file of any kind."};
  static int test(const element& asked);
  static void render(const element& asked, canvas& to);
};

}  // namespace built_in

}  // namespace tenon::form
