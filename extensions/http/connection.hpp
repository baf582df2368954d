// One connection: it reads requests, sends them through the door one after the other, and writes the answers in order.
//
//   opening --> talking --> closing --> finishing --> closed
//                  |                       ^
//                  +----> switched --------+      and from each to closed, where its stream breaks
//
//   opening     the stream does what it has to do first: the handshake of TLS
//   talking     a request is read, or its handler works, or its answer is written; and then the next one
//   closing     the last answer is written; nothing is read any more
//   finishing   the peer is told that all is said, and what it still sends is thrown away until it closes its side too
//   switched    another protocol has taken the place of HTTP, a web socket, with its own reading and writing
//   closed      it goes when nothing that could call it back is under way: not a read, not a write, not a handler
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "answer.hpp"
#include "buffer.hpp"
#include "connection_list.hpp"
#include "contract.hpp"
#include "request_parser.hpp"
#include "standing.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/pieces.hpp"

namespace tenon::http1 {

// Lives on one thread. connection.cpp has what is common to all; answers in pieces, refusals, other protocols, and who
// gives up a place have a file each.
class connection final : private stream_user, private tenon::exchange {
 public:
  connection(connection_list& list, std::string_view remote_address, bool secure);
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  // Whom its stream calls back.
  [[nodiscard]] stream_user& user() noexcept { return *this; }
  // Each of these may be the last thing that happens to it.
  void begin(std::unique_ptr<byte_stream> stream, bool refused) noexcept;
  void look_at_deadline(std::chrono::milliseconds now) noexcept;
  void drain() noexcept;
  void abandon() noexcept;
  // For a new one, where all places are taken.
  void give_up_place() noexcept;

 private:
  friend class connection_list;  // threads it into its list

  // Behind so much output, pipelined requests and further pieces have to wait until it is written.
  static constexpr std::size_t enough_output = 65'536;
  static constexpr std::uint32_t whole_request = UINT32_MAX;  // is progress enough

  enum class phase : std::uint8_t { opening, talking, closing, finishing, closed, switched };
  // How the answer to the request that has come last is given.
  enum class course : std::uint8_t {
    at_once,
    in_pieces,    // the handler has returned, and they come one after the other
    in_protocol,  // another one, whose answer has been begun
  };
  enum class awaited : std::uint8_t { first_request, next_request, header, body };

  void on_opened(bool open) override;
  void on_read(std::size_t size) override;
  void on_written(std::size_t size) override;
  void on_finished() override;
  static void on_complete(tenon::exchange& one);
  static void on_piece(void* self) noexcept;

  template <class F>
  void step(F&& what) noexcept;
  void advance();
  [[nodiscard]] bool serve();
  [[nodiscard]] bool parse();
  void refuse_large_header();
  void dispatch();
  void answer();
  void end_answer();
  [[nodiscard]] bool take_pieces();
  [[nodiscard]] bool add_piece(pieces::step what);
  void end_pieces();
  void drop_idle_pieces() noexcept;
  void await_turn();
  void go_on_with_pieces(bool found) noexcept;
  void replace_faulty_response();
  void tell_of_answer() noexcept;
  void refuse(refusal why);
  void switch_protocol();
  void go_on_switched();
  void read_switched(std::size_t size);
  void look_at_switched(std::chrono::milliseconds now);
  void end_switched() noexcept;
  static void on_stirred(void* self) noexcept;
  [[nodiscard]] bool send_output();
  void send_rest();
  void read_more();
  void make_room();
  void finish();
  void expire(refusal why);
  void leave();
  void close() noexcept;
  [[nodiscard]] standing stands() const noexcept;
  void get_on(std::size_t bytes) noexcept;
  [[nodiscard]] std::uint32_t unsent() const noexcept;
  [[nodiscard]] bool is_quiet() const noexcept;
  [[nodiscard]] bool is_slow(std::uint32_t milliseconds) const noexcept;
  [[nodiscard]] bool is_over() const noexcept {
    return phase_ == phase::closed && !reading_ && !writing_ && !opening_or_finishing_ && !in_handler_;
  }

  connection_list& list_;
  std::unique_ptr<byte_stream> stream_;
  connection* next_ = nullptr;
  connection* previous_ = nullptr;

  phase phase_ = phase::opening;
  awaited awaited_ = awaited::first_request;
  bool reading_ = false;
  bool writing_ = false;
  bool opening_or_finishing_ = false;
  bool in_handler_ = false;
  course course_ = course::at_once;
  bool piece_due_ : 1 = false;  // whoever writes these has not come to the next
  bool chunked_ : 1 = false;
  bool continue_sent_ : 1 = false;
  bool leaves_ = false;      // behind the last piece, or the good-bye of another protocol
  bool in_door_ = false;     // the handler was called and has not returned
  bool came_early_ = false;  // its answer came before it did
  bool keeps_alive_ = true;
  bool idle_ = false;        // it closes for that reason alone
  bool sign_asked_ = false;  // of life
  std::uint8_t turns_ = 0;   // how often pieces were taken without a pause
  standing standing_ = standing::moving;
  std::chrono::milliseconds read_deadline_{0};
  std::chrono::milliseconds write_deadline_{0};
  std::chrono::milliseconds give_up_at_{0};  // pieces, or a protocol, not welcome any more; 0: they have been

  buffer in_;
  std::size_t request_ = 0;  // where the request that is read begins in `in_`
  std::size_t parsed_ = 0;   // how far `in_` is parsed
  buffer out_;
  buffer sending_;
  std::size_t sent_ = 0;        // of `sending_`
  std::uint32_t since_ = 0;     // when it got on last, as its list counts
  std::uint32_t progress_ = 0;  // in bytes, since then
  std::optional<request_parser> parser_;
  std::chrono::steady_clock::time_point asked_{};  // since when the request is there; only where somebody wants to know
  std::vector<header> fields_;
  std::string remote_address_;
};

}  // namespace tenon::http1
