// What is said of a call of a function that is nobody's, or that cannot be called so.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/composition/call.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/refused.hpp"
#include "tenon/diagnostic/ambiguous_function.hpp"
#include "tenon/diagnostic/arguments_not_taken.hpp"
#include "tenon/diagnostic/function_without_need.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unknown_function.hpp"
#include "tenon/reflect/field_names.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::detail {

template <class App, class Extension, fixed_string Name>
struct call_complaint {
  static constexpr diagnostic::sentence text = [] {
    using diagnostic::sentence;
    using call = call_of<App, Extension, Name>;
    constexpr auto& rows = App::functions_type::rows;
    constexpr std::string_view qualifier = qualifier_of(Name.view()), name = unqualified(Name.view());
    sentence out{Extension::manifest.name, " calls ", Name.view()};
    auto add = [&out](auto... more) { [[maybe_unused]] int added[] = {(out.add(std::string_view(more)), 0)...}; };
    if (call::verdict.fault == call_fault::without_need) {
      const std::string_view whose = rows[call::verdict.row].extension;
      add(" of ", whose, ", which is not among its needs, so it could be missing or late. Add {`", whose,
          "`} to the needs in its manifest.");
    } else if (call::verdict.fault == call_fault::ambiguous) {
      add(", and several extensions have such a function:");
      functions_by_name<App>::each(name, [&](std::size_t row) { add(" ", rows[row].extension, "::", name); });
      add(". Write one of these names.");
    } else {
      constexpr std::size_t rank = rank_of_qualifier<App, Extension, Name>();
      bool is_there = qualifier.empty() || rank < App::extensions().size();
      for (const extension_facts& one : App::extensions()) is_there = is_there || one.manifest.name == qualifier;
      std::array<std::string_view, App::functions_type::size + 1> names{};
      std::size_t n = 0;
      for (const auto& one : rows)
        if (qualifier.empty() || one.rank == rank || one.extension == qualifier) names[n++] = one.name;
      if (!is_there)
        add(", and nobody in this composition is called ", qualifier);
      else if (qualifier.empty())
        add(", and nobody in this composition has such a function");
      else
        add(", and ", qualifier, " has no such function");
      if (const std::string_view near = nearest(name, std::span(names).first(n)); !near.empty())
        add("; the nearest is ", near);
      add(". Correct the name, or add the extension that has it to TENON_EXTENSIONS.");
    }
    return out;
  }();
};

template <class App, class Extension, fixed_string Name>
struct arguments_complaint {
  static constexpr diagnostic::sentence text = [] {
    using function = typename call_of<App, Extension, Name>::function;
    diagnostic::sentence out{Extension::manifest.name, " calls ", Name.view(),
                             " with arguments that it does not take, or without one that it has to be given. Its "
                             "arguments are, in this order, {"};
    std::size_t i = 0;
    for (std::string_view field : reflect::field_names<function>) {
      out.add(i++ == 0 ? "." : ", .");
      out.add(field);
    }
    out.add("}.");
    return out;
  }();
};

// The one error of a call that cannot be. Its result has no type.
template <class App, class Extension>
struct call_refusal {
  template <fixed_string Name>
  static auto& say() {
    constexpr call_fault fault = call_of<App, Extension, Name>::verdict.fault;
    if constexpr (fault == call_fault::refused)
      return nobodys<anything&>();
    else if constexpr (fault == call_fault::unknown)
      return diagnostic::said<diagnostic::unknown_function, call_complaint<App, Extension, Name>>::error;
    else if constexpr (fault == call_fault::ambiguous)
      return diagnostic::said<diagnostic::ambiguous_function, call_complaint<App, Extension, Name>>::error;
    else if constexpr (fault == call_fault::without_need)
      return diagnostic::said<diagnostic::function_without_need, call_complaint<App, Extension, Name>>::error;
    else
      return diagnostic::said<diagnostic::arguments_not_taken, arguments_complaint<App, Extension, Name>>::error;
  }
};

}  // namespace tenon::detail
