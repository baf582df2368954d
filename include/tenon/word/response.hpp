// The answer to a request.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/word/header_literal.hpp"
#include "tenon/word/literal.hpp"
#include "tenon/word/pieces.hpp"

namespace tenon {

// Text that is only known at run time: it is owned, by a move where it can be.
template <class T>
concept RunTimeText =
    std::same_as<std::remove_cvref_t<T>, std::string> || std::same_as<std::remove_cvref_t<T>, std::string_view>;

// A body either is known when the program is built, and costs nothing, or is owned.
class body_text {
 public:
  body_text() = default;
  body_text(literal text) noexcept : constant_(text) {}
  template <RunTimeText T>
  body_text(T&& text) : own_(std::forward<T>(text)) {}

  [[nodiscard]] std::string_view view() const noexcept { return own_.empty() ? constant_ : std::string_view(own_); }

 private:
  std::string_view constant_{};
  std::string own_{};
};

struct response_header {
  literal name;
  std::string value;
};

// Status, type and body; the door adds Content-Length, Date and Connection itself. An answer that has one of these
// three or Transfer-Encoding among its headers, a name that is none, or a line break or null byte in a value, is
// replaced by 500 and logged: nothing of it is sent.
struct response {
  int status = 200;
  header_literal content_type = "";  // empty: no Content-Type is sent
  body_text body{};
  std::vector<response_header> headers{};
  std::shared_ptr<pieces> more{};  // the body in pieces, instead of `body`; its length is not known beforehand

  [[nodiscard]] static response text(literal body, int status = 200) {
    return {status, "text/plain; charset=utf-8", body, {}};
  }
  template <RunTimeText T>
  [[nodiscard]] static response text(T&& body, int status = 200) {
    return {status, "text/plain; charset=utf-8", std::forward<T>(body), {}};
  }
  [[nodiscard]] static response json(literal body, int status = 200) { return {status, "application/json", body, {}}; }
  template <RunTimeText T>
  [[nodiscard]] static response json(T&& body, int status = 200) {
    return {status, "application/json", std::forward<T>(body), {}};
  }
  [[nodiscard]] static response html(literal body, int status = 200) {
    return {status, "text/html; charset=utf-8", body, {}};
  }
  template <RunTimeText T>
  [[nodiscard]] static response html(T&& body, int status = 200) {
    return {status, "text/html; charset=utf-8", std::forward<T>(body), {}};
  }
  // `return response::in_pieces("text/csv; charset=utf-8", rows(request, ctx));`
  // (A template, so that it is compiled where something is given in pieces.)
  template <std::same_as<pieces> Body>
  [[nodiscard]] static response in_pieces(header_literal type, Body body, int status = 200) {
    return {status, type, {}, {}, std::make_shared<pieces>(std::move(body))};
  }
  [[nodiscard]] static response empty(int status = 204) { return {status, "", {}, {}}; }

  // `return response::text("...").with("Cache-Control", "no-store");`
  [[nodiscard]] response with(literal name, std::string value) && {
    headers.push_back({name, std::move(value)});
    return std::move(*this);
  }
};

}  // namespace tenon
