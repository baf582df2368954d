#include "connection.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include "own_answer.hpp"
#include "sentence.hpp"

namespace tenon::http1 {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t usual_input = 4096;     // memory that a connection keeps for what it reads
constexpr std::size_t usual_output = 16'384;  // and for what it writes, at most
constexpr std::size_t smallest_read = 1024;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view methods = "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS";

// Without an allocation: what is caught may be that there is no memory.
void say_what_is_caught(const tenon::log& log) noexcept {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    log.error("A connection was closed because the server ran out of memory.");
  } catch (const std::exception& failure) {
    std::array<char, 500> text{};
    std::snprintf(text.data(), text.size(), "A connection was closed because of a failure of the server: %s",
                  failure.what());
    log.error(text.data());
  } catch (...) {
    log.error("A connection was closed because of a failure of the server that says nothing of itself.");
  }
}

}  // namespace

connection::connection(connection_list& list, std::string_view remote_address, bool secure)
    : list_(list), in_(usual_input), remote_address_(remote_address) {
  fields_.reserve(16);
  request.remote_address = remote_address_;
  request.secure = secure;
  request.loop = &list.home();
  request.origin = list.origin();
  complete = &on_complete;
}

// Every entrance leads through here: whatever goes wrong costs this connection and no other.
template <class F>
void connection::step(F&& what) noexcept {
  try {
    what();
  } catch (...) {
    say_what_is_caught(list_.log());
    close();
  }
  if (phase_ == phase::closed) drop_idle_pieces();
  if (is_over()) return list_.remove(*this);
  list_.settle(*this);
}

void connection::begin(std::unique_ptr<byte_stream> stream, bool refused) noexcept {
  stream_ = std::move(stream);
  read_deadline_ = list_.deadline_in(list_.limits().header_timeout);
  step([&] {
    if (refused && request.secure) return close();  // saying why would cost the handshake that it is refused for
    if (!stream_->open()) {
      opening_or_finishing_ = true;
      return;
    }
    phase_ = phase::talking;
    if (refused) refuse(refusal::too_many_connections);
    advance();
  });
}

void connection::on_opened(bool open) {
  step([&] {
    opening_or_finishing_ = false;
    if (phase_ == phase::closed) return;
    if (!open) return close();
    phase_ = phase::talking;
    read_deadline_ = list_.deadline_in(list_.limits().header_timeout);
    advance();
  });
}

void connection::on_read(std::size_t size) {
  step([&] {
    reading_ = false;
    get_on(size);
    if (phase_ >= phase::closed) return read_switched(size);
    if (phase_ == phase::closing) {
      // It was to be closed for doing nothing, and just then it did something.
      if (size != 0 && idle_) phase_ = phase::talking;
    } else if (size == 0) {
      if (!parser_) return close();
      refuse(refusal::incomplete_request);
    }
    if (phase_ == phase::talking) {
      idle_ = false;
      in_.added(size);
    }
    advance();
  });
}

void connection::on_written(std::size_t size) {
  step([&] {
    writing_ = false;
    if (phase_ == phase::closed) return;
    if (size == 0) return close();
    sent_ += size;
    get_on(size);
    if (sent_ < sending_.size()) return send_rest();
    sending_.clear();
    sending_.shrink(usual_output);
    if (phase_ == phase::switched) [[unlikely]]
      return go_on_switched();
    advance();
  });
}

void connection::on_finished() {
  step([&] {
    opening_or_finishing_ = false;
    close();
  });
}

void connection::on_complete(tenon::exchange& one) {
  auto& self = static_cast<connection&>(one);
  if (self.in_door_) {
    self.came_early_ = true;
    return;
  }
  self.list_.answer_came();
  self.step([&] {
    self.in_handler_ = false;
    if (self.phase_ == phase::closed) {
      self.response = {};
      self.next.reset();
      return;
    }
    self.answer();
    if (!self.writing_) self.advance();
  });
}

// Goes as far as it can without waiting. Only when neither a read nor a write is under way.
void connection::advance() {
  for (bool more = true; more;) {
    more = phase_ == phase::talking && !in_handler_ && serve();
    if (!send_output()) return;
    if (course_ == course::in_pieces && !piece_due_ && phase_ != phase::closed) more = take_pieces();
  }
  if (in_handler_) return;
  if (phase_ == phase::talking)
    read_more();
  else if (phase_ == phase::closing)
    finish();
}

// Answers what has been read. True: there is more, but so many answers wait to be written that they go first.
bool connection::serve() {
  while (parsed_ < in_.size()) {
    if (out_.size() >= enough_output) return true;
    if (!parse()) return false;
    dispatch();
    if (in_handler_ || phase_ != phase::talking) return false;
  }
  return false;
}

// True: a request is there as a whole. False: more has to be read, or it was refused.
bool connection::parse() {
  const options& limits = list_.limits();
  if (!parser_) {
    // Some clients send an empty line behind a body (RFC 9112 section 2.2).
    while (in_.size() - parsed_ >= 2 && in_.data()[parsed_] == '\r' && in_.data()[parsed_ + 1] == '\n') parsed_ += 2;
    const std::size_t left = in_.size() - parsed_;
    if (left == 0 || (left == 1 && in_.data()[parsed_] == '\r')) return false;
    request_ = parsed_;
    continue_sent_ = false;
    parser_.emplace(fields_, limits);
  }
  for (;;) {
    const bool in_header = !parser_->is_header_done();
    const std::size_t waiting = in_.size() - parsed_;
    const std::size_t fed = in_header ? std::min(waiting, request_ + limits.header_limit - parsed_) : waiting;
    const request_parser::progress made = parser_->feed(in_.data() + parsed_, fed);
    parsed_ += made.taken;
    if (made.refused != refusal::none) [[unlikely]] {
      refuse(made.refused);
      return false;
    }
    if (parser_->is_done()) [[likely]]
      return true;

    if (!parser_->is_header_done()) {
      refuse_large_header();
      return false;
    }
    if (in_header && fed < waiting) continue;  // the limit of the header had cut off the body
    if (parser_->expects_continue() && !continue_sent_ && parser_->end_of_body() == nullptr) {
      continue_sent_ = true;
      out_.append(go_on);
    }
    return false;
  }
}

void connection::dispatch() {
  request.method = parser_->method();
  request.method_name = parser_->method_name();
  request.target = parser_->target();
  request.path = parser_->path();
  request.mount = request.rest = {};
  request.query = parser_->query();
  request.headers = fields_;
  request.body = parser_->body();
  request.number = list_.next_request();
  route = {};
  keeps_alive_ = parser_->keeps_alive();
  const tenon::door door = list_.door();
  if (door.answered != nullptr) asked_ = std::chrono::steady_clock::now();
  if (request.path == "*") [[unlikely]] {
    // About the server as a whole, so nothing behind the door could know better.
    response = response::empty().with("Allow", std::string(methods));
    return answer();
  }
  in_handler_ = in_door_ = true;
  const bool answered = door.handle(door.app, *this);
  in_door_ = false;
  if (!answered && !std::exchange(came_early_, false)) {
    list_.answer_is_due();
    return;
  }
  in_handler_ = false;
  answer();
}

void connection::answer() {
  if (!response.headers.empty() || response.status < 200 || response.status > 599) [[unlikely]] {
    replace_faulty_response();
    if (next != nullptr) return switch_protocol();
  }
  if (response.more != nullptr && !response.more->begin()) [[unlikely]] {
    list_.log().about(request).error(
        sentence({"The answer to ", request.method_name, " ", request.path,
                  " has pieces that another answer has, and they can be given once. 500 was sent instead."}));
    response = failure_answer();
  }
  const bool in_pieces = response.more != nullptr && response.status != 204 && response.status != 304;
  const framing how = !in_pieces ? framing::length : parser_->is_http_1_0() ? framing::until_close : framing::chunked;
  const bool stays = keeps_alive_ && !list_.draining() && how != framing::until_close;
  const persistence then = !stays                   ? persistence::closes
                           : parser_->is_http_1_0() ? persistence::stated
                                                    : persistence::implied;
  append_answer(out_, response, list_.date(), then, request.method == method::head, how);
  leaves_ = !stays;
  if (in_pieces && request.method != method::head) [[unlikely]] {
    chunked_ = how == framing::chunked;
    in_handler_ = true;
    course_ = course::in_pieces;
    turns_ = 0;
    give_up_at_ = milliseconds(0);
    return;
  }
  end_answer();
}

void connection::end_answer() {
  if (leaves_) phase_ = phase::closing;
  tell_of_answer();

  // What the handler gave is given back now, not when the next request comes.
  response.status = 200;
  response.content_type = "";
  response.body = {};
  if (!response.headers.empty()) response.headers = {};
  if (response.more != nullptr) [[unlikely]]
    response.more = {};
  parser_.reset();
  progress_ = whole_request;
  awaited_ = awaited::next_request;
  if (parsed_ == in_.size()) {
    in_.clear();
    parsed_ = 0;
  }
}

// From a job of the protocol.
void connection::on_stirred(void* self) noexcept {
  auto& own = *static_cast<connection*>(self);
  own.step([&own] { own.go_on_switched(); });
}

// What was due has come, or another turn.
void connection::go_on_with_pieces(bool found) noexcept {
  list_.answer_came();
  step([&] {
    piece_due_ = false;
    turns_ = 0;
    if (phase_ == phase::closed) return;
    if (found) static_cast<void>(add_piece(response.more->found()));
    if (!writing_ && phase_ != phase::closed) advance();
  });
}

void connection::tell_of_answer() noexcept {
  const tenon::door door = list_.door();
  if (door.answered != nullptr) door.answered(door.app, *this, std::chrono::steady_clock::now() - asked_);
}

// True: all is written. False: a write is under way, or the peer is gone.
bool connection::send_output() {
  if (out_.empty()) return true;
  const std::ptrdiff_t taken = stream_->write_now(out_.data(), out_.size());
  if (taken < 0) {
    close();
    return false;
  }
  if (static_cast<std::size_t>(taken) == out_.size()) [[likely]] {
    out_.clear();
    out_.shrink(usual_output);
    return true;
  }
  out_.swap(sending_);
  sent_ = static_cast<std::size_t>(taken);
  send_rest();
  return false;
}

void connection::send_rest() {
  writing_ = true;
  write_deadline_ = list_.deadline_in(list_.limits().write_timeout);
  stream_->write(sending_.data() + sent_, sending_.size() - sent_);
}

void connection::read_more() {
  const awaited now = !parser_ ? (awaited_ == awaited::first_request ? awaited::first_request : awaited::next_request)
                      : parser_->is_header_done() ? awaited::body
                                                  : awaited::header;
  if (now != awaited_ || now == awaited::next_request) {
    awaited_ = now;
    const options& limits = list_.limits();
    read_deadline_ = list_.deadline_in(now == awaited::next_request ? limits.idle_timeout
                                       : now == awaited::body       ? limits.body_timeout.get()
                                                                    : limits.header_timeout.get());
  }
  make_room();
  reading_ = true;
  stream_->read(in_.end(), in_.room());
}

void connection::make_room() {
  if (!parser_) {
    if (parsed_ != 0) in_.cut(0, std::exchange(parsed_, 0));
    if (in_.empty()) in_.shrink(usual_input);
  }
  if (in_.room() >= smallest_read) return;
  if (!parser_) {
    static_cast<void>(in_.grow(smallest_read));
    return;
  }
  if (const char* const end = parser_->end_of_body(); end != nullptr) {
    const auto behind_body = static_cast<std::size_t>(end - in_.data());
    in_.cut(behind_body, std::exchange(parsed_, behind_body));
  }
  if (request_ != 0) {
    parser_->moved(in_.data() + request_, in_.data());
    in_.cut(0, request_);
    parsed_ -= std::exchange(request_, 0);
  }
  if (in_.room() < smallest_read) {
    const std::unique_ptr<char[]> before = in_.grow(smallest_read);
    parser_->moved(before.get(), in_.data());
  }
}

void connection::finish() {
  phase_ = phase::finishing;
  opening_or_finishing_ = true;
  // Nothing that an idle peer could lose is on its way. When the server stops, peers have to be quick.
  constexpr milliseconds quickly(250);
  const milliseconds linger = list_.limits().linger_timeout;
  read_deadline_ = list_.deadline_in(idle_ ? milliseconds(0) : list_.draining() ? std::min(quickly, linger) : linger);
  // Behind a protocol the request has to stay, for who still looks at it.
  const bool in_protocol = course_ == course::in_protocol;
  buffer& scratch = in_protocol ? out_ : in_;
  if (in_protocol) out_.make_room(smallest_read);
  stream_->finish(scratch.data(), scratch.capacity());
}

void connection::look_at_deadline(milliseconds now) noexcept {
  if (phase_ == phase::switched) return step([&] { look_at_switched(now); });
  if (course_ == course::in_pieces && !piece_due_ && now >= give_up_at_ && !response.more->is_welcome()) [[unlikely]] {
    // Its extension is to stop, and a peer that takes its time must not keep it.
    if (give_up_at_ == milliseconds(0))
      give_up_at_ = now + list_.limits().drain_timeout.get();
    else
      return step([&] { close(); });
  }
  if (writing_ ? now < write_deadline_ : in_handler_ || now < read_deadline_) return;
  step([&] { expire(refusal::timeout); });
}

void connection::give_up_place() noexcept {
  step([&] { expire(refusal::too_slow); });
}

void connection::expire(refusal why) {
  if (writing_ || phase_ != phase::talking || !reading_) return close();
  if (parser_)
    refuse(why);
  else
    leave();
  read_deadline_ = list_.deadline_in(list_.limits().linger_timeout);
  stream_->cancel_read();
}

void connection::drain() noexcept {
  step([&] {
    if (phase_ == phase::opening) return close();
    if (phase_ == phase::switched) {
      next->leave();
      return go_on_switched();
    }
    if (phase_ != phase::talking || !reading_ || parser_ || !in_.empty() || stream_->has_unread_input()) return;
    leave();
    stream_->cancel_read();
  });
}

// Nobody waits for anything here.
void connection::leave() {
  phase_ = phase::closing;
  idle_ = true;
}

void connection::abandon() noexcept {
  step([&] {
    if (phase_ == phase::switched) {
      next->give_up();
      go_on_switched();
    }
    close();
  });
}

void connection::close() noexcept {
  phase_ = phase::closed;
  stream_->close();
}

}  // namespace tenon::http1
