// expect in body: export_not_as_expected: notes expects something else of data than table, which data_cluster exports. Have that type do what the contract of data asks for
#include "tenon/app.hpp"

using namespace tenon::literals;

struct store {
  int count() { return 3; }
};
template <class T>
concept Store = requires(T& store) { store.count(); };
inline constexpr auto any_store = [](Store auto&) {};
struct table {};
struct data {
  static constexpr auto manifest = tenon::manifest{.name = "data", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};
struct data_cluster {
  static constexpr auto manifest = tenon::manifest{.name = "data_cluster", .version = "1.0.0"};
  using exports = table;
  table& exported() { return own; }
  table own{};
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"data"}}};
  void on_start(auto& ctx) { count = ctx.import("data"_ext, any_store).count(); }
  int count = 0;
};

tenon::app<tenon::redirect<"data", "data_cluster">, notes, data, data_cluster> composition;
