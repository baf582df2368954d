// ChecksSettings: an extension that can say, without being made, why it would not start.
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "tenon/concepts/has_settings.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

// `static std::vector<std::string> check(const settings&, const tenon::environment&)`: one sentence for each thing that
// is wrong and what to do about it; none: it would start. It reads, and changes nothing. A value that could
// not be read has its default then, and is told of beside what this says.
template <class T>
concept ChecksSettings =
    HasSettings<T> && requires(const typename T::settings& settings, const environment& surroundings) {
      { T::check(settings, surroundings) } -> std::same_as<std::vector<std::string>>;
    };

}  // namespace tenon
