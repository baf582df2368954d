#include "answer.hpp"

#include <array>
#include <charconv>
#include <cstring>

#include "status_phrase.hpp"

namespace tenon::http1 {

namespace {

// Writes without looking: room for all of it was made before.
class pen {
 public:
  explicit pen(char* at) noexcept : at_(at) {}
  void text(std::string_view text) noexcept {
    if (text.empty()) return;  // its data may be null
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  template <std::size_t N>
  void fixed(const char (&text)[N]) noexcept {
    std::memcpy(at_, text, N - 1);
    at_ += N - 1;
  }
  void number(std::size_t value) noexcept { at_ = std::to_chars(at_, at_ + 20, value).ptr; }
  [[nodiscard]] char* at() const noexcept { return at_; }

 private:
  char* at_;
};

}  // namespace

void append_answer(buffer& out, const response& answer, const date_line& date, persistence then, bool without_body,
                   framing how) {
  constexpr std::size_t fixed_parts = 256;  // the status line without its phrase, names, line ends, two numbers
  const std::string_view body = answer.body.view();
  std::size_t size = fixed_parts + answer.content_type.view().size() + body.size();
  for (const response_header& one : answer.headers) size += one.name.view().size() + one.value.size() + 4;
  out.make_room(size);

  pen to(out.end());
  if (answer.status == 200) [[likely]] {
    std::memcpy(to.at(), date.ok_and_date().data(), date.ok_and_date().size());
    to = pen(to.at() + date.ok_and_date().size());
  } else {
    to.fixed("HTTP/1.1 ");
    to.number(static_cast<std::size_t>(answer.status));
    to.fixed(" ");
    to.text(phrase_of(answer.status));
    to.fixed("\r\n");
    to.text(date.date());
  }
  if (!answer.content_type.view().empty()) {
    to.fixed("Content-Type: ");
    to.text(answer.content_type.view());
    to.fixed("\r\n");
  }
  const bool has_body = answer.status != 204 && answer.status != 304;
  if (how == framing::chunked) [[unlikely]] {
    to.fixed("Transfer-Encoding: chunked\r\n");
  } else if (has_body && how == framing::length) {
    to.fixed("Content-Length: ");
    to.number(body.size());
    to.fixed("\r\n");
  }
  if (then != persistence::implied) {
    if (then == persistence::closes)
      to.fixed("Connection: close\r\n");
    else
      to.fixed("Connection: keep-alive\r\n");
  }
  for (const response_header& one : answer.headers) {
    to.text(one.name);
    to.fixed(": ");
    to.text(one.value);
    to.fixed("\r\n");
  }
  to.fixed("\r\n");
  if (has_body && !without_body && how == framing::length) to.text(body);
  out.added(static_cast<std::size_t>(to.at() - out.end()));
}

void append_chunk(buffer& out, std::string_view piece) {
  if (piece.empty()) return;
  std::array<char, 20> size{};
  char* const end = std::to_chars(size.data(), size.data() + 16, piece.size(), 16).ptr;
  out.append({size.data(), static_cast<std::size_t>(end - size.data())});
  out.append("\r\n");
  out.append(piece);
  out.append("\r\n");
}

void append_last_chunk(buffer& out) { out.append("0\r\n\r\n"); }

}  // namespace tenon::http1
