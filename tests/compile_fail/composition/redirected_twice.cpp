// expect: duplicate_redirect: data is redirected twice: to data_cluster and to data_disk. Take one of the two
#include "tenon/app.hpp"
#include "data_and_notes.hpp"

struct data_disk {
  static constexpr auto manifest = tenon::manifest{.name = "data_disk", .version = "1.0.0"};
  using exports = store;
  store& exported() { return own; }
  store own{};
};

tenon::app<tenon::redirect<"data", "data_disk">, tenon::redirect<"data", "data_cluster">, notes, data_disk,
           data_cluster>
    composition;
