// One row of the table of events: what is known of it before the program runs.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/event/event_facts.hpp"
#include "tenon/event/listeners.hpp"

namespace tenon::event {

struct event_row {
  event_facts facts{};
  std::span<const std::size_t> emitters{};   // their places in start order
  std::span<const listener> listeners{};     // in start order
  bool returns = false;                      // hearing it can lead to it again
  bool by_framework = false;                 // the app emits it itself
  std::span<const std::string_view> also{};  // the names of the events that are one with it by an alias
};

}  // namespace tenon::event
