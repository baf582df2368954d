// A connection whose answer comes in pieces.
#include <cstddef>
#include <cstdint>

#include "connection.hpp"
#include "sentence.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon::http1 {

namespace {

// Before others have their turn: of so much output at a time, and of pieces, which may be small or empty.
constexpr std::uint8_t most_turns = 4;
constexpr int most_pieces = 256;

}  // namespace

// Appends as much as is worth sending. True: there is something to send, or nothing more to come.
bool connection::take_pieces() {
  if (++turns_ > most_turns) {
    await_turn();
    return false;
  }
  for (int taken = 0; out_.size() < enough_output; ++taken) {
    if (taken == most_pieces) {
      await_turn();
      return !out_.empty();
    }
    const pieces::step what = response.more->next({&on_piece, this});
    if (what == pieces::step::waits) {
      piece_due_ = true;
      list_.answer_is_due();
      return !out_.empty();
    }
    if (!add_piece(what)) return true;
  }
  return true;
}

// Whoever writes without ever waiting, to a peer that takes everything, lets others have their turn.
void connection::await_turn() {
  // On this thread, so not within the call; where it throws, nothing has been promised.
  list_.home().post({[](void* self) { static_cast<connection*>(self)->go_on_with_pieces(false); }, this});
  piece_due_ = true;
  list_.answer_is_due();
}

// Called where it waited for a piece, from any thread.
void connection::on_piece(void* self) noexcept {
  static_cast<connection*>(self)->list_.home().post(
      {[](void* same) { static_cast<connection*>(same)->go_on_with_pieces(true); }, self});
}

// False: it was the end.
bool connection::add_piece(pieces::step what) {
  pieces& from = *response.more;
  if (what == pieces::step::end) {
    if (from.failure() != nullptr) {
      // Without its end the peer knows that there would have been more.
      list_.log().about(request).error(sentence(
          {"The answer to ", request.method_name, " ", request.path, " broke off: ", message_of(from.failure())}));
      static_cast<void>(send_output());
      close();
    } else {
      end_pieces();
    }
    return false;
  }
  const std::string_view piece = from.text();
  from.add_sent(piece.size());
  if (chunked_)
    append_chunk(out_, piece);
  else
    out_.append(piece);
  return true;
}

void connection::end_pieces() {
  if (chunked_) append_last_chunk(out_);
  in_handler_ = false;
  course_ = course::at_once;
  leaves_ = leaves_ || list_.draining();
  end_answer();
}

// Nobody will take them any more. While one is due they are whoever's who writes them.
void connection::drop_idle_pieces() noexcept {
  if (course_ == course::in_protocol) return end_switched();
  if (course_ != course::in_pieces || piece_due_) return;
  in_handler_ = false;
  course_ = course::at_once;
  broken_off = true;
  tell_of_answer();
  broken_off = false;
  response.more = {};
}

}  // namespace tenon::http1
