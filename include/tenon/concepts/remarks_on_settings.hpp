// RemarksOnSettings: an extension that can say, without being made, what it will do without.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "tenon/concepts/has_settings.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

// `static std::vector<std::string> remarks(const settings&, const tenon::environment&)`: one sentence for each thing
// that it starts without, and how it would have it. What it would not start with is for `check` to say.
template <class T>
concept RemarksOnSettings =
    HasSettings<T> && requires(const typename T::settings& settings, const environment& surroundings) {
      { T::remarks(settings, surroundings) } -> std::same_as<std::vector<std::string>>;
    };

}  // namespace tenon
