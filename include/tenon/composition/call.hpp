// Who is meant by the name of a function.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/import.hpp"
#include "tenon/composition/refused.hpp"
#include "tenon/concepts/call.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/function.hpp"

namespace tenon::detail {

// Names by a number, so that many can be sorted in few steps.
[[nodiscard]] constexpr std::uint64_t number_of(std::string_view name) {
  std::uint64_t out = 14695981039346656037U;
  for (char c : name) out = (out ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return out;
}

// The functions of an app by their names. Made only where somebody calls one.
template <class App>
struct functions_by_name {
  struct place {
    std::uint64_t number;
    std::size_t row;
  };
  static constexpr auto& rows = App::functions_type::rows;
  static constexpr auto places = [] {
    std::array<place, App::functions_type::size> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = {number_of(rows[i].name), i};
    std::sort(out.begin(), out.end(), [](const place& a, const place& b) {
      return a.number != b.number ? a.number < b.number : a.row < b.row;
    });
    return out;
  }();
  // Calls f(row) for each of that name, in start order.
  template <class F>
  static constexpr void each(std::string_view name, F f) {
    const std::uint64_t number = number_of(name);
    auto at = std::lower_bound(places.begin(), places.end(), number,
                               [](const place& one, std::uint64_t wanted) { return one.number < wanted; });
    for (; at != places.end() && at->number == number; ++at)
      if (rows[at->row].name == name) f(at->row);
  }
};

// In an app that was refused nobody is meant, and the one error has been said.
enum class call_fault : std::uint8_t { none, unknown, ambiguous, without_need, refused };

// Whom one extension means by a name.
struct call_verdict {
  call_fault fault = call_fault::unknown;
  std::size_t row = 0, rank = 0, place = 0;
};

// `hello` of `hello::helloWorld`; empty where there is no `::`.
[[nodiscard]] constexpr std::string_view qualifier_of(std::string_view name) {
  for (std::size_t i = 0; i + 1 < name.size(); ++i)
    if (name[i] == ':' && name[i + 1] == ':') return name.substr(0, i);
  return {};
}
[[nodiscard]] constexpr std::string_view unqualified(std::string_view name) {
  const std::string_view qualifier = qualifier_of(name);
  return qualifier.empty() ? name : name.substr(qualifier.size() + 2);
}

// Where in start order the extension stands that is named before `::`: the caller itself, or one of its needs.
template <class App, class Extension, fixed_string Name>
consteval std::size_t rank_of_qualifier() {
  using composed_type = typename App::composed_type;
  constexpr std::string_view qualifier = qualifier_of(Name.view());
  constexpr std::size_t need = place_among_needs(Extension::manifest, qualifier);
  if constexpr (qualifier == Extension::manifest.name)
    return rank_in<composed_type, Extension>;
  else if constexpr (need < Extension::manifest.needs.size())
    return rank_of_need<composed_type, Extension, need>;
  else
    return composed_type::count;
}

template <class App, class Extension, fixed_string Name>
consteval call_verdict resolved() {
  constexpr std::string_view qualifier = qualifier_of(Name.view()), name = unqualified(Name.view());
  constexpr std::size_t self = rank_in<typename App::composed_type, Extension>;
  constexpr auto& rows = App::functions_type::rows;
  call_verdict out;
  if constexpr (is_refused<App>) {
    out.fault = call_fault::refused;
  } else if constexpr (!qualifier.empty()) {
    constexpr std::size_t rank = rank_of_qualifier<App, Extension, Name>();
    functions_by_name<App>::each(name, [&](std::size_t row) {
      const auto& one = rows[row];
      if (one.rank == rank)
        out = {call_fault::none, row, one.rank, one.place};
      else if (one.extension == qualifier && out.fault == call_fault::unknown)
        out = {call_fault::without_need, row, one.rank, one.place};
    });
  } else {
    functions_by_name<App>::each(name, [&](std::size_t row) {
      const auto& one = rows[row];
      if (out.fault != call_fault::unknown) {
        out.fault = call_fault::ambiguous;
        return;
      }
      out = {call_fault::without_need, row, one.rank, one.place};
      const extension_facts& own = App::extensions()[self];
      if (one.rank == self) out.fault = call_fault::none;
      for (std::size_t n = 0; n < own.need_count; ++n)
        if (own.needs[n] == one.rank) out.fault = call_fault::none;
    });
  }
  return out;
}

template <class List>
struct function_types;
template <class... Functions>
struct function_types<tenon::functions<Functions...>> {
  using row = meta::type_row<Functions...>;
};

struct no_function {};

// What a call would mean were its app not refused, of what the extension lists itself: then its arguments are read, and
// its result used, without a second error.
template <fixed_string Name, class List>
struct own_function {
  using type = no_function;
};
template <fixed_string Name, class First, class... Rest>
struct own_function<Name, tenon::functions<First, Rest...>> : own_function<Name, tenon::functions<Rest...>> {};
template <fixed_string Name, class First, class... Rest>
  requires(First::function.name == unqualified(Name.view()))
struct own_function<Name, tenon::functions<First, Rest...>> {
  using type = First;
};
template <fixed_string Name, class Extension>
consteval auto own_function_of() {
  if constexpr (requires { typename Extension::functions; })
    return own_function<Name, typename Extension::functions>();
  else
    return own_function<Name, void>();
}
template <class X, class F, class Ctx>
decltype(auto) result_in_refused() {
  if constexpr (CallWithoutContext<X, F>)
    return nobodys<X&>().call(nobodys<const F&>());
  else if constexpr (CallWithContext<X, F, Ctx>)
    return nobodys<X&>().call(nobodys<const F&>(), nobodys<Ctx&>());
  else
    return nobodys<anything>();
}

template <class App, class Extension, fixed_string Name>
struct call_of {
  static constexpr call_verdict verdict = resolved<App, Extension, Name>();
  static constexpr auto found() {
    if constexpr (verdict.fault == call_fault::none)
      return std::type_identity<extension_at<typename App::composed_type, verdict.rank>>();
    else if constexpr (verdict.fault == call_fault::refused)
      return std::type_identity<Extension>();
    else
      return std::type_identity<no_function>();
  }
  using callee = typename decltype(found())::type;
  static constexpr auto meant() {
    if constexpr (verdict.fault == call_fault::none)
      return std::type_identity<
          meta::type_at<verdict.place, typename function_types<typename callee::functions>::row>>();
    else if constexpr (verdict.fault == call_fault::refused)
      return own_function_of<Name, Extension>();
    else
      return std::type_identity<no_function>();
  }
  // The function, which is what holds its arguments.
  using function = typename decltype(meant())::type;
  static constexpr bool is_known = !std::is_same_v<function, no_function>;
};

}  // namespace tenon::detail
