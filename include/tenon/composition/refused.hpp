// Whether an app holds nothing because its composition was refused. Then the one error has been said, and whatever is
// done with the app has to compile.
#pragma once

namespace tenon::detail {

template <class App>
inline constexpr bool is_refused = App::composed_type::count == 0;

// Where something has to be given of an app that will never be. It is never defined.
template <class T>
T nobodys() noexcept;

// Stands for what a call gives of which nothing is known.
struct anything {
  template <class T>
  operator T() const;
  friend bool operator==(const anything&, const auto&);
};

}  // namespace tenon::detail
