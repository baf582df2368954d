// The functions of a whole composition: one table, made by the compiler. The only template here that bears a list in
// its name.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "tenon/call/function_fault.hpp"
#include "tenon/call/function_row.hpp"
#include "tenon/call/functions_of.hpp"

namespace tenon::call {

// `Parts` are functions_of<...>, one for each extension that has some, in start order; its places are their ranks.
template <class Ranks, class... Parts>
struct composed_functions;
template <std::size_t... Rank, class... Parts>
struct composed_functions<std::index_sequence<Rank...>, Parts...> {
  static constexpr bool are_sound = [] {
    for (function_fault one : {function_fault::none, Parts::fault...})
      if (one != function_fault::none) return false;
    return true;
  }();
  static constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (std::size_t one : {std::size_t{0}, Parts::size...}) sum += one;
    return are_sound ? sum : 0;
  }();
  // In start order, and as each extension lists them.
  static constexpr std::array<function_row, size> rows = [] {
    std::array<function_row, size> out{};
    if constexpr (size != 0) {
      constexpr std::size_t ranks[]{Rank...};
      std::size_t i = 0, rank = 0;
      for (std::span<const function_row> part : {std::span<const function_row>(Parts::rows)...}) {
        for (const function_row& one : part) {
          out[i] = one;
          out[i++].rank = ranks[rank];
        }
        ++rank;
      }
    }
    return out;
  }();
  // By row. `Run<Host, X, F>::run` is what answers.
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<function_call, size> calls = [] {
    std::array<function_call, size> out{};
    if constexpr (size != 0) {
      std::size_t i = 0;
      for (std::span<const function_call> part : {std::span<const function_call>(Parts::template calls<Host, Run>)...})
        for (function_call one : part) out[i++] = one;
    }
    return out;
  }();
};

namespace detail {
template <class Composed>
struct composed_check;
template <class Ranks, class... Parts>
struct composed_check<composed_functions<Ranks, Parts...>> : function_check<Parts>... {};
}  // namespace detail

// Inherit from it: the one error of each extension whose functions are wrong.
template <class Composed>
using composed_function_check = detail::composed_check<Composed>;

}  // namespace tenon::call
