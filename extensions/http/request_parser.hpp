// Beast's parser, keeping views into the connection's buffer instead of copies of the fields.
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "refusal.hpp"
#include "request_target.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/request.hpp"

namespace tenon::http1 {

// One per request. All that it gives out points into the bytes that `feed` was called with; where they move, call
// `moved`; not once it is done.
class request_parser final : public boost::beast::http::basic_parser<true> {
 public:
  // `fields` is emptied, and filled while the header is read.
  request_parser(std::vector<header>& fields, const options& limits) noexcept;

  struct progress {
    std::size_t taken = 0;
    refusal refused = refusal::none;  // anything else: the parser must not be fed again
    bool starved = false;             // what was not taken is the beginning of something: give it again, with more
  };
  // Takes the next bytes of the request, and none of the next request's. Chunks of the body are moved together in
  // place.
  [[nodiscard]] progress feed(char* from, std::size_t size);

  [[nodiscard]] tenon::method method() const noexcept { return method_; }
  [[nodiscard]] std::string_view method_name() const noexcept { return method_name_; }
  [[nodiscard]] std::string_view target() const noexcept { return target_; }
  [[nodiscard]] std::string_view path() const noexcept { return parts_.path_of(target_); }
  [[nodiscard]] std::string_view query() const noexcept { return parts_.query_of(target_); }
  [[nodiscard]] std::string_view body() const noexcept { return {body_, body_size_}; }
  [[nodiscard]] bool has_request_line() const noexcept { return version_ != 0; }
  [[nodiscard]] bool is_http_1_0() const noexcept { return version_ == 10; }
  // By what the header says: what a trailer says comes too late.
  [[nodiscard]] bool keeps_alive() const noexcept { return keeps_alive_; }
  [[nodiscard]] bool expects_continue() const noexcept { return expects_continue_; }
  // Where the next byte of the body belongs; from here to where `feed` goes on is framing that nobody needs any more.
  // Null before the first byte of a body.
  [[nodiscard]] char* end_of_body() const noexcept { return body_ == nullptr ? nullptr : body_ + body_size_; }

  // What was fed at `from` stands at `to` now.
  void moved(const char* from, char* to) noexcept;

 private:
  using string_view = boost::beast::string_view;
  using error_code = boost::beast::error_code;
  using verb = boost::beast::http::verb;
  using field = boost::beast::http::field;

  void on_request_impl(verb known, string_view name, string_view target, int version, error_code& failed) override;
  void on_field_impl(field known, string_view name, string_view value, error_code& failed) override;
  void on_header_impl(error_code& failed) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  std::size_t on_body_impl(string_view bytes, error_code& failed) override;
  void on_chunk_header_impl(std::uint64_t, string_view extension, error_code& failed) override;
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& failed) override;
  void on_finish_impl(error_code&) override;
  void on_response_impl(int, string_view, int, error_code&) override {}

  [[nodiscard]] progress give(char* from, std::size_t size);
  [[nodiscard]] progress give_lines(char* from, std::size_t size);
  [[nodiscard]] bool holds_end_of_header(std::string_view text) const noexcept;
  [[nodiscard]] refusal fault_of_line(std::string_view begun) const;
  void refuse(refusal which, error_code& failed) noexcept;
  [[nodiscard]] refusal why(error_code failed, std::string_view line) const noexcept;

  std::vector<header>& fields_;
  const options& limits_;
  const char* fed_end_ = nullptr;
  std::string_view method_name_{};
  std::string_view target_{};
  request_target parts_{};
  char* body_ = nullptr;
  std::size_t body_size_ = 0;
  std::uint64_t chunk_left_ = 0;       // of the chunk that is read
  const char* behind_line_ = nullptr;  // of the chunk that was begun last; null before the first
  std::uint32_t extensions_size_ = 0;  // of all chunks
  std::uint32_t looked_at_ = 0;        // of what was not taken of the header
  std::uint8_t version_ = 0;
  tenon::method method_ = tenon::method::other;
  refusal refused_ = refusal::none;
  bool has_host_ : 1 = false;
  bool has_credentials_ : 1 = false;
  bool has_length_ : 1 = false;
  bool in_header_ = true;
  bool keeps_alive_ = false;
  bool expects_continue_ = false;
};

}  // namespace tenon::http1
