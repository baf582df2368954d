// Emits one event to so many listeners, so often, in one of several ways, and prints the nanoseconds of one emit.
#include <boost/signals2/signal.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"

namespace {

struct event {
  static constexpr std::string_view name = "event";
  std::uint64_t a = 0, b = 0;
};

// The body of every listener, whoever calls it: as little as there can be.
struct state {
  std::uint64_t value = 0;
  void hear(const event& one) noexcept { value = (value ^ one.a) * 0x9e3779b97f4a7c15 + one.b; }
};

template <class Emit>
double nanoseconds(std::size_t count, Emit emit) {
  event one{1, 2};
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    one.a = i;
    emit(one);
    asm volatile("" : : "r"(&one) : "memory");
  }
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() /
         static_cast<double>(count);
}

template <std::size_t I>
inline constexpr std::array<char, 3> letters{'l', static_cast<char>('0' + I / 10), static_cast<char>('0' + I % 10)};
template <std::size_t I>
struct listener {
  static constexpr auto manifest = tenon::manifest{.name = {letters<I>.data(), 3}, .version = "1.0.0"};
  state own{I};
  void on(const event& one) noexcept { own.hear(one); }
};
struct emitter {
  static constexpr auto manifest = tenon::manifest{.name = "emitter", .version = "1.0.0"};
  using emits = tenon::events<event>;
  void on_ready(auto& ctx) {
    took = nanoseconds(count, [&](event& one) { ctx.emit(one); });
  }
  std::size_t count = 0;
  double took = 0;
};
template <class Numbers>
struct composition;
template <std::size_t... I>
struct composition<std::index_sequence<I...>>
    : tenon::basic_app<composition<std::index_sequence<I...>>, emitter, listener<I>...> {};

template <std::size_t N>
double composed(std::size_t count) {
  static composition<std::make_index_sequence<N>> app;
  auto& self = app.template part<emitter>();
  self.count = count;
  app.start();
  return self.took;
}

template <std::size_t I>
struct part {
  state own{I};
};
// Members of their own, as the extensions of a program are, and not an array.
template <class Numbers>
struct monolith;
template <std::size_t... I>
struct monolith<std::index_sequence<I...>> : part<I>... {
  void emit(const event& one) { (part<I>::own.hear(one), ...); }
};
template <std::size_t N>
double by_hand(std::size_t count) {
  static monolith<std::make_index_sequence<N>> all;
  return nanoseconds(count, [](event& one) { all.emit(one); });
}

struct base {
  virtual void on(const event& one) = 0;
  virtual ~base() = default;
};
template <std::size_t I>
struct derived : base {
  state own{I};
  void on(const event& one) override { own.hear(one); }
};
template <std::size_t N>
double virtual_calls(std::size_t count) {
  static std::vector<std::unique_ptr<base>> all;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (all.push_back(std::make_unique<derived<I>>()), ...);
  }(std::make_index_sequence<N>());
  return nanoseconds(count, [&](event& one) {
    for (const auto& who : all) who->on(one);
  });
}

template <std::size_t N>
double functions(std::size_t count) {
  static std::array<state, N> states;
  static std::vector<std::function<void(const event&)>> all;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (all.emplace_back([&own = states[I]](const event& one) { own.hear(one); }), ...);
  }(std::make_index_sequence<N>());
  return nanoseconds(count, [&](event& one) {
    for (const auto& who : all) who(one);
  });
}

template <std::size_t N>
double signals2(std::size_t count) {
  static std::array<state, N> states;
  static boost::signals2::signal<void(const event&)> all;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (all.connect([&own = states[I]](const event& one) { own.hear(one); }), ...);
  }(std::make_index_sequence<N>());
  return nanoseconds(count, [&](event& one) { all(one); });
}

struct way {
  std::string_view name;
  double (*of_1)(std::size_t);
  double (*of_8)(std::size_t);
  double (*of_64)(std::size_t);
};
constexpr way ways[]{{"composed", composed<1>, composed<8>, composed<64>},
                     {"by_hand", by_hand<1>, by_hand<8>, by_hand<64>},
                     {"virtual", virtual_calls<1>, virtual_calls<8>, virtual_calls<64>},
                     {"function", functions<1>, functions<8>, functions<64>},
                     {"signals2", signals2<1>, signals2<8>, signals2<64>}};

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4)
    for (const way& one : ways) {
      if (one.name != argv[1]) continue;
      const long listeners = std::atol(argv[2]);
      const auto run = listeners == 1 ? one.of_1 : listeners == 8 ? one.of_8 : listeners == 64 ? one.of_64 : nullptr;
      if (run != nullptr) return std::printf("%.3f\n", run(static_cast<std::size_t>(std::atol(argv[3])))), 0;
    }
  return std::fprintf(stderr, "usage: %s WAY 1|8|64 COUNT\n", argv[0]), 2;
}
