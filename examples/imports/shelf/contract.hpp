// What others may do with whatever stands under the name `shelf`.
#pragma once

#include <concepts>
#include <string_view>

namespace shelf_contract {

template <class T>
concept Shelf = requires(T& shelf, std::string_view title) {
  { shelf.has(title) } -> std::same_as<bool>;
};

// For `ctx.import("shelf"_ext, shelf_contract::any_shelf)`.
inline constexpr auto any_shelf = [](Shelf auto&) {};

}  // namespace shelf_contract
