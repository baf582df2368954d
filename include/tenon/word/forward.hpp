// An answer that is somebody else's.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "tenon/word/response.hpp"

namespace tenon {

// What a handler returns that has a request answered as if it had come at another path, which has to be an end of its
// own: `return tenon::forward(request.path.substr(9));`. Or an answer, where it does not come to that. Not for routes
// with options, nor for hooks. Where an extension is named, by a text of its manifest, only what that answers at its
// mount counts.
class forward {
 public:
  explicit forward(std::string_view end_of_path, std::string_view extension = {}) noexcept
      : goes_on_(true), to_(end_of_path), extension_(extension) {}
  explicit forward(std::string&&, std::string_view = {}) = delete;  // it would be gone
  forward(response instead) : instead_(std::move(instead)) {}

  [[nodiscard]] bool goes_on() const noexcept { return goes_on_; }
  [[nodiscard]] std::string_view to() const noexcept { return to_; }
  [[nodiscard]] std::string_view extension() const noexcept { return extension_; }
  [[nodiscard]] response answer() && { return std::move(instead_); }

 private:
  bool goes_on_ = false;
  std::string_view to_{}, extension_{};
  response instead_{};
};

template <class T>
inline constexpr bool is_forward = false;
template <>
inline constexpr bool is_forward<forward> = true;

}  // namespace tenon
