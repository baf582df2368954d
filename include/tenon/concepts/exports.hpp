// Exports: an extension that gives others something to use.
#pragma once

#include <concepts>

namespace tenon {

// `using exports = T;` and `T& exported()`, called after the exporter's on_start and until its on_stop, from any
// thread.
template <class T>
concept Exports = requires(T& extension) {
  typename T::exports;
  { extension.exported() } -> std::same_as<typename T::exports&>;
};

}  // namespace tenon
