// What is said where a secret is printed or compared, which it never is: it would be in a log, or be told by the time
// it takes.
//
// Each has a return type that is written out, so that whatever is done with the result is no second error.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "tenon/diagnostic/secret_shown.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/secret.hpp"

namespace tenon {

namespace detail {

template <class T>
struct secret_printed {
  static constexpr diagnostic::sentence text{
      "a secret is not printed: take its value by .reveal(), where nobody else gets to see it"};
};
template <class T>
struct secret_compared {
  static constexpr diagnostic::sentence text{"a secret is not compared: take its value by .reveal(), and compare that"};
};

// Its size is asked for where one is shown.
template <class T>
using refused_print = diagnostic::check<false, diagnostic::secret_shown, secret_printed<T>>;
template <class T>
using refused_comparison = diagnostic::check<false, diagnostic::secret_shown, secret_compared<T>>;

template <class T>
inline constexpr bool is_secret = false;
template <class T>
inline constexpr bool is_secret<secret<T>> = true;

}  // namespace detail

template <class Stream, class T>
Stream& operator<<(Stream& stream, const secret<T>&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return stream;
}
template <class T>
std::string to_string(const secret<T>&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return {};
}
// What {fmt} asks for: the one up to its version 9, the other later.
template <class T>
std::string_view to_string_view(const secret<T>&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return {};
}
template <class T>
std::string_view format_as(const secret<T>&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return {};
}
template <class Text, class T>
  requires(!detail::is_secret<std::remove_cvref_t<Text>>)
std::string operator+(const Text&, const secret<T>&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return {};
}
template <class T, class Text>
std::string operator+(const secret<T>&, const Text&) {
  [[maybe_unused]] detail::refused_print<T> shown;
  return {};
}
template <class T, class Other>
bool operator==(const secret<T>&, const Other&) {
  [[maybe_unused]] detail::refused_comparison<T> shown;
  return false;
}
template <class T, class Other>
int operator<=>(const secret<T>&, const Other&) {
  [[maybe_unused]] detail::refused_comparison<T> shown;
  return 0;
}

}  // namespace tenon
