// The words that a value may wear, `field`, `restart`, `secret` and `required`, taken off and remembered.
#pragma once

#include <utility>

#include "tenon/reflect/type.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/secret.hpp"

namespace tenon::reflect {

// One for all that wear nothing.
inline constexpr words nothing_worn{};

template <class T>
struct worn {
  using type = T;
  static constexpr const words& wears = nothing_worn;
  static constexpr T& bare(T& value) noexcept { return value; }
};

template <class T>
struct worn<const T> : worn<T> {
  static constexpr words wears = [] {
    words worn_too = worn<T>::wears;
    worn_too.constant = true;
    return worn_too;
  }();
};

template <class T>
struct worn<secret<T>> {
  using type = typename worn<T>::type;
  static constexpr words wears{worn<T>::wears.told, true, worn<T>::wears.required};
  static constexpr type& bare(tenon::secret<T>& value) noexcept { return worn<T>::bare(value.reveal()); }
};

template <class T>
struct worn<required<T>> {
  using type = typename worn<T>::type;
  static constexpr words wears{worn<T>::wears.told, worn<T>::wears.secret, true};
  static constexpr type& bare(tenon::required<T>& value) noexcept { return worn<T>::bare(value.get()); }
};

// What an outer field says goes before what an inner one says.
template <class T, facts Facts>
struct worn<field<T, Facts>> {
  using type = typename worn<T>::type;
  static constexpr words wears = [] {
    words worn_too = worn<T>::wears;
    facts& all = worn_too.told;
    if (!Facts.doc.view().empty()) all.doc = Facts.doc;
    if (!Facts.unit.view().empty()) all.unit = Facts.unit;
    if (Facts.min.set) all.min = Facts.min;
    if (Facts.max.set) all.max = Facts.max;
    all.restart = all.restart || Facts.restart;
    return worn_too;
  }();
  static constexpr type& bare(field<T, Facts>& value) noexcept { return worn<T>::bare(value.get()); }
};

}  // namespace tenon::reflect
