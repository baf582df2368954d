// A type's name as the compiler prints it.
#pragma once

#include <string_view>

namespace tenon::reflect {

template <class T>
[[nodiscard]] consteval std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;
#if defined(__clang__)
  text.remove_prefix(text.find("T = ") + 4);
  text.remove_suffix(text.size() - text.rfind(']'));
#else
  text.remove_prefix(text.find("T = ") + 4);  // g++ adds `; std::string_view = ...` behind the type
  text = text.substr(0, text.find("; std::string_view = "));
#endif
  return text;
}

}  // namespace tenon::reflect
