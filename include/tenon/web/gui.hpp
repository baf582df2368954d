// The files of an extension's folder gui/ as rows of the route table. They answer at their own paths below the mount,
// and the mount itself leads to index.html, unless the extension answers there.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/web/captures.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/pattern.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/route_terms.hpp"
#include "tenon/word/gui_file.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web {

// A file as it lies there, and its precompressed variants: `app.js.br` and `app.js.gz` beside `app.js`. Null: none.
struct gui_variants {
  const gui_file* plain = nullptr;
  const gui_file* brotli = nullptr;
  const gui_file* gzip = nullptr;
};

// A browser asks each time whether its copy is still good: the next build may have another file under the same name. A
// part of the file is a part of what lies there, never of a variant. Compiled once, not once for each file: what it
// costs is the sending.
[[nodiscard]] response gui_answer(const gui_variants& variants, const request& from);

[[nodiscard]] response gui_lies_at(std::string_view mount);

// What a route has to say of itself.
struct gui_terms {
  static constexpr bool blocking = false;
  static constexpr route_terms terms{};
  template <class>
  static constexpr bool is_mounted = false;  // nobody asks
  template <class X, class C>
  using answer = response;
  template <class X, class C>
  static constexpr bool never_throws = false;
};

template <std::size_t File>
class served_gui : public gui_terms {
  template <class X>
  static constexpr const gui_file* beside(std::string_view ending) {
    const std::string_view path = gui_files<X>[File].path;
    for (const gui_file& one : gui_files<X>) {
      const std::string_view other = one.path;
      if (other.size() == path.size() + ending.size() && other.starts_with(path) && other.ends_with(ending))
        return &one;
    }
    return nullptr;
  }
  template <class X>
  static constexpr gui_variants variants{&gui_files<X>[File], beside<X>(".br"), beside<X>(".gz")};

 public:
  static constexpr served_gui from(const captures&) noexcept { return {}; }
  template <class X, class C>
  static response call(X&, const request& from, C&) {
    return gui_answer(variants<X>, from);
  }
};

struct served_gui_index : gui_terms {
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
