#include "request_parser.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <cstring>

#include "chunk_framing.hpp"
#include "host.hpp"

namespace tenon::http1 {

namespace {

namespace beast_http = boost::beast::http;

[[nodiscard]] tenon::method to_method(beast_http::verb known) noexcept {
  switch (known) {
    case beast_http::verb::get:
      return method::get;
    case beast_http::verb::head:
      return method::head;
    case beast_http::verb::post:
      return method::post;
    case beast_http::verb::put:
      return method::put;
    case beast_http::verb::delete_:
      return method::delete_;
    case beast_http::verb::patch:
      return method::patch;
    case beast_http::verb::options:
      return method::options;
    default:
      return method::other;
  }
}

}  // namespace

request_parser::request_parser(std::vector<header>& fields, const options& limits) noexcept
    : fields_(fields), limits_(limits) {
  fields_.clear();
  this->body_limit(limits.body_limit.bytes);
  this->header_limit(UINT32_MAX);  // the connection cuts what it feeds: exact however the header was split
  this->eager(true);
}

request_parser::progress request_parser::feed(char* from, std::size_t size) {
  if (in_header_ && !holds_end_of_header({from, size})) return give_lines(from, size);
  progress out{.starved = true};
  // Of a line before a chunk that is shorter than the last one with its end Beast could make nothing; and where the
  // last one is there, and its end is not, it asserts that it never gets so little again.
  constexpr std::size_t shortest_end = std::string_view("0\r\n\r\n").size();
  if (size >= shortest_end || in_header_ || chunk_left_ != 0 || !this->chunked()) out = give(from, size);
  if (out.refused != refusal::none || in_header_ || chunk_left_ != 0 || !this->chunked()) return out;

  const std::string_view left(from + out.taken, size - out.taken);
  out.refused = this->is_done() ? fault_of_trailers({behind_line_, from + out.taken}, limits_.header_limit)
                                : fault_of_framing(left, behind_line_ != nullptr, limits_.header_limit);
  return out;
}

request_parser::progress request_parser::give(char* from, std::size_t size) {
  fed_end_ = from + size;
  error_code failed;
  progress out;
  out.taken = this->put(boost::asio::const_buffer(from, size), failed);
  if (failed) [[unlikely]] {
    if (failed == beast_http::error::need_more)
      out.starved = true;
    else
      out.refused = refused_ != refusal::none ? refused_ : why(failed, {from, size});
  }
  return out;
}

bool request_parser::holds_end_of_header(std::string_view text) const noexcept {
  constexpr std::string_view end = "\r\n\r\n";
  if (text.ends_with(end) || (has_request_line() && text.starts_with("\r\n"))) return true;
  return text.find(end, looked_at_ - std::min<std::size_t>(looked_at_, end.size() - 1)) != text.npos;
}

// Of a line that it has begun Beast wants to hear again when the whole header is there, and not before. So it gets
// lines that are whole, each with the byte behind it, by which it knows that the line does not go on; and is asked for
// its opinion of the beginning of one apart, whenever that is twice as long.
request_parser::progress request_parser::give_lines(char* from, std::size_t size) {
  const std::string_view text(from, size);
  const std::size_t seen = looked_at_ - std::min<std::size_t>(looked_at_, 1);
  const std::size_t line_end = size < 2 ? text.npos : text.substr(0, size - 1).substr(seen).rfind('\n');
  progress out{.starved = true};
  if (line_end != text.npos) {
    const std::size_t given = seen + line_end + 2;
    out = give(from, given);
    if (out.refused != refusal::none) return out;
    if (has_request_line() && given - out.taken > 1) return {.taken = out.taken, .refused = refusal::folded_field};
    looked_at_ = 0;
  }
  const std::string_view left = text.substr(out.taken);
  if (std::bit_width(left.size()) > std::bit_width(std::size_t{looked_at_})) out.refused = fault_of_line(left);
  looked_at_ = static_cast<std::uint32_t>(left.size());
  return out;
}

refusal request_parser::fault_of_line(std::string_view begun) const {
  std::vector<header> none;
  request_parser other(none, limits_);
  std::array<char, 16> line{'G', 'E', 'T', ' ', '/', ' ', 'H', 'T', 'T', 'P', '/', '1', '.', '1', '\r', '\n'};
  if (has_request_line()) static_cast<void>(other.give(line.data(), line.size()));
  // It only looks, for nothing of a body is there.
  return other.give(const_cast<char*>(begun.data()), begun.size()).refused;
}

void request_parser::moved(const char* from, char* to) noexcept {
  const auto shifted = [=](std::string_view text) {
    return text.data() == nullptr ? text : std::string_view(to + (text.data() - from), text.size());
  };
  for (header& one : fields_) one = {shifted(one.name), shifted(one.value)};
  method_name_ = shifted(method_name_);
  target_ = shifted(target_);
  if (body_ != nullptr) body_ = to + (body_ - from);
}

void request_parser::on_request_impl(verb known, string_view name, string_view target, int version,
                                     error_code& failed) {
  if (target.size() > limits_.target_limit.bytes) [[unlikely]]
    return refuse(refusal::target_too_long, failed);
  method_ = to_method(known);
  method_name_ = {name.data(), name.size()};
  target_ = {target.data(), target.size()};
  version_ = static_cast<std::uint8_t>(version);  // 10 or 11
  parts_ = split_target(target_, method_ == method::options, known == verb::connect);
  if (parts_.fault != refusal::none) refuse(parts_.fault, failed);
}

void request_parser::on_field_impl(field known, string_view name, string_view value, error_code& failed) {
  if (!in_header_) [[unlikely]]
    return;  // a trailer says nothing that a handler could still act on

  // Beast joins a folded value in memory of its own that is gone by now, and skips blank folds in place.
  const char* const behind_colon = name.data() + name.size() + 1;
  if (std::less<>{}(value.data(), behind_colon) || !std::less<>{}(value.data(), fed_end_)) [[unlikely]]
    return refuse(refusal::folded_field, failed);
  for (const char* at = behind_colon; at != value.data(); ++at)
    if (*at != ' ' && *at != '\t') [[unlikely]]
      return refuse(refusal::folded_field, failed);

  if (fields_.size() == static_cast<std::size_t>(limits_.field_limit)) [[unlikely]]
    return refuse(refusal::too_many_fields, failed);
  fields_.push_back({{name.data(), name.size()}, {value.data(), value.size()}});

  switch (known) {
    case field::host:
      if (has_host_) return refuse(refusal::repeated_host, failed);
      if (!is_host(fields_.back().value)) return refuse(refusal::bad_host, failed);
      has_host_ = true;
      return;
    case field::authorization:
      // Here, because whatever stands before this server may have looked at the other one.
      if (has_credentials_) return refuse(refusal::repeated_authorization, failed);
      has_credentials_ = true;
      return;
    case field::content_length:
      if (has_length_ || value.find(',') != value.npos) return refuse(refusal::repeated_content_length, failed);
      has_length_ = true;
      return;
    case field::transfer_encoding:
      if (is_http_1_0()) return refuse(refusal::chunked_in_http_1_0, failed);
      if (!boost::beast::iequals(value, "chunked")) return refuse(refusal::unknown_transfer_coding, failed);
      return;
    case field::expect:
      if (!boost::beast::iequals(value, "100-continue")) return refuse(refusal::unknown_expectation, failed);
      expects_continue_ = !is_http_1_0();
      return;
    default:
      return;
  }
}

void request_parser::on_header_impl(error_code& failed) {
  in_header_ = false;
  keeps_alive_ = this->keep_alive();
  if (!has_host_ && !is_http_1_0()) refuse(refusal::missing_host, failed);
}

// RFC 9112 section 3.2.2: where the target names the host, what the Host header says is ignored.
void request_parser::on_finish_impl(error_code&) {
  const std::string_view authority = parts_.authority_of(target_);
  if (authority.empty()) [[likely]]
    return;
  for (header& one : fields_)
    if (same_field_name(one.name, "Host")) {
      one.value = authority;
      return;
    }
  fields_.push_back({"Host", authority});
}

std::size_t request_parser::on_body_impl(string_view bytes, error_code&) {
  if (body_ == nullptr) body_ = const_cast<char*>(bytes.data());  // into what `feed` was given to change
  body_size_ += bytes.size();
  return bytes.size();
}

void request_parser::on_chunk_header_impl(std::uint64_t size, string_view extension, error_code& failed) {
  chunk_left_ = size;
  const char* digits = extension.data();
  while (digits[-1] != '\n') --digits;
  const char* const line_end = extension.data() + extension.size();
  behind_line_ = line_end + std::string_view("\r\n").size();
  if (static_cast<std::size_t>(line_end - digits) > limits_.header_limit.bytes)
    return refuse(refusal::header_too_large, failed);
  // A line feed inside a quoted extension ends the line for some servers and not for others.
  extensions_size_ += static_cast<std::uint32_t>(extension.size());  // a line of at most the limit
  const bool controls = std::any_of(extension.begin(), extension.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
  });
  if (controls) return refuse(refusal::bad_chunk, failed);
  if (extensions_size_ > limits_.header_limit.bytes) refuse(refusal::header_too_large, failed);
}

std::size_t request_parser::on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) {
  if (body_ == nullptr) body_ = const_cast<char*>(bytes.data());
  std::memmove(body_ + body_size_, bytes.data(), bytes.size());
  body_size_ += bytes.size();
  chunk_left_ -= bytes.size();
  return bytes.size();
}

void request_parser::refuse(refusal which, error_code& failed) noexcept {
  refused_ = which;
  failed = beast_http::error::bad_field;
}

refusal request_parser::why(error_code failed, std::string_view line) const noexcept {
  using enum beast_http::error;
  if (failed == body_limit) return refusal::body_too_large;
  if (failed == header_limit) return refusal::header_too_large;
  if (failed == bad_content_length) return chunked() ? refusal::length_and_chunked : refusal::bad_content_length;
  if (failed == multiple_content_length) return refusal::repeated_content_length;
  if (failed == bad_transfer_encoding) return refusal::length_and_chunked;
  if (failed == bad_chunk || failed == bad_chunk_extension) return refusal::bad_chunk;
  if (has_request_line()) return in_header_ ? refusal::bad_header_field : refusal::bad_chunk;
  if (failed == bad_version) {
    // Beast calls whatever stands behind the target a bad version. It is one if it reads like one.
    line = line.substr(0, line.find_first_of("\r\n"));
    line = line.substr(line.rfind(' ') + 1);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() == 8 && line.starts_with("HTTP/") && digit(line[5]) && line[6] == '.' && digit(line[7]) &&
        line != "HTTP/1.1" && line != "HTTP/1.0")
      return refusal::unsupported_version;
  }
  if (failed == bad_method && !line.empty() && line.front() == '\x16') return refusal::speaks_tls;
  return refusal::bad_request_line;
}

}  // namespace tenon::http1
