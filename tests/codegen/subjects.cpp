// Pairs of functions: `composed_X` goes through tenon, `by_hand_X` does the same without it. Compiled as programs are;
// the test reads the object file.
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "listeners.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"

namespace codegen {

using namespace tenon::literals;

// --- emit --------------------------------------------------------------------------------------------------------

// What a program written by hand has beside its listeners: at the front, and as much of it as in an app, so that they
// stand at the same distance from its beginning. (Behind the listener an app has a pointer for each of its two
// extensions.)
struct hand {
  std::array<void*, sizeof(app<called, 1>) / sizeof(void*) - 3> others{};
};
template <template <std::size_t> class L>
struct hand_1 : hand {
  L<0> l0;
};
// What is written by hand so often: `each(00)` to `each(07)`, and to `each(77)`. The numbers are octal.
#define TENON_EIGHT_TIMES(each, tens) \
  each(tens##0) each(tens##1) each(tens##2) each(tens##3) each(tens##4) each(tens##5) each(tens##6) each(tens##7)
#define TENON_64_TIMES(each)                                                                                  \
  TENON_EIGHT_TIMES(each, 0)                                                                                  \
  TENON_EIGHT_TIMES(each, 1) TENON_EIGHT_TIMES(each, 2) TENON_EIGHT_TIMES(each, 3) TENON_EIGHT_TIMES(each, 4) \
      TENON_EIGHT_TIMES(each, 5) TENON_EIGHT_TIMES(each, 6) TENON_EIGHT_TIMES(each, 7)
#define TENON_LISTENER(number) L<0##number> l##number;
#define TENON_TELL(number) to.l##number.on(one);

template <template <std::size_t> class L>
struct hand_8 : hand {
  TENON_EIGHT_TIMES(TENON_LISTENER, 0)
};
template <template <std::size_t> class L>
struct hand_64 : hand {
  TENON_64_TIMES(TENON_LISTENER)
};

extern "C" {
void composed_emit_to_1_inlined(context<inlined, 1> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_1_inlined(hand_1<inlined>& to, event& one) { to.l0.on(one); }
void composed_emit_to_8_inlined(context<inlined, 8> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_8_inlined(hand_8<inlined>& to, event& one) { TENON_EIGHT_TIMES(TENON_TELL, 0) }
void composed_emit_to_64_inlined(context<inlined, 64> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_64_inlined(hand_64<inlined>& to, event& one) { TENON_64_TIMES(TENON_TELL) }
void composed_emit_to_1_called(context<called, 1> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_1_called(hand_1<called>& to, event& one) { to.l0.on(one); }
void composed_emit_to_8_called(context<called, 8> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_8_called(hand_8<called>& to, event& one) { TENON_EIGHT_TIMES(TENON_TELL, 0) }
void composed_emit_to_64_called(context<called, 64> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_64_called(hand_64<called>& to, event& one) { TENON_64_TIMES(TENON_TELL) }
// An event made on the spot.
void composed_emit_of_a_value(context<inlined, 8> ctx, std::uint64_t a, std::uint64_t b) { ctx.emit(event{a, b}); }
void by_hand_emit_of_a_value(hand_8<inlined>& to, std::uint64_t a, std::uint64_t b) {
  event one{a, b};
  TENON_EIGHT_TIMES(TENON_TELL, 0)
}
}

// --- a provider, an import, a setting ----------------------------------------------------------------------------

struct store {
  std::uint64_t state = 0;
  std::uint64_t get(std::uint64_t key) noexcept { return state += key; }
};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = store;
  store own;
  store& exported() noexcept { return own; }
};
struct behind_the_alias {
  static constexpr auto manifest = tenon::manifest{.name = "behind_the_alias", .version = "1.0.0"};
  tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp{}; }};
  store keys;
};
struct user {
  static constexpr auto manifest =
      tenon::manifest{.name = "user", .version = "1.0.0", .needs = {{"data"}, {"extension_impl"}}};
  struct settings {
    std::uint64_t before = 1, workers = 4;
  };
};
struct joints : tenon::basic_app<joints, tenon::implementation<behind_the_alias>, data, user> {};
struct data_cluster : data {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "1.0.0"};
};
struct redirected_joints : tenon::basic_app<redirected_joints, tenon::implementation<behind_the_alias>,
                                            tenon::redirect<"data", "data_cluster">, data_cluster, user> {};
struct wary {
  static constexpr auto manifest =
      tenon::manifest{.name = "wary", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}};
  static std::uint64_t ask(auto& ctx, std::uint64_t key) noexcept {
    if constexpr (auto there = ctx.find("data"_ext))
      return there->get(key);
    else
      return key;
  }
};
struct joints_of_wary : tenon::basic_app<joints_of_wary, data, wary> {};
struct wary_alone : tenon::basic_app<wary_alone, wary> {};
struct count {
  static constexpr auto function = tenon::function{.name = "count"};
  std::uint64_t key = 0;
};
struct counter {
  static constexpr auto manifest = tenon::manifest{.name = "counter", .version = "1.0.0"};
  using functions = tenon::functions<count>;
  std::uint64_t state = 0;
  std::uint64_t call(const count& arguments, auto&) noexcept { return state += arguments.key; }
};
struct counts {
  static constexpr auto manifest = tenon::manifest{.name = "counts", .version = "1.0.0", .needs = {{"counter"}}};
};
struct joints_of_counts : tenon::basic_app<joints_of_counts, counter, counts> {};
struct hand_joints {
  data there;
  behind_the_alias impl;
  std::atomic<const void*> settings;  // the current ones: they may be changed while requests are served
};

extern "C" {
std::uint64_t composed_provider_call(tenon::context<user, joints> ctx, std::uint64_t key) {
  return ctx.impl().keys.get(key);
}
std::uint64_t by_hand_provider_call(hand_joints& all, std::uint64_t key) { return all.impl.keys.get(key); }

std::uint64_t composed_import_call(tenon::context<user, joints> ctx, std::uint64_t key) {
  return ctx.import("data"_ext).get(key);
}
std::uint64_t by_hand_import_call(hand_joints& all, std::uint64_t key) { return all.there.own.get(key); }

std::uint64_t composed_redirected_import_call(tenon::context<user, redirected_joints> ctx, std::uint64_t key) {
  return ctx.import("data"_ext).get(key);
}
std::uint64_t by_hand_redirected_import_call(hand_joints& all, std::uint64_t key) { return all.there.own.get(key); }

std::uint64_t composed_optional_import_call(tenon::context<wary, joints_of_wary> ctx, std::uint64_t key) {
  return wary::ask(ctx, key);
}
std::uint64_t by_hand_optional_import_call(hand_joints& all, std::uint64_t key) { return all.there.own.get(key); }
// Nothing is left of what is absent.
std::uint64_t composed_absent_import_call(tenon::context<wary, wary_alone> ctx, std::uint64_t key) {
  return wary::ask(ctx, key);
}
std::uint64_t by_hand_absent_import_call(hand_joints&, std::uint64_t key) { return key; }

std::uint64_t composed_function_call(tenon::context<counts, joints_of_counts> ctx, std::uint64_t key) {
  return ctx.call("count"_fn, {.key = key});
}
std::uint64_t by_hand_function_call(hand_joints& all, std::uint64_t key) { return all.there.own.get(key); }

std::uint64_t composed_settings_read(tenon::context<user, joints> ctx) { return ctx.settings().workers; }
std::uint64_t by_hand_settings_read(hand_joints& all) {
  return static_cast<const user::settings*>(all.settings.load(std::memory_order_acquire))->workers;
}
}

}  // namespace codegen
