// How a connection gets on, and whether it has to give up its place to a new one.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "connection.hpp"

namespace tenon::http1 {

// Asked behind every step, when it waits for something.
standing connection::stands() const noexcept {
  if (phase_ == phase::closed) return standing::needed;  // it goes when its handler has ended
  if (phase_ == phase::closing || phase_ == phase::finishing) return writing_ ? standing::moving : standing::leaving;
  // Whoever waits for a peer that takes nothing is not at work.
  if (in_handler_ && (!writing_ || course_ == course::at_once)) return standing::needed;
  const bool waits = phase_ == phase::talking && !writing_ && !parser_ && awaited_ == awaited::next_request;
  return waits ? standing::idle : standing::moving;
}

void connection::get_on(std::size_t bytes) noexcept {
  progress_ = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{progress_} + bytes, whole_request));
}

std::uint32_t connection::unsent() const noexcept {
  return static_cast<std::uint32_t>(std::min<std::size_t>(stream_->unsent(), whole_request - 1));
}

// Nothing that it would lose is on its way, in either direction.
bool connection::is_quiet() const noexcept { return !stream_->has_unread_input() && unsent() == 0; }

// In so many milliseconds since it got on last.
bool connection::is_slow(std::uint32_t milliseconds) const noexcept {
  if (standing_ == standing::idle && is_quiet()) return true;
  if (!writing_ && stream_->has_unread_input()) return false;  // the peer was fast enough, and this program was not
  // What has been written may be on its way for long: it counts when it has arrived.
  const std::int64_t done = std::int64_t{progress_} - std::int64_t{unsent()};
  const auto wanted = static_cast<std::int64_t>(list_.limits().minimal_rate.get().bytes) * milliseconds / 1000;
  return done >= 0 && done < wanted;
}

}  // namespace tenon::http1
