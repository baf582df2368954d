// A connection on which another protocol has taken the place of HTTP.
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "connection.hpp"

namespace tenon::http1 {

using std::chrono::milliseconds;

// The request stays at the beginning of `in_`, for the protocol reads into its own memory.
void connection::switch_protocol() {
  if (parser_->is_http_1_0()) {
    next.reset();
    response = {};
    return refuse(refusal::switch_in_http_1_0);
  }
  next->begin({&on_stirred, this}, {.message = list_.limits().message_limit.get().bytes});
  phase_ = phase::switched;
  in_handler_ = true;
  course_ = course::in_protocol;
  leaves_ = sign_asked_ = false;
  give_up_at_ = milliseconds(0);
  list_.answer_is_due();
  if (list_.draining()) next->leave();
  if (parsed_ < in_.size()) next->received({in_.data() + parsed_, in_.size() - parsed_});
  go_on_switched();
}

// Sends what there is, and reads on, or ends.
void connection::go_on_switched() {
  if (phase_ != phase::switched) {
    if (phase_ == phase::finishing) in_handler_ = next->is_busy();
    return;
  }
  if (!writing_) {
    const std::string given = next->take_output();
    if (!given.empty()) out_.append(given);
    if (!send_output() && phase_ == phase::closed) return;
    if (!writing_) next->written();
  }
  const protocol::stage at = next->at();
  if (at == protocol::stage::over) {
    if (writing_) return;
    if (reading_) return stream_->cancel_read();
    in_handler_ = next->is_busy();
    return finish();
  }
  if (at == protocol::stage::closing && !std::exchange(leaves_, true))
    read_deadline_ = list_.deadline_in(list_.limits().linger_timeout);
  if (reading_) return;
  const std::span<char> room = next->room();
  if (room.empty()) return;
  if (!leaves_) read_deadline_ = list_.deadline_in(list_.limits().ping_timeout);
  reading_ = true;
  stream_->read(room.data(), room.size());
}

// Also where a connection is closed, and a read that was under way has come back.
void connection::read_switched(std::size_t size) {
  if (phase_ == phase::closed) return;
  sign_asked_ = false;
  if (size == 0 && next->at() != protocol::stage::over) return close();
  if (size != 0) next->filled(size);
  go_on_switched();
}

void connection::look_at_switched(milliseconds now) {
  if (now >= give_up_at_ && !next->is_welcome()) {
    // Its extension is to stop, and a peer that takes its time must not keep it.
    if (give_up_at_ == milliseconds(0)) {
      give_up_at_ = now + list_.limits().drain_timeout.get();
      next->leave();
    } else {
      next->give_up();
    }
    go_on_switched();
    if (phase_ != phase::switched) return;
  }
  if (writing_) {
    if (now >= write_deadline_) close();
    return;
  }
  if (!reading_ || now < read_deadline_) return;
  if (leaves_ || std::exchange(sign_asked_, true)) return close();
  next->ask_for_sign_of_life();
  read_deadline_ = list_.deadline_in(list_.limits().ping_timeout);
  go_on_switched();
}

// Its stream is closed. What still runs of the protocol stirs when it has ended, and leads here again.
void connection::end_switched() noexcept {
  broken_off |= next->at() != protocol::stage::over;
  next->lost();
  in_handler_ = next->is_busy();
  if (in_handler_) return;
  course_ = course::at_once;
  list_.answer_came();
  tell_of_answer();
  next.reset();
}

}  // namespace tenon::http1
