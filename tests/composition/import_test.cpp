// Who gets what by importing it: redirects, and needs that may be absent.
#include <gtest/gtest.h>

#include <array>
#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/composition/redirect.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
#include "tenon/testing/harness.hpp"

namespace {

using namespace tenon::literals;
using tenon::redirect;
using tenon::testing::harness;

// What a contract says of an export.
template <class T>
concept Store = requires(T& store) {
  { store.name() } -> std::convertible_to<std::string>;
};
inline constexpr auto any_store = [](Store auto&) {};

std::vector<std::string> started;

struct disk_store {
  std::string name() const { return "disk"; }
};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = disk_store;
  void on_start() { started.emplace_back("data"); }
  disk_store& exported() { return own; }
  disk_store own;
};
struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "2.3.0"};
  struct exports {
    std::string name() const { return "cluster"; }
  };
  void on_start() { started.emplace_back("data_cluster"); }
  exports& exported() { return own; }
  exports own;
};
// Stands before what it takes the name of.
template <tenon::fixed_string Name>
struct before {
  static constexpr auto manifest = tenon::manifest{.name = Name.view(), .version = "1.0.0", .needs = {{"data"}}};
  struct exports {
    std::string behind;
    std::string name() const { return std::string(Name.view()) + "(" + behind + ")"; }
  };
  void on_init(auto& ctx) { own.behind = ctx.import("data"_ext).name(); }
  exports& exported() { return own; }
  exports own;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "a_notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) {
    started.emplace_back("notes");
    Store auto& store = ctx.import("data"_ext, any_store);
    by_import = store.name();
    by_find = ctx.find("data"_ext)->name();
  }
  void on_ready(auto& ctx) {
    by_ask = ctx.wait(ctx.ask("data"_ext, [](auto& store) { return store.name(); }));
  }
  std::string by_import, by_find, by_ask;
};

template <class App>
std::string seen_by_notes() {
  App app;
  app.start();
  const notes& seen = app.template part<notes>();
  EXPECT_EQ(seen.by_find, seen.by_import);
  EXPECT_EQ(seen.by_ask, seen.by_import);
  return seen.by_import;
}

TEST(redirect, gives_importers_another_extension_than_the_one_that_they_name) {
  EXPECT_EQ((seen_by_notes<tenon::app<notes, data, data_cluster>>()), "disk");
  EXPECT_EQ((seen_by_notes<tenon::app<notes, data, redirect<"data", "data_cluster">, data_cluster>>()), "cluster");
}

TEST(redirect, needs_nobody_of_the_name_that_it_takes_over) {
  EXPECT_EQ((seen_by_notes<tenon::app<redirect<"data", "data_cluster">, notes, data_cluster>>()), "cluster");
}

TEST(redirect, has_its_target_start_before_the_importer) {
  started.clear();
  seen_by_notes<tenon::app<notes, data_cluster, redirect<"data", "data_cluster">>>();
  EXPECT_EQ(started, (std::vector<std::string>{"data_cluster", "notes"}));
  constexpr auto table = tenon::app<notes, data, redirect<"data", "data_cluster">, data_cluster>::extensions();
  static_assert(table[2].manifest.name == "a_notes" && table[table[2].needs[0]].manifest.name == "data_cluster");
  static_assert(table[2].stated[0] == 0 && table[2].need_count == 1);
}

TEST(redirect, lets_its_target_stand_before_what_it_takes_the_name_of) {
  EXPECT_EQ((seen_by_notes<tenon::app<notes, data, before<"cache">, redirect<"data", "cache">>>()), "cache(disk)");
}

TEST(redirect, leads_on_where_its_target_is_redirected_too) {
  EXPECT_EQ((seen_by_notes<
                tenon::app<redirect<"data", "old_data">, redirect<"old_data", "data_cluster">, notes, data_cluster>>()),
            "cluster");
  EXPECT_EQ((seen_by_notes<tenon::app<redirect<"data", "cache">, redirect<"cache", "audit">, notes, data,
                                      before<"cache">, before<"audit">>>()),
            "audit(cache(disk))");
}

struct keys {
  static constexpr auto manifest = tenon::manifest{.name = "keys", .version = "1.0.0"};
  tenon::testing::api_key_provider_archetype api_key{[] { return tenon::timestamp{}; }};
  int count = 3;
};
struct keys_with_store : keys {
  struct exports {
    std::string name() const { return "keys"; }
  };
  exports& exported() { return own; }
  exports own;
};

TEST(redirect, may_lead_to_the_implementation_by_either_of_its_names) {
  EXPECT_EQ(
      (seen_by_notes<tenon::app<tenon::implementation<keys_with_store>, notes, redirect<"data", "extension_impl">>>()),
      "keys");
  EXPECT_EQ((seen_by_notes<tenon::app<redirect<"data", "keys">, tenon::implementation<keys_with_store>, notes>>()),
            "keys");
}

struct store_archetype {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  struct exports {
    std::string name() { return "archetype"; }
  };
  exports& exported() { return own; }
  exports own;
};

TEST(import_by_concept, takes_whatever_a_test_puts_under_the_name) {
  harness<notes, store_archetype> on;
  EXPECT_EQ(on.extension().by_import, "archetype");
}

TEST(import_by_concept, takes_what_a_test_redirects_the_name_to) {
  harness<notes, redirect<"data", "data_cluster">, data_cluster> on;
  EXPECT_EQ(on.extension().by_import, "cluster");
  static_assert(decltype(on)::app_type::extensions().size() == 5,
                "and there is no stub of data, only what belongs to the harness");
}

// --- needs that may be absent ------------------------------------------------------------------------------------

struct tidy {
  static constexpr auto manifest = tenon::manifest{
      .name = "a_tidy", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}}, .priority = -1};
  void on_start(auto& ctx) {
    started.emplace_back("tidy");
    if constexpr (auto store = ctx.find("data"_ext)) {
      seen = store->name() + "/" + (*store).name() + "/" + ctx.import("data"_ext).name();
      ctx.post([this, store] { posted = store->name(); });
    } else {
      static_assert(!store);
      seen = "nobody";
    }
  }
  std::string seen, posted;
};

TEST(optional_need, is_a_need_like_any_other_where_it_is_met) {
  started.clear();
  tenon::app<tidy, data> app;
  app.start();
  app.settle();
  EXPECT_EQ(app.part<tidy>().seen, "disk/disk/disk");
  EXPECT_EQ(app.part<tidy>().posted, "disk");
  EXPECT_EQ(started, (std::vector<std::string>{"data", "tidy"}));
  static_assert(tenon::app<tidy, data>::extensions()[1].need_count == 1);
}

TEST(optional_need, is_none_where_it_is_not) {
  started.clear();
  tenon::app<tidy> app;
  EXPECT_TRUE(app.start());
  EXPECT_EQ(app.part<tidy>().seen, "nobody");
  EXPECT_EQ(started, (std::vector<std::string>{"tidy"}));
  static_assert(tenon::app<tidy>::extensions()[0].need_count == 0);
}

struct failing {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = disk_store;
  void on_start() { throw std::runtime_error("no disk"); }
  disk_store& exported() { return own; }
  disk_store own;
};

TEST(optional_need, holds_who_has_it_where_it_is_there_and_in_fault) {
  tenon::app<tidy, failing> app;
  app.start();
  EXPECT_EQ(app.status_of(app.rank_of<tidy>).status, tenon::extension_status::held);
}

TEST(optional_need, follows_a_redirect) {
  tenon::app<tidy, before<"cache">, data, redirect<"data", "cache">> app;
  app.start();
  EXPECT_EQ(app.part<tidy>().seen, "cache(disk)/cache(disk)/cache(disk)");
}

TEST(optional_need, is_not_stubbed_by_the_harness_and_is_what_the_test_brings) {
  harness<tidy> alone;
  EXPECT_EQ(alone.extension().seen, "nobody");
  harness<tidy, store_archetype> with;
  EXPECT_EQ(with.extension().seen, "archetype/archetype/archetype");
}

struct silent {
  static constexpr auto manifest = tenon::manifest{.name = "silent", .version = "1.0.0"};
};
struct curious {
  static constexpr auto manifest =
      tenon::manifest{.name = "curious",
                      .version = "1.0.0",
                      .needs = {{"silent", "x.x.x", tenon::optional}, {"extension_impl", "x.x.x", tenon::optional}}};
  void on_start(auto& ctx) {
    auto other = ctx.find("silent"_ext);
    if constexpr (other) heard = true;
    if constexpr (auto impl = ctx.find("extension_impl"_ext)) count = impl->count + ctx.impl().count;
  }
  bool heard = false;
  int count = 0;
};

TEST(optional_need, can_be_asked_whether_it_is_met_where_nothing_is_exported) {
  tenon::app<curious, silent> with;
  with.start();
  EXPECT_TRUE(with.part<curious>().heard);
  tenon::app<curious> alone;
  alone.start();
  EXPECT_FALSE(alone.part<curious>().heard);
}

TEST(optional_need, may_be_of_the_implementation) {
  tenon::app<curious, tenon::implementation<keys>> with;
  with.start();
  EXPECT_EQ(with.part<curious>().count, 6);
}

// --- before on_start ---------------------------------------------------------------------------------------------

struct core_data {
  static constexpr auto manifest = tenon::manifest{.name = "core_data", .version = "1.0.0", .core = true};
  using exports = disk_store;
  disk_store& exported() { return own; }
  disk_store own;
};
struct early_bird {
  static constexpr auto manifest =
      tenon::manifest{.name = "early_bird", .version = "1.0.0", .needs = {{"core_data"}, {"data"}}};
  void on_preinit(auto& ctx) {
    seen = ctx.import("core_data"_ext).name();
    seen += ctx.wait(ctx.ask("core_data"_ext, [](disk_store& store) { return " " + store.name(); }));
    ctx.post([this](auto& later) { seen += " " + later.import("data"_ext).name(); });
  }
  void on_init(auto& ctx) { seen += " " + ctx.import("data"_ext, any_store).name(); }
  std::string seen;
};

TEST(early_hooks, reach_core_extensions_at_once_others_from_on_init_on_and_all_in_what_they_post) {
  tenon::app<early_bird, data, core_data> app;
  ASSERT_TRUE(app.start());
  app.settle();
  EXPECT_EQ(app.part<early_bird>().seen, "disk disk disk disk");
}

}  // namespace
