#include "../hello.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tenon/testing/harness.hpp>

#include "../hello_importer.hpp"

using namespace tenon::literals;
using tenon::testing::harness;

TEST(hello, greets_whom_a_function_is_told_to) {
  harness<hello> on;
  EXPECT_EQ(on.call("helloWorld"_fn, {.subject = "Ada"}), "Hello, Ada!");
  EXPECT_EQ(on.call("helloWorld"_fn), "Hello, World!");
}

TEST(hello, greets_as_a_driver) {
  harness<hello> on(hello::settings{.greeting = "Hi"});
  EXPECT_EQ(on.call(no_frills{}, greets::greet{.subject = "Ada"}), "Hi, Ada!");
  EXPECT_EQ(on.call(no_frills{}, greets::greet{}), "Hi, World!");
  EXPECT_EQ(on.call(no_frills{}, greets::greet{.subject = "%config%"}), R"({"greeting":"Hi"})");
  EXPECT_THROW(static_cast<void>(on.call(no_frills{}, greets::greet{.subject = "%fail%"})), tenon::error);
}

TEST(hello, greets_on_its_page_with_the_word_that_is_set) {
  harness<hello> on(hello::settings{.greeting = "Hi"});
  EXPECT_EQ(on.get("/hello?subject=Dave+Bowman").body.view(), "Hi, Dave Bowman!");
  on.change(R"({"greeting": "Welcome"})");
  EXPECT_EQ(on.get("/hello").body.view(), "Welcome, World!");
}

TEST(hello, greets_at_the_console) {
  harness<hello> on;
  EXPECT_EQ(on.exec("hello:say-hello", {"Dave"}).printed, "Hello, Dave\n");
  EXPECT_EQ(on.exec("hello:say-hello").printed, "Hello, World\n");
}

// A fake of hello, of which its importer needs what it exports.
struct fake_hello {
  static constexpr auto manifest = tenon::manifest{.name = "hello", .version = "1.0.0"};
  using exports = hello::exports;
  exports& exported() { return greet; }
  exports greet = [](std::string_view subject) { return std::string("Hello, ").append(subject); };
};

TEST(hello_importer, is_greeted_as_it_starts) {
  harness<hello_importer, fake_hello> on;
  bool greeted = false;
  for (const tenon::testing::log_line& one : on.logs()) greeted = greeted || one.message == "Hello, importer";
  EXPECT_TRUE(greeted);
}
