// An argument that cannot be left out.
#pragma once

#include "tenon/word/field.hpp"

namespace tenon {

class arguments_of_nobody;

// `tenon::required<std::string> subject;` in a function's arguments. It reads as T. A call that leaves it out does not
// compile; from outside it is refused.
template <class T>
class required : public detail::readable<T> {
 public:
  using value_type = T;
  using detail::readable<T>::readable;

 private:
  friend class arguments_of_nobody;
  constexpr required() = default;
};

// Arguments of which nothing has been said yet. Only whoever reads them by name begins like that.
class arguments_of_nobody {
 public:
  template <class Function>
  [[nodiscard]] static constexpr Function make() {
    return Function{};
  }
};

}  // namespace tenon
