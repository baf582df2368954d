// Who has logged in at the page of bundles, by a cookie that says nothing else.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/guarded.hpp"
#include "tenon/word/request.hpp"

namespace tenon_bundles {

// A session stands for the token that it was begun with, which is looked at anew at each request: one that is no longer
// good opens nothing. Sessions are in memory alone. Any thread.
class sessions {
 public:
  using time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::minutes longest_idle{30};
  static constexpr std::size_t most = 100;  // the one that was used longest ago goes

  // The value of the cookie: 256 bits that nobody can guess.
  [[nodiscard]] std::string begin(std::string token, time now);
  // None where there is no such session, or it has not been used for too long.
  [[nodiscard]] std::optional<std::string> token_of(std::string_view cookie, time now);
  void end(std::string_view cookie);

 private:
  struct session {
    std::string id, token;  // the digest of the cookie
    time used{};
  };
  tenon::guarded<std::deque<session>> open_{};
};

inline constexpr std::string_view cookie_name = "tenon-bundles";

// Empty where the browser has none.
[[nodiscard]] std::string_view cookie_of(const tenon::request& from);
// For Set-Cookie; an empty value takes it away. No script sees it, and no page of another site has it sent. It goes to
// every path, for others may heed it too.
[[nodiscard]] std::string cookie_text(std::string_view value, bool secure);

}  // namespace tenon_bundles
