// What is said where a secret is printed or compared, which it never is: it would be in a log, or be told by the time
// it takes.
#pragma once

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

}  // namespace detail

template <class Stream, class T>
auto& operator<<(Stream&, const secret<T>&) {
  return diagnostic::said<diagnostic::secret_shown, detail::secret_printed<T>>::error;
}
template <class T, class Other>
bool operator==(const secret<T>&, const Other&) {
  return diagnostic::said<diagnostic::secret_shown, detail::secret_compared<T>>::error;
}

}  // namespace tenon
