#include "../health.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>

#include "tenon/composition/extension_facts.hpp"

namespace {

// As much of a context as the extension asks for.
struct fake_context {
  static constexpr std::array<tenon::extension_facts, 2> facts{
      tenon::extension_facts{.manifest = {.name = "http", .version = "1.0.0"}},
      tenon::extension_facts{.manifest = {.name = "notes", .version = "1.0.0"}}};
  std::array<tenon::status_record, 2> records{};
  bool is_ready = true;

  fake_context() {
    for (tenon::status_record& one : records) one.status = tenon::extension_status::ok;
  }
  [[nodiscard]] std::span<const tenon::extension_facts> extensions() const { return facts; }
  [[nodiscard]] const tenon::status_record& status_of(std::size_t i) const { return records[i]; }
  [[nodiscard]] bool ready() const { return is_ready; }
};

TEST(health, says_that_it_lives_whatever_the_others_do) { EXPECT_EQ(health().handle(health::alive(), {}).status, 200); }

TEST(health, is_ready_when_every_extension_is) {
  fake_context ctx;
  const tenon::response answer = health().handle(health::ready(), {}, ctx);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body.view(), R"({"status":"ready"})");
}

TEST(health, names_the_extension_that_is_not_ready) {
  fake_context ctx;
  ctx.records[1].status = tenon::extension_status::fault;
  const tenon::response answer = health().handle(health::ready(), {}, ctx);
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.body.view(), R"({"status":"not ready","extensions":[{"name":"notes","status":"fault"}]})");
}

TEST(health, is_not_ready_while_the_program_goes_down) {
  fake_context ctx;
  ctx.is_ready = false;
  EXPECT_EQ(health().handle(health::ready(), {}, ctx).status, 503);
}

}  // namespace
