// What an extension is written with, from the one header that says so.
#include "tenon/extension.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace tenon::literals;

struct author {
  static constexpr auto manifest = tenon::manifest{.name = "author", .version = "1.0.0"};
  struct settings {
    tenon::secret<std::string> key{};
    tenon::byte_size limit = 8_MiB;
    tenon::restart<int> threads = 1;
    tenon::field<std::chrono::seconds, {.doc = "How long to wait.", .min = "1s"}> patience = std::chrono::seconds(10);
    tenon::timestamp since{};
    tenon::json::raw anything{};
  };
  explicit author(const tenon::boot<author>&) {}
  static std::vector<std::string> check(const settings&, const tenon::environment&) { return {}; }
  tenon::response on_get(const tenon::request&) { return tenon::response::empty(); }
};

TEST(authors_door, has_every_word_and_concept_that_an_extension_is_written_with) {
  EXPECT_TRUE(tenon::Extension<author>);
  EXPECT_EQ(author::manifest.name, "author");
  EXPECT_TRUE(tenon::HasSettings<author>);
  EXPECT_TRUE(tenon::ChecksSettings<author>);
  EXPECT_TRUE(tenon::TakesBoot<author>);
  EXPECT_TRUE(tenon::WebHandler<author>);
  EXPECT_TRUE(tenon::OnGet<author>);
  EXPECT_FALSE(tenon::OnPost<author>);
}

}  // namespace
