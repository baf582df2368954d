// A door that lets in less than what forms ask for.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "stage.hpp"

namespace {

// Stands where `http` stands.
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0"};
  struct exports {
    static inline std::uint64_t lets_in = 0;
    static std::uint64_t longest_body() { return lets_in; }
  };
  exports& exported() { return given_; }
  exports given_{};
};

std::string said_behind_a_door_of(std::uint64_t mebibytes, const std::string& type_and_format) {
  stage::scene on(R"({"type": "object", "properties": {"find": )" + type_and_format + "}}");
  door::exports::lets_in = mebibytes << 20U;
  tenon::testing::harness<forms, door> started(forms::settings{.bundle = on.root().string()});
  std::string out;
  for (const tenon::testing::log_line& one : started.logs())
    if (stage::has(one.message, "http.body_limit")) out += one.message + '\n';
  return out;
}

TEST(narrow_door, is_warned_of_where_a_form_asks_for_files) {
  constexpr const char* photo = R"({"type": "object", "format": "photo"})";
  EXPECT_EQ(said_behind_a_door_of(1, photo),
            "a form may bring files of 16 MiB (forms.files_max_size), and http.body_limit lets in 1 MiB: whoever sends "
            "a larger photo gets 413. Let them in with --set http.body_limit=17MiB, which each connection may take of "
            "the memory, or set forms.files_max_size lower\n");
  EXPECT_EQ(said_behind_a_door_of(17, photo), "");
  EXPECT_EQ(said_behind_a_door_of(1, R"({"type": "string"})"), "");
}

}  // namespace
