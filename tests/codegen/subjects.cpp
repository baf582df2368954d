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
template <template <std::size_t> class L>
struct hand_8 : hand {
  L<0> l0;
  L<1> l1;
  L<2> l2;
  L<3> l3;
  L<4> l4;
  L<5> l5;
  L<6> l6;
  L<7> l7;
};
template <template <std::size_t> class L>
struct hand_64 : hand {
  L<0> l0;
  L<1> l1;
  L<2> l2;
  L<3> l3;
  L<4> l4;
  L<5> l5;
  L<6> l6;
  L<7> l7;
  L<8> l8;
  L<9> l9;
  L<10> l10;
  L<11> l11;
  L<12> l12;
  L<13> l13;
  L<14> l14;
  L<15> l15;
  L<16> l16;
  L<17> l17;
  L<18> l18;
  L<19> l19;
  L<20> l20;
  L<21> l21;
  L<22> l22;
  L<23> l23;
  L<24> l24;
  L<25> l25;
  L<26> l26;
  L<27> l27;
  L<28> l28;
  L<29> l29;
  L<30> l30;
  L<31> l31;
  L<32> l32;
  L<33> l33;
  L<34> l34;
  L<35> l35;
  L<36> l36;
  L<37> l37;
  L<38> l38;
  L<39> l39;
  L<40> l40;
  L<41> l41;
  L<42> l42;
  L<43> l43;
  L<44> l44;
  L<45> l45;
  L<46> l46;
  L<47> l47;
  L<48> l48;
  L<49> l49;
  L<50> l50;
  L<51> l51;
  L<52> l52;
  L<53> l53;
  L<54> l54;
  L<55> l55;
  L<56> l56;
  L<57> l57;
  L<58> l58;
  L<59> l59;
  L<60> l60;
  L<61> l61;
  L<62> l62;
  L<63> l63;
};

extern "C" {
void composed_emit_to_1_inlined(context<inlined, 1> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_1_inlined(hand_1<inlined>& to, event& one) { to.l0.on(one); }
void composed_emit_to_8_inlined(context<inlined, 8> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_8_inlined(hand_8<inlined>& to, event& one) {
  to.l0.on(one);
  to.l1.on(one);
  to.l2.on(one);
  to.l3.on(one);
  to.l4.on(one);
  to.l5.on(one);
  to.l6.on(one);
  to.l7.on(one);
}
void composed_emit_to_64_inlined(context<inlined, 64> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_64_inlined(hand_64<inlined>& to, event& one) {
  to.l0.on(one);
  to.l1.on(one);
  to.l2.on(one);
  to.l3.on(one);
  to.l4.on(one);
  to.l5.on(one);
  to.l6.on(one);
  to.l7.on(one);
  to.l8.on(one);
  to.l9.on(one);
  to.l10.on(one);
  to.l11.on(one);
  to.l12.on(one);
  to.l13.on(one);
  to.l14.on(one);
  to.l15.on(one);
  to.l16.on(one);
  to.l17.on(one);
  to.l18.on(one);
  to.l19.on(one);
  to.l20.on(one);
  to.l21.on(one);
  to.l22.on(one);
  to.l23.on(one);
  to.l24.on(one);
  to.l25.on(one);
  to.l26.on(one);
  to.l27.on(one);
  to.l28.on(one);
  to.l29.on(one);
  to.l30.on(one);
  to.l31.on(one);
  to.l32.on(one);
  to.l33.on(one);
  to.l34.on(one);
  to.l35.on(one);
  to.l36.on(one);
  to.l37.on(one);
  to.l38.on(one);
  to.l39.on(one);
  to.l40.on(one);
  to.l41.on(one);
  to.l42.on(one);
  to.l43.on(one);
  to.l44.on(one);
  to.l45.on(one);
  to.l46.on(one);
  to.l47.on(one);
  to.l48.on(one);
  to.l49.on(one);
  to.l50.on(one);
  to.l51.on(one);
  to.l52.on(one);
  to.l53.on(one);
  to.l54.on(one);
  to.l55.on(one);
  to.l56.on(one);
  to.l57.on(one);
  to.l58.on(one);
  to.l59.on(one);
  to.l60.on(one);
  to.l61.on(one);
  to.l62.on(one);
  to.l63.on(one);
}
void composed_emit_to_1_called(context<called, 1> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_1_called(hand_1<called>& to, event& one) { to.l0.on(one); }
void composed_emit_to_8_called(context<called, 8> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_8_called(hand_8<called>& to, event& one) {
  to.l0.on(one);
  to.l1.on(one);
  to.l2.on(one);
  to.l3.on(one);
  to.l4.on(one);
  to.l5.on(one);
  to.l6.on(one);
  to.l7.on(one);
}
void composed_emit_to_64_called(context<called, 64> ctx, event& one) { ctx.emit(one); }
void by_hand_emit_to_64_called(hand_64<called>& to, event& one) {
  to.l0.on(one);
  to.l1.on(one);
  to.l2.on(one);
  to.l3.on(one);
  to.l4.on(one);
  to.l5.on(one);
  to.l6.on(one);
  to.l7.on(one);
  to.l8.on(one);
  to.l9.on(one);
  to.l10.on(one);
  to.l11.on(one);
  to.l12.on(one);
  to.l13.on(one);
  to.l14.on(one);
  to.l15.on(one);
  to.l16.on(one);
  to.l17.on(one);
  to.l18.on(one);
  to.l19.on(one);
  to.l20.on(one);
  to.l21.on(one);
  to.l22.on(one);
  to.l23.on(one);
  to.l24.on(one);
  to.l25.on(one);
  to.l26.on(one);
  to.l27.on(one);
  to.l28.on(one);
  to.l29.on(one);
  to.l30.on(one);
  to.l31.on(one);
  to.l32.on(one);
  to.l33.on(one);
  to.l34.on(one);
  to.l35.on(one);
  to.l36.on(one);
  to.l37.on(one);
  to.l38.on(one);
  to.l39.on(one);
  to.l40.on(one);
  to.l41.on(one);
  to.l42.on(one);
  to.l43.on(one);
  to.l44.on(one);
  to.l45.on(one);
  to.l46.on(one);
  to.l47.on(one);
  to.l48.on(one);
  to.l49.on(one);
  to.l50.on(one);
  to.l51.on(one);
  to.l52.on(one);
  to.l53.on(one);
  to.l54.on(one);
  to.l55.on(one);
  to.l56.on(one);
  to.l57.on(one);
  to.l58.on(one);
  to.l59.on(one);
  to.l60.on(one);
  to.l61.on(one);
  to.l62.on(one);
  to.l63.on(one);
}
// An event made on the spot.
void composed_emit_of_a_value(context<inlined, 8> ctx, std::uint64_t a, std::uint64_t b) { ctx.emit(event{a, b}); }
void by_hand_emit_of_a_value(hand_8<inlined>& to, std::uint64_t a, std::uint64_t b) {
  event one{a, b};
  to.l0.on(one);
  to.l1.on(one);
  to.l2.on(one);
  to.l3.on(one);
  to.l4.on(one);
  to.l5.on(one);
  to.l6.on(one);
  to.l7.on(one);
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
