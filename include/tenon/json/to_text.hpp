// Aggregates to JSON.
#pragma once

#include <string>

#include "tenon/diagnostic/secret_in_json.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/fit.hpp"

namespace tenon::json {

namespace detail {

constexpr bool is_secret(const reflect::slot& place) { return place.wears->secret; }

template <class T>
struct secret_said {
  static constexpr diagnostic::sentence text{reflect::type_name<T>(),
                                             reflect::search(reflect::described<T>, is_secret).where.view(),
                                             " is a tenon::secret, which cannot become JSON: leave it out, or write "
                                             "what reveal() gives into a type of its own"};
};
template <class T>
struct no_secret
    : diagnostic::check<!reflect::holds(reflect::described<T>, is_secret), diagnostic::secret_in_json, secret_said<T>> {
};

}  // namespace detail

// One value as JSON. What is written for which type: docs/json.md. A secret in it does not compile.
template <class T>
[[nodiscard]] std::string to_text(const T& value, const wire& how = {}) {
  static_assert(sizeof(reflect::written_check<T>) > 0 && sizeof(detail::no_secret<T>) > 0);
  return written(reflect::described<T>, &reflect::worn<T>::bare(const_cast<T&>(value)), how);
}

}  // namespace tenon::json
