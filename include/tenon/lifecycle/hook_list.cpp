#include "tenon/lifecycle/hook_list.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/meta/each.hpp"

namespace tenon::lifecycle {

namespace {

constexpr std::array<std::string_view, hook_count> hook_names = [] {
  std::array<std::string_view, hook_count> names{};
  std::size_t i = 0;
  meta::each(hooks(), [&](auto type) { names[i++] = decltype(type)::type::name; });
  return names;
}();

}  // namespace

std::string_view to_string(phase which) noexcept { return hook_names[static_cast<std::size_t>(which)]; }

}  // namespace tenon::lifecycle
