// A way through a JSON value that knows where it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tenon/json/scan.hpp"

namespace tenon::form {

// For whoever goes through a value step by step: `pointer_` is where they are.
class pointer_walk {
 protected:
  template <class Look>
  void below(std::string_view key, Look look) {
    const std::size_t length = pointer_.size();
    json::append_step(pointer_, key);
    look();
    pointer_.resize(length);
  }
  std::string pointer_{};
};

}  // namespace tenon::form
