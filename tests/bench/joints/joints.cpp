// Goes across one joint of a composition so often, or does the same without one.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"

namespace {

using namespace tenon::literals;

struct store {
  std::uint64_t state = 0;
  std::uint64_t get(std::uint64_t key) noexcept { return state = (state ^ key) * 0x9e3779b97f4a7c15; }
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

struct task {
  std::string_view joint;
  std::size_t rounds = 0;
  std::uint64_t sum = 0;

  // What one round gives is what the next one is asked: nothing of it can be left out, or done once.
  template <class Round>
  void repeat(Round round) {
    for (std::size_t i = 0; i < rounds; ++i) {
      sum += round(sum + i);
      asm volatile("" : : : "memory");
    }
  }
};

struct user {
  static constexpr auto manifest =
      tenon::manifest{.name = "user", .version = "1.0.0", .needs = {{"data"}, {"extension_impl"}}};
  struct settings {
    std::uint64_t before = 1, workers = 4;
  };
  void on_ready(auto& ctx) {
    if (what.joint == "provider") what.repeat([&](std::uint64_t key) { return ctx.impl().keys.get(key); });
    if (what.joint == "import") what.repeat([&](std::uint64_t key) { return ctx.import("data"_ext).get(key); });
    if (what.joint == "setting") what.repeat([&](std::uint64_t) { return ctx.settings().workers; });
  }
  task what{};
};
struct composition : tenon::basic_app<composition, tenon::implementation<behind_the_alias>, data, user> {};

std::uint64_t composed(const task& what) {
  static composition app;
  app.part<user>().what = what;
  app.start();
  return app.part<user>().what.sum;
}

std::uint64_t by_hand(task what) {
  static store keys, own;
  // They may be changed while they are read.
  static const user::settings given;
  static std::atomic<const user::settings*> settings = &given;
  if (what.joint == "provider") what.repeat([](std::uint64_t key) { return keys.get(key); });
  if (what.joint == "import") what.repeat([](std::uint64_t key) { return own.get(key); });
  if (what.joint == "setting")
    what.repeat([](std::uint64_t) { return settings.load(std::memory_order_acquire)->workers; });
  return what.sum;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4) {
    const task what{.joint = argv[2], .rounds = static_cast<std::size_t>(std::atol(argv[3]))};
    const std::string_view way = argv[1];
    if (way == "composed" || way == "by_hand")
      return std::printf("%llu\n", static_cast<unsigned long long>(way == "composed" ? composed(what) : by_hand(what))),
             0;
  }
  return std::fprintf(stderr, "usage: %s composed|by_hand provider|import|setting COUNT\n", argv[0]), 2;
}
