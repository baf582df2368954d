// An interface as a row of a table, or the first thing that is wrong with it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/call/driver_name.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/call/function_name.hpp"
#include "tenon/concepts/interface.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/json/key.hpp"
#include "tenon/reflect/field_names.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/streamed.hpp"

namespace tenon::call {

namespace detail {

template <class M>
void with_defaults_of(void* context, void (*visit)(void* context, const void* arguments)) {
  M arguments = arguments_of_nobody::make<M>();
  visit(context, &arguments);
}

template <class M>
constexpr bool takes(std::string_view parameter) {
  for (std::string_view field : reflect::field_names<M>)
    if (json::spells(field, json::keys::camel, parameter)) return true;
  return false;
}

template <class M>
constexpr bool takes_object(std::string_view parameter) {
  for (const reflect::named_slot& field : reflect::as<reflect::aggregate_type>(*reflect::described<M>.of).fields)
    if (json::spells(field.name, json::keys::camel, parameter))
      return field.of->is == reflect::kind::raw || field.of->is == reflect::kind::map;
  return false;
}

// What is wrong with one entry of a list of methods; empty: nothing.
template <class M>
constexpr diagnostic::sentence method_problem() {
  using diagnostic::sentence;
  if constexpr (!DriverMethod<M>) {
    return sentence{
        reflect::type_name<M>(),
        " among its methods is none. Make it an aggregate of arguments with static constexpr auto method = ",
        "tenon::driver_method{.name = `some`}; and using result = std::string;"};
  } else {
    constexpr std::string_view name = M::method.name;
    if (const std::string_view problem = function_name_problem(name); !problem.empty())
      return sentence{"a method of it has the name `", name, "`, which ", problem, ". Write it as in greet."};
    if constexpr (!std::is_same_v<typename M::result, std::remove_cvref_t<typename M::result>>) {
      return sentence{"the result of its method ", name, " is const or a reference. Write the type of the value"};
    } else if constexpr (!reflect::detail::is_read<M>) {
      return sentence{"method ", name, ": ", reflect::detail::why_not<M>::text.view()};
    } else if constexpr (!std::is_void_v<typename M::result> && !std::is_same_v<typename M::result, streamed>) {
      if constexpr (!reflect::detail::is_written<typename M::result>)
        return sentence{"method ", name, ": ", reflect::detail::why_not<typename M::result>::text.view()};
    }
    if constexpr (reflect::detail::is_read<M>)
      if (!M::method.default_parameter.empty() && !takes<M>(M::method.default_parameter))
        return sentence{"method ", name, " has no argument that is called ", M::method.default_parameter,
                        " outside, so it cannot be the default parameter. Name one of its members."};
    if constexpr (reflect::detail::is_read<M>)
      if (!M::method.all_arguments.empty() && !takes_object<M>(M::method.all_arguments))
        return sentence{"method ",
                        name,
                        " has no argument that is called ",
                        M::method.all_arguments,
                        " outside and may be an object, so it cannot have all arguments. Name a member that is a ",
                        "tenon::json::raw or a std::map."};
    return {};
  }
}

template <class M>
constexpr method_row method_row_of() {
  method_row row{.name = M::method.name,
                 .doc = M::method.doc,
                 .default_parameter = M::method.default_parameter,
                 .all_arguments = M::method.all_arguments,
                 .arguments = reflect::described<M>,
                 .with_defaults = &with_defaults_of<M>};
  if constexpr (std::is_same_v<typename M::result, streamed>) {
    row.streams = true;
  } else if constexpr (!std::is_void_v<typename M::result>) {
    row.result = reflect::described<typename M::result>;
    row.gives_result = true;
  }
  return row;
}

template <class List>
struct method_rows;
template <class... Methods>
struct method_rows<tenon::methods<Methods...>> {
  static constexpr diagnostic::sentence problem() {
    for (const diagnostic::sentence& one : {diagnostic::sentence(), method_problem<Methods>()...})
      if (one.size() != 0) return one;
    return {};
  }
  static constexpr std::array<method_row, sizeof...(Methods)> rows{method_row_of<Methods>()...};
  static constexpr diagnostic::sentence twice() {
    for (std::size_t i = 1; i < rows.size(); ++i)
      for (std::size_t before = 0; before < i; ++before)
        if (rows[i].name == rows[before].name)
          return diagnostic::sentence{"two of its methods are named ", rows[i].name};
    return {};
  }
};

}  // namespace detail

// What is wrong with `I` as an interface; empty: nothing.
template <class I>
constexpr diagnostic::sentence interface_problem() {
  using diagnostic::sentence;
  if constexpr (!Interface<I>) {
    return sentence{
        "it is none. Give it static constexpr auto interface = tenon::interface{.name = `some`}; and using ",
        "methods = tenon::methods<...>; in public"};
  } else {
    if (const std::string_view problem = driver_name_problem(I::interface.name); !problem.empty())
      return sentence{"its name `", I::interface.name, "` ", problem, ". Write it as in hello-world"};
    if constexpr (detail::method_rows<typename I::methods>::problem().size() != 0)
      return detail::method_rows<typename I::methods>::problem();
    else
      return detail::method_rows<typename I::methods>::twice();
  }
}

// Of an interface with which nothing is wrong.
template <class I>
constexpr interface_row interface_row_of() {
  return {.name = I::interface.name,
          .doc = I::interface.doc,
          .no_sdk = I::interface.no_sdk,
          .type = reflect::type_name<I>(),
          .methods = detail::method_rows<typename I::methods>::rows};
}

}  // namespace tenon::call
