// What a connection answers by itself.
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "connection.hpp"
#include "own_answer.hpp"
#include "sentence.hpp"
#include "tenon/web/large_body.hpp"

namespace tenon::http1 {

namespace {

constexpr std::size_t longest_version = 16;  // of the request line, with its blanks and its end

}  // namespace

// The header is not all there: is there too much of it already?
void connection::refuse_large_header() {
  const options& limits = list_.limits();
  const std::size_t size = in_.size() - request_;
  const std::size_t method = std::min(std::string_view(in_.data() + request_, size).find(' '), size);
  if (size < limits.header_limit && size - method <= limits.target_limit + longest_version) return;
  // The parser knows of a request line when the byte behind it is there.
  const bool has_line = parser_->has_request_line() || std::memchr(in_.data() + request_, '\n', size) != nullptr;
  if (!has_line)
    refuse(refusal::target_too_long);
  else if (size >= limits.header_limit)
    refuse(refusal::header_too_large);
}

// Says why, as the last thing on this connection: where the next request would begin is not known.
void connection::refuse(refusal why) {
  const bool without_body = parser_ && parser_->method() == method::head;
  // Of no other refusal it is certain that the fields are those of this request.
  if (why == refusal::body_too_large && web::wants_page(fields_))
    response = web::large_body_page(list_.limits().body_limit.get(),
                                    "Whoever runs this server can let in more, by its setting http.body_limit.");
  else
    response = refusal_answer(why);
  append_answer(out_, response, list_.date(), persistence::closes, without_body);
  phase_ = phase::closing;
  if (list_.door().answered != nullptr) {
    // Of the request itself nothing is sound but perhaps its first line.
    const bool has_line = parser_ && parser_->has_request_line();
    request.method = has_line ? parser_->method() : method::other;
    request.method_name = has_line ? parser_->method_name() : std::string_view();
    request.target = request.path = request.query = request.body = request.mount = request.rest = {};
    request.headers = {};
    request.number = list_.next_request();
    route = {};
    asked_ = std::chrono::steady_clock::now();
    tell_of_answer();
  }
  response = {};
  parser_.reset();
  in_.clear();
  parsed_ = 0;
}

void connection::replace_faulty_response() {
  const std::string fault = fault_of(response, next != nullptr);
  if (fault.empty()) return;
  list_.log().error(
      sentence({"The answer to ", request.method_name, " ", request.path, " had ", fault, ". 500 was sent instead."}));
  response = failure_answer();
  next.reset();
}

}  // namespace tenon::http1
