// One HTTP request as a handler sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tenon/word/event_loop.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/query.hpp"
#include "tenon/word/request_id.hpp"

namespace tenon {

struct passport;

struct header {
  std::string_view name, value;
};

// Field names are compared without regard to case, as RFC 9110 section 5.1 has it.
[[nodiscard]] constexpr bool same_field_name(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

// Everything in it points into the connection's buffer: it lives until the answer is given, also when that takes a
// task.
struct request {
  tenon::method method = tenon::method::get;
  std::string_view method_name = "GET";  // as it was sent
  std::string_view target = "/";         // as it was sent
  std::string_view path = "/";           // the target up to `?`, still percent-encoded; every encoding in it is valid
  std::string_view query{};              // the target after `?`, still percent-encoded
  std::string_view mount{};              // at its extension's mount: the path up to there, `/hello/`
  std::string_view rest{};               // and what is behind, `notes/7`, still percent-encoded
  std::span<const tenon::header> headers{};
  std::string_view body{};
  std::string_view remote_address{};          // the peer's IP address, without a port
  bool secure = false;                        // came through TLS
  const tenon::passport* passport = nullptr;  // who asks, where the route has an option on who may
  event_loop* loop = nullptr;                 // null only in tests
  std::uint32_t origin = 0;  // of `number`: drawn by whoever counts, so that no two programs count alike
  std::uint64_t number = 0;

  // That of X-Request-Id, where the client has sent one that request_id::is_one; else one of its own.
  [[nodiscard]] request_id id() const noexcept {
    const std::optional<std::string_view> sent = header("X-Request-Id");
    return sent && request_id::is_one(*sent) ? request_id(*sent) : request_id(origin, number);
  }

  // The path as it came, also where it was led on from there (word/forward.hpp).
  [[nodiscard]] std::string_view whole_path() const noexcept {
    const char* const from = mount.empty() || path.empty() ? path.data() : mount.data();
    return {from, static_cast<std::size_t>(path.data() + path.size() - from)};
  }
  // The first header of that name; none where there is none.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const noexcept {
    for (const tenon::header& one : headers)
      if (same_field_name(one.name, name)) return one.value;
    return std::nullopt;
  }
  // `Dave` of `?subject=Dave`, decoded: the first of that name; none where there is none.
  [[nodiscard]] std::optional<std::string> query_value(std::string_view name) const {
    return tenon::query_value(query, name);
  }
};

}  // namespace tenon
