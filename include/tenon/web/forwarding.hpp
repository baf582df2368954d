// Where in its path a request is: in front of a mount, behind it, or led on from elsewhere.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/word/forward.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

// To an end of the path, and not to the whole of it, which would come here again.
[[nodiscard]] inline bool leads_on(const request& from, const forward& to) noexcept {
  const std::string_view path = from.path, end = to.to();
  // Where it lies elsewhere nobody knows whether it still is there.
  return end.size() < path.size() && end.data() + end.size() == path.data() + path.size() && end.starts_with('/');
}

// From here on the end of its path is its path; what is before that comes before every mount.
inline void follow(request& from, const forward& to) noexcept {
  const char* const begin = from.mount.empty() ? from.path.data() : from.mount.data();
  from.mount = {begin, static_cast<std::size_t>(to.to().data() - begin)};
  from.rest = {};
  from.path = to.to();
}

// For what an extension answers at its mount, which is the first segment of the path. `/hello` has nothing behind the
// mount.
inline void set_mount(request& from) noexcept {
  const std::size_t slash = from.path.find('/', 1);
  const std::size_t size = slash == std::string_view::npos ? from.path.size() : slash + 1;
  from.rest = from.path.substr(size);
  from.mount = {from.mount.empty() ? from.path.data() : from.mount.data(), from.mount.size() + size};
}

}  // namespace tenon::web
