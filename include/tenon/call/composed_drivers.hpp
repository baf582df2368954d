// The drivers of a whole composition: one table, made by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "tenon/call/driver_fault.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/call/drivers_of.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon::call {

// `Parts` are drivers_of<...>, one for each extension that has some, in start order; its places are their ranks.
template <class Ranks, class... Parts>
struct composed_drivers;
template <std::size_t... Rank, class... Parts>
struct composed_drivers<std::index_sequence<Rank...>, Parts...> {
  static constexpr driver_fault part_fault = [] {
    for (driver_fault one : {driver_fault::none, Parts::fault...})
      if (one != driver_fault::none) return one;
    return driver_fault::none;
  }();
  static constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (std::size_t one : {std::size_t{0}, Parts::size...}) sum += one;
    return part_fault == driver_fault::none ? sum : 0;
  }();
  // In start order, and as each extension lists them.
  static constexpr std::array<driver_row, size> rows = [] {
    std::array<driver_row, size> out{};
    if constexpr (size != 0) {
      constexpr std::size_t ranks[]{Rank...};
      std::size_t i = 0, rank = 0, calls = 0;
      for (std::span<const driver_row> part : {std::span<const driver_row>(Parts::rows)...}) {
        const std::size_t first = calls;
        for (const driver_row& one : part) {
          out[i] = one;
          out[i].rank = ranks[rank];
          out[i++].first_call = first + one.first_call;
          calls += one.of.methods.size();
        }
        ++rank;
      }
    }
    return out;
  }();
  static constexpr std::size_t call_count = [] {
    std::size_t sum = 0;
    for (const driver_row& one : rows) sum += one.of.methods.size();
    return sum;
  }();
  // The two that contradict each other; the second is `size` where none do.
  struct pair {
    std::size_t first = 0, second = size;
  };
  static constexpr pair same_driver = [] {
    for (std::size_t i = 1; i < size; ++i)
      for (std::size_t before = 0; before < i; ++before)
        if (rows[i].name == rows[before].name && rows[i].of.name == rows[before].of.name) return pair{before, i};
    return pair{};
  }();
  static constexpr pair same_interface = [] {
    for (std::size_t i = 1; i < size; ++i)
      for (std::size_t before = 0; before < i; ++before)
        if (rows[i].of.name == rows[before].of.name && rows[i].of.type != rows[before].of.type) return pair{before, i};
    return pair{};
  }();
  static constexpr driver_fault fault = part_fault != driver_fault::none ? part_fault
                                        : same_interface.second < size   ? driver_fault::duplicate_interface
                                        : same_driver.second < size      ? driver_fault::duplicate
                                                                         : driver_fault::none;
  static constexpr bool are_sound = fault == driver_fault::none;

  static constexpr diagnostic::sentence why() {
    using diagnostic::sentence;
    if constexpr (part_fault != driver_fault::none) {
      for (const sentence& one : {sentence(), (Parts::fault != driver_fault::none ? Parts::why() : sentence())...})
        if (one.size() != 0) return one;
      return {};
    } else if constexpr (fault == driver_fault::duplicate_interface) {
      const driver_row &one = rows[same_interface.first], &other = rows[same_interface.second];
      return sentence{one.of.type,
                      " and ",
                      other.of.type,
                      " are both interfaces named ",
                      one.of.name,
                      ": ",
                      one.extension,
                      " drives the one, ",
                      other.extension,
                      " the other. Rename one of them, or have both extensions use one type, which ",
                      "stands in a contract."};
    } else if constexpr (fault == driver_fault::duplicate) {
      const driver_row &one = rows[same_driver.first], &other = rows[same_driver.second];
      return sentence{one.extension, " and ", other.extension, " both have a driver ",
                      one.name,      " of ",  one.of.name,     ". Rename one of them, or leave one out of its list."};
    } else {
      return {};
    }
  }

  // By row and method. `Run<Host, X, D, M>::run` is what answers.
  template <class Host, template <class, class, class, class> class Run>
  static constexpr std::array<function_call, call_count> calls = [] {
    std::array<function_call, call_count> out{};
    if constexpr (call_count != 0) {
      std::size_t i = 0;
      for (std::span<const function_call> part : {std::span<const function_call>(Parts::template calls<Host, Run>)...})
        for (function_call one : part) out[i++] = one;
    }
    return out;
  }();
};

}  // namespace tenon::call
