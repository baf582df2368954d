// The files of an extension's folder gui/ as rows of the route table. They answer at their own paths below the mount,
// and the mount itself leads to index.html, unless the extension answers there.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/captures.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/pattern.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/word/gui_file.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web {

// A browser asks each time whether its copy is still good: the next build may have another file under the same name.
// Compiled once, not once for each file: what it costs is the sending.
[[nodiscard, gnu::noinline]] inline response gui_answer(const gui_file& file, const request& from) {
  const std::string_view tag = file.tag.view();
  const auto kept = from.header("If-None-Match");
  const bool good = kept && (*kept == "*" || kept->find(tag) != std::string_view::npos);
  response out = good ? response::empty(304) : response{200, file.content_type, file.content, {}};
  return std::move(out).with("ETag", std::string(tag)).with("Cache-Control", "no-cache");
}

[[nodiscard, gnu::noinline]] inline response gui_lies_at(std::string_view mount) {
  return response::empty(302).with("Location", std::string(mount) + "/index.html");
}

template <std::size_t File>
struct served_gui {
  static constexpr bool blocking = false;
  template <class X, class C>
  using answer = response;
  template <class X, class C>
  static constexpr bool never_throws = false;

  static constexpr served_gui from(const captures&) noexcept { return {}; }
  template <class X, class C>
  static response call(X&, const request& from, C&) {
    return gui_answer(gui_files<X>[File], from);
  }
};

struct served_gui_index {
  static constexpr bool blocking = false;
  template <class X, class C>
  using answer = response;
  template <class X, class C>
  static constexpr bool never_throws = false;

  static constexpr served_gui_index from(const captures&) noexcept { return {}; }
  template <class X, class C>
  static response call(X&, const request&, C&) {
    return gui_lies_at(mount<X>::base);
  }
};

// `MountIsTaken`: the extension itself answers GET there.
template <class X, bool MountIsTaken>
class gui_of {
  static constexpr std::size_t files = gui_files<X>.size();
  static constexpr bool leads_to_index = [] {
    for (const gui_file& one : gui_files<X>)
      if (!MountIsTaken && one.path.view().substr(mount<X>::base.size()) == "/index.html") return true;
    return false;
  }();
  template <std::size_t File>
  static constexpr std::string_view path = gui_files<X>[File].path;
  template <std::size_t File>
  static constexpr auto segments = read_segments<count_segments(path<File>)>(path<File>);

 public:
  static constexpr std::size_t size = files + (leads_to_index ? 1 : 0);
  static constexpr auto rows = []<std::size_t... File>(std::index_sequence<File...>) {
    std::array<route_row, size> out{
        route_row{method::get, path<File>, X::manifest.name, "gui", false, segments<File>}...};
    if constexpr (leads_to_index)
      out[files] = {method::get, mount<X>::base, X::manifest.name, "gui", false, mount<X>::base_segments};
    return out;
  }(std::make_index_sequence<files>());
  template <class Host, template <class, class, class> class Run>
  static constexpr auto handlers = []<std::size_t... File>(std::index_sequence<File...>) {
    std::array<route_handler, size> out{&Run<Host, X, served_gui<File>>::run...};
    if constexpr (leads_to_index) out[files] = &Run<Host, X, served_gui_index>::run;
    return out;
  }(std::make_index_sequence<files>());
};

}  // namespace tenon::web
