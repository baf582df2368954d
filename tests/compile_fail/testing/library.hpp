// What the tests here try, but for what is wrong with it. A program includes tenon/testing/harness.hpp before it.
#pragma once

#include <string>
#include <vector>

#include "tenon/extension.hpp"

using namespace tenon::literals;

struct book {
  int id = 0;
  std::string title;
};
struct add_book {
  static constexpr auto function = tenon::function{.name = "lend"};
  tenon::required<std::string> title;
};
struct list_books {
  static constexpr auto function = tenon::function{.name = "listBooks"};
};
struct lending {
  static constexpr auto interface = tenon::interface{.name = "lending"};
  struct lend {
    static constexpr auto method = tenon::driver_method{.name = "lend"};
    using result = book;
    int id = 0;
  };
  using methods = tenon::methods<lend>;
};
using counter = tenon::driver<"counter", lending>;
