// An extension that emits what a test wants another one to hear.
#pragma once

#include <functional>
#include <tuple>

#include "tenon/extension.hpp"

namespace tenon::testing {

// In a harness: `harness<mailer, tells<user_created>> on; on.tell(user_created{...});`
template <Event... Events>
class tells {
 public:
  static constexpr auto manifest = tenon::manifest{.name = "teller", .version = "1.0.0", .priority = -1'000'000};
  using emits = tenon::events<Events...>;

  void on_start(auto& ctx) {
    emitters_ = {[ctx](Events& event) { ctx.emit(event); }...};
  }
  template <class E>
  void tell(E& event) {
    std::get<std::function<void(E&)>>(emitters_)(event);
  }

 private:
  std::tuple<std::function<void(Events&)>...> emitters_{};
};

}  // namespace tenon::testing
