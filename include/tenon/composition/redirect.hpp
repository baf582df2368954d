// The mark by which a composition gives importers another extension than the one that they name.
#pragma once

#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

// `app<redirect<"data", "data_cluster">, notes, data_cluster>`: whoever needs data gets data_cluster and is not touched
// for it. Only data_cluster itself still gets data, so that it can stand before it.
template <fixed_string From, fixed_string To>
struct redirect {
  static constexpr std::string_view from = From.view(), to = To.view();
};

struct redirect_row {
  std::string_view from{}, to{};
};

template <class T>
inline constexpr bool is_redirect = false;
template <fixed_string From, fixed_string To>
inline constexpr bool is_redirect<redirect<From, To>> = true;

}  // namespace tenon
