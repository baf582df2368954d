#include "sessions.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <utility>

#include "digest.hpp"
#include "tenon/word/error.hpp"

namespace tenon_bundles {

std::string sessions::begin(std::string token, time now) {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw tenon::error(tenon::error_type::server_misconfigured, "bundles: the system gives no random numbers");
  // A digest of them is as hard to guess, and is a text.
  const std::string cookie = digest_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  open_.with([&](std::deque<session>& all) {
    std::erase_if(all, [&](const session& one) { return now - one.used > longest_idle; });
    if (all.size() == most) all.erase(std::ranges::min_element(all, {}, &session::used));
    all.push_back({digest_of(cookie), std::move(token), now});
  });
  return cookie;
}

std::optional<std::string> sessions::token_of(std::string_view cookie, time now) {
  if (cookie.empty()) return std::nullopt;
  return open_.with([&, id = digest_of(cookie)](std::deque<session>& all) -> std::optional<std::string> {
    const auto found = std::ranges::find(all, id, &session::id);
    if (found == all.end() || now - found->used > longest_idle) return std::nullopt;
    found->used = now;
    return found->token;
  });
}

void sessions::end(std::string_view cookie) {
  open_.with([&, id = digest_of(cookie)](std::deque<session>& all) {
    std::erase_if(all, [&](const session& one) { return one.id == id; });
  });
}

std::string_view cookie_of(const tenon::request& from) {
  std::string_view left = from.header("Cookie").value_or("");
  while (!left.empty()) {
    std::string_view one = left.substr(0, left.find(';'));
    left.remove_prefix(std::min(one.size() + 1, left.size()));
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    if (one.starts_with(cookie_name) && one.substr(cookie_name.size()).starts_with('='))
      return one.substr(cookie_name.size() + 1);
  }
  return {};
}

std::string cookie_text(std::string_view value, bool secure) {
  std::string out(cookie_name);
  out.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
  if (value.empty()) out.append("; Max-Age=0");
  return secure ? out.append("; Secure") : out;
}

}  // namespace tenon_bundles
