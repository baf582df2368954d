// An extension that hears every event and keeps a copy. In a composition with it no event is unheard. What the app
// itself emits, as `ready`, is not kept.
#pragma once

#include <any>
#include <cstddef>
#include <mutex>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tenon/composition/implementation.hpp"
#include "tenon/event/framework_events.hpp"
#include "tenon/extension.hpp"

namespace tenon::testing {

// It needs the extension that is tested, and so hears after it: what it keeps has that one's answers in it. From any
// thread. `Tested` may be marked with `implementation<>`.
template <class Tested>
class recorder {
  using marks = unmarked<Tested>;

 public:
  static constexpr auto manifest =
      tenon::manifest{.name = "recorder",
                      .version = "1.0.0",
                      .needs = {{marks::is_implementation ? alias_name : std::string_view(marks::type::manifest.name)}},
                      .priority = 1'000'000};
  using listens = tenon::listens<pattern<"*">>;

  template <class E>
    requires std::is_copy_constructible_v<E>
  void on_any(const E& event) {
    if constexpr (event::is_of_framework<E>) return;
    const std::scoped_lock lock(mutex_);
    heard_.emplace_back(event);
    names_.push_back(E::name);
  }

  // What has no copy is heard and not kept.
  template <class E>
    requires(!std::is_copy_constructible_v<E>)
  void on_any(const E&) {}

  // All of one type, in the order in which they were emitted.
  template <Event E>
  [[nodiscard]] std::vector<E> all() const {
    const std::scoped_lock lock(mutex_);
    std::vector<E> out;
    for (const std::any& one : heard_)
      if (const E* event = std::any_cast<E>(&one)) out.push_back(*event);
    return out;
  }
  // The names of all events, in that order.
  [[nodiscard]] std::vector<std::string_view> names() const {
    const std::scoped_lock lock(mutex_);
    return names_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::any> heard_{};
  std::vector<std::string_view> names_{};
};

}  // namespace tenon::testing
