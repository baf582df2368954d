// A function of forms as data: what the compiler knows of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/concepts/form_function.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/required.hpp"

namespace tenon::form {

// Parameters are spelt as on every wire; one that the function does not know is a mistake of the form's author.
inline constexpr json::wire parameters_wire{.keys = json::keys::camel, .missing = json::missing::kept};

struct form_function_row {
  std::string_view name{}, doc{};
  std::string_view type{};       // as the compiler prints it
  std::string_view extension{};  // whose it is
  reflect::slot parameters{};    // an aggregate
  reflect::slot result{};
  // `parameters` is a JSON object. Gives the result as JSON, or none and at least one finding where they do not fit.
  // What the function throws comes out.
  std::optional<std::string> (*call)(std::string_view parameters, std::vector<finding>& wrong) = nullptr;
};

namespace detail {

template <class F>
using form_result = std::remove_cvref_t<decltype(std::declval<const F&>().call())>;

template <class F>
std::optional<std::string> call_form_function(std::string_view parameters, std::vector<finding>& wrong) {
  // Here, because clang takes no constant from a function in which something has failed.
  static_assert(sizeof(reflect::read_check<F>) > 0 && sizeof(reflect::written_check<form_result<F>>) > 0);
  F call = arguments_of_nobody::make<F>();
  if (!json::read(reflect::described<F>, &call, parameters, parameters_wire, wrong)) return std::nullopt;
  form_result<F> result = std::as_const(call).call();
  return json::written(reflect::described<form_result<F>>, &reflect::worn<form_result<F>>::bare(result),
                       parameters_wire);
}

}  // namespace detail

// A parameter that cannot be read, or a result that cannot be written, does not compile.
template <FormFunction F>
constexpr form_function_row row_of_form_function(std::string_view extension) {
  using result = detail::form_result<F>;
  return {.name = F::form_function.name,
          .doc = F::form_function.doc,
          .type = reflect::type_name<F>(),
          .extension = extension,
          .parameters = reflect::described<F>,
          .result = reflect::described<result>,
          .call = &detail::call_form_function<F>};
}

}  // namespace tenon::form
