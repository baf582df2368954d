// From the sources to an extension's settings.
#pragma once

#include <string_view>
#include <vector>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/default_fit.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/settings/sources.hpp"

namespace tenon::settings {

// The defaults of the type, and over them what the sources say. With findings the value is not to be used: it has the
// mistaken values left out. `origins` collects where each value that is no default comes from.
template <class Settings>
[[nodiscard]] Settings read(std::string_view extension, sources& from, std::vector<finding>& findings,
                            std::vector<origin>* origins = nullptr) {
  if constexpr (!reflect::is_plain<Settings>)
    static_assert(sizeof(reflect::read_check<Settings>) > 0 && sizeof(reflect::default_check<Settings>) > 0);
  Settings value{};
  from.apply(extension, reflect::described<Settings>, &value, findings, origins);
  return value;
}

}  // namespace tenon::settings
