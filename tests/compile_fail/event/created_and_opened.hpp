// What the programs about aliases and answers are about. A program includes tenon/app.hpp before it.
#pragma once

#include "tenon/composition/alias.hpp"

struct created {
  static constexpr std::string_view name = "user.created";
  int id = 0;
  bool allow = true;
};
struct opened {
  static constexpr std::string_view name = "account.opened";
  int id = 0;
};
struct users {
  static constexpr auto manifest = tenon::manifest{.name = "users", .version = "1.0.0"};
  using emits = tenon::events<created>;
  void on(const created&) {}
};
struct accounts {
  static constexpr auto manifest = tenon::manifest{.name = "accounts", .version = "1.0.0"};
  void on(const opened&) {}
};
