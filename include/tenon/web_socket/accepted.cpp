#include "tenon/web_socket/accepted.hpp"

#include <algorithm>
#include <array>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web_socket/frames.hpp"
#include "tenon/web_socket/handshake.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/conversation.hpp"
#include "tenon/word/event_loop.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/web_socket.hpp"

namespace tenon::web_sockets {

// It runs the coroutine in jobs of the loop, one turn at a time, so that no call of the connection leads into it and
// others have their turn.
class engine final : public accepted, private frames::reader {
 public:
  engine(exchange& one, std::size_t message_limit);
  ~engine() override;
  void talk(conversation with, std::unique_ptr<host> whose) override;

  void begin(listener who, const limits& given) override;
  std::span<char> room() override;
  void filled(std::size_t size) override;
  void received(std::string_view bytes) override;
  std::string take_output() override;
  [[nodiscard]] std::size_t sent() const noexcept override;
  void written() override;
  void ask_for_sign_of_life() override;
  void leave() override;
  void give_up() override;
  void lost() noexcept override;
  [[nodiscard]] stage at() const noexcept override;
  [[nodiscard]] bool is_welcome() const noexcept override;
  [[nodiscard]] bool is_busy() const noexcept override;

  [[nodiscard]] int peer_code() const noexcept override;
  [[nodiscard]] std::string_view peer_reason() const noexcept override;

 private:
  bool has_message() const noexcept override { return !inbox_.empty(); }
  bool is_over() const noexcept override { return over_; }
  bool has_been_told() const noexcept override { return told_; }
  std::optional<web_socket_message> take() override;
  bool put(std::string_view bytes, bool is_binary) override;
  bool has_room() const noexcept override;
  bool can_send() const noexcept override;
  void wait(std::coroutine_handle<> who, awaited what) override;
  void stop_waiting() noexcept override;
  void say_good_bye(std::uint16_t code, std::string_view reason) override;

  void on_message(std::string_view bytes, bool is_binary) override;
  void wake();
  void schedule();
  void turn();
  void end();
  [[nodiscard]] bool is_due() const noexcept;

  exchange& one_;
  listener tell_{};
  std::optional<frames> frames_{};  // from `begin` on
  std::size_t message_limit_;
  std::size_t sent_ = 0;       // what the connection has taken
  std::size_t unwritten_ = 0;  // of it
  std::deque<web_socket_message> inbox_{};
  std::size_t inbox_size_ = 0;
  std::coroutine_handle<> waiter_{};
  awaited awaited_ = awaited::message;
  int refused_ = 0;       // times that it was told that nothing more can be sent
  bool over_ = false;     // nothing more will be received
  bool told_ = false;     // and it knows
  bool leaving_ = false;  // the server stops, or whose it is
  bool lost_ = false;     // the peer is gone
  bool famine_ = false;   // no memory for what has come
  bool paused_ = false;   // nothing is read, because the inbox is full
  bool begun_ = false;
  bool runs_ = false;
  bool turn_due_ = false;
  bool in_turn_ = false;
  bool heedless_ = false;  // it goes on although it has been told
  std::array<char, 4096> room_;
  std::unique_ptr<host> host_{};  // left behind the frame
  std::optional<conversation> talk_{};
};

namespace {

// Behind so much that the peer has not taken, and so much that the conversation has not, nothing more is let in.
constexpr std::size_t enough = 65'536;
constexpr std::size_t cost_of_message = 64;
constexpr std::size_t longest_reason = 123;

// RFC 6455 section 7.4.1
constexpr std::uint16_t normal_closure = 1000, going_away = 1001, internal_error = 1011;
constexpr int went_without_a_word = 1006;

// No half of a character at its end.
[[nodiscard]] std::string_view cut_to(std::string_view text, std::size_t most) noexcept {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

}  // namespace

std::unique_ptr<accepted> accept(exchange& one, bool any_origin, std::size_t message_limit) {
  if (std::optional<response> why = objection_to(one.request, any_origin)) {
    one.response = *std::move(why);
    return nullptr;
  }
  return std::make_unique<engine>(one, message_limit);
}

engine::engine(exchange& one, std::size_t message_limit)
    : accepted(one.request), one_(one), message_limit_(message_limit) {}

engine::~engine() {
  talk_.reset();
  if (begun_ && host_) one_.request.passport = nullptr;
}

void engine::talk(conversation with, std::unique_ptr<host> whose) {
  host_ = std::move(whose);
  talk_.emplace(std::move(with));
}

void engine::begin(listener who, const limits& given) {
  tell_ = who;
  const std::size_t most = message_limit_ == 0 ? given.message : std::min(message_limit_, given.message);
  frames_.emplace(static_cast<frames::reader&>(*this), one_.request, one_.response.headers, most);
  schedule();
}

std::span<char> engine::room() {
  if (lost_ || !frames_->is_reading()) return {};
  paused_ = inbox_size_ >= enough;
  return paused_ || (unwritten_ + frames_->output_size() >= enough && can_send()) ? std::span<char>()
                                                                                  : std::span<char>(room_);
}

void engine::filled(std::size_t size) { received({room_.data(), size}); }

void engine::received(std::string_view bytes) {
  frames_->take_in(bytes);
  if (famine_) say_good_bye(internal_error, {});
  if (!frames_->is_reading()) over_ = true;  // it has closed, or broken the rules
  wake();
}

void engine::on_message(std::string_view bytes, bool is_binary) {
  if (over_ || famine_) return;
  famine_ = !attempt(
      [&] {
        inbox_.push_back({std::string(bytes), is_binary});
        inbox_size_ += bytes.size() + cost_of_message;
      },
      [] {});
}

std::optional<web_socket_message> engine::take() {
  if (inbox_.empty()) {
    told_ = over_;
    return std::nullopt;
  }
  std::optional<web_socket_message> out(std::move(inbox_.front()));
  inbox_.pop_front();
  inbox_size_ -= out->text.size() + cost_of_message;
  if (paused_ && inbox_size_ < enough) schedule();
  return out;
}

bool engine::put(std::string_view bytes, bool is_binary) {
  if (!can_send()) {
    ++refused_;
    return false;
  }
  frames_->send(bytes, is_binary);
  schedule();
  return true;
}

void engine::say_good_bye(std::uint16_t code, std::string_view reason) {
  over_ = true;
  inbox_.clear();
  inbox_size_ = 0;
  if (!can_send()) return;
  frames_->close(code, cut_to(reason, longest_reason));
  schedule();
}

std::string engine::take_output() {
  std::string out = frames_->take_output();
  unwritten_ += out.size();
  sent_ += out.size();
  return out;
}

void engine::written() {
  unwritten_ = 0;
  wake();
}

bool engine::can_send() const noexcept { return frames_.has_value() && !lost_ && frames_->can_send(); }

bool engine::has_room() const noexcept {
  return can_send() ? unwritten_ + frames_->output_size() < enough : refused_ < 2;
}

void engine::ask_for_sign_of_life() {
  if (can_send()) frames_->ping();
}

void engine::leave() {
  leaving_ = over_ = true;
  wake();
}

void engine::give_up() {
  leaving_ = true;
  say_good_bye(going_away, {});
  wake();
}

void engine::lost() noexcept {
  lost_ = over_ = true;
  attempt([&] { wake(); }, [] {});  // no memory: it is woken when this is said again
}

protocol::stage engine::at() const noexcept {
  if (lost_) return stage::over;
  if (frames_->can_send()) return stage::open;
  return frames_->is_reading() ? stage::closing : stage::over;
}

// Of the protocol's members none stands in the header: as there is one protocol, the compiler would guess that it is
// this one, and put the member into every program that serves.
std::size_t engine::sent() const noexcept { return sent_; }
bool engine::is_busy() const noexcept { return runs_ || turn_due_; }

bool engine::is_welcome() const noexcept { return !host_ || host_->is_welcome(); }

int engine::peer_code() const noexcept {
  const int given = frames_.has_value() ? frames_->peer_code() : 0;
  return given == 0 && lost_ ? went_without_a_word : given;
}
std::string_view engine::peer_reason() const noexcept {
  return frames_.has_value() ? frames_->peer_reason() : std::string_view();
}

void engine::wait(std::coroutine_handle<> who, awaited what) {
  waiter_ = who;
  awaited_ = what;
  heedless_ = what == awaited::message ? over_ && told_ : refused_ >= 2;
  wake();
}

void engine::stop_waiting() noexcept {
  waiter_ = {};
  heedless_ = false;
}

bool engine::is_due() const noexcept {
  if (!waiter_) return false;
  return heedless_ || (awaited_ == awaited::message ? has_message() || over_ : has_room() || !can_send());
}

void engine::wake() {
  if (is_due()) schedule();
}

// Within a turn there is nothing to be scheduled but another one for whoever has begun to wait in it.
void engine::schedule() {
  if (turn_due_ || (in_turn_ && !is_due())) return;
  one_.request.loop->post({[](void* self) { static_cast<engine*>(self)->turn(); }, this});
  turn_due_ = true;
}

void engine::turn() {
  turn_due_ = false;
  in_turn_ = true;
  if (!begun_) {
    begun_ = true;
    if (!lost_) {
      runs_ = true;
      one_.request.passport = host_->who();
      talk_->begin({[](void* data) noexcept {
                      auto& self = *static_cast<engine*>(data);
                      self.one_.request.loop->post({[](void* same) { static_cast<engine*>(same)->end(); }, data});
                    },
                    this});
    }
  } else if (is_due() && heedless_) {
    waiter_ = {};
    end();
    return;
  } else if (is_due()) {
    std::exchange(waiter_, {}).resume();
  }
  in_turn_ = false;
  tell_.stirred(tell_.data);
}

// Of the conversation. Behind the last line this may be gone.
void engine::end() {
  in_turn_ = true;
  const std::exception_ptr failure = heedless_ ? nullptr : talk_->failure();
  if (failure) host_->failed(failure);
  talk_.reset();
  one_.request.passport = nullptr;
  host_.reset();
  attempt(
      [&] {
        say_good_bye(failure ? internal_error : leaving_ ? going_away : normal_closure, {});
      },
      [&] { lost_ = true; });
  runs_ = in_turn_ = false;
  tell_.stirred(tell_.data);
}

}  // namespace tenon::web_sockets
