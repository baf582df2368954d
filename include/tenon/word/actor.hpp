// On whose behalf something is done.
#pragma once

#include <string_view>

#include "tenon/word/passport.hpp"

namespace tenon {

// A caller from outside has a passport; an extension that acts by itself has none, and is the system. What it points to
// lives as long as the call.
struct actor {
  const tenon::passport* passport = nullptr;
  std::string_view extension{};  // who acts, where there is no passport

  [[nodiscard]] bool is_system() const noexcept { return passport == nullptr; }
  // The user's id; empty for the system.
  [[nodiscard]] std::string_view user_id() const noexcept {
    return passport == nullptr ? std::string_view() : std::string_view(passport->user.id);
  }
  // The application that acts for the user; empty where none does, and for the system.
  [[nodiscard]] std::string_view app() const noexcept {
    return passport == nullptr ? std::string_view() : std::string_view(passport->app);
  }
};

}  // namespace tenon
