// The files of an extension's folder gui/ as rows of the route table. They answer at their own paths below the mount,
// and the mount itself leads to index.html, unless the extension answers there.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/web/accepted_coding.hpp"
#include "tenon/web/byte_range.hpp"
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
[[nodiscard, gnu::noinline]] inline response gui_answer(const gui_variants& variants, const request& from) {
  const bool varies = variants.brotli != nullptr || variants.gzip != nullptr;
  const bool reads = from.method == method::get;
  const auto wanted = reads ? from.header("Range") : std::nullopt;
  const std::string_view codings = varies && !wanted ? from.header("Accept-Encoding").value_or("") : "";
  const gui_file* file = variants.plain;
  std::string_view coding;
  if (variants.brotli != nullptr && accepts_coding(codings, "br")) {
    file = variants.brotli;
    coding = "br";
  } else if (variants.gzip != nullptr && accepts_coding(codings, "gzip")) {
    file = variants.gzip;
    coding = "gzip";
  }
  const std::string_view tag = file->tag.view(), content = file->content.view();
  const auto kept = from.header("If-None-Match");
  const auto condition = from.header("If-Range");
  response out{200, variants.plain->content_type, file->content, {}};
  if (kept && (*kept == "*" || kept->find(tag) != std::string_view::npos)) {
    out = response::empty(304);
  } else if (const auto part = wanted && (!condition || *condition == tag) ? byte_range_from(*wanted, content.size())
                                                                           : std::nullopt) {
    const std::string size = std::to_string(content.size());
    if (part->size == 0) {
      out = response::empty(416).with("Content-Range", "bytes */" + size);
    } else {
      out.status = 206;
      out.body = content.substr(part->first, part->size);
      out.headers.push_back({"Content-Range", std::string("bytes ")
                                                  .append(std::to_string(part->first))
                                                  .append("-")
                                                  .append(std::to_string(part->first + part->size - 1))
                                                  .append("/")
                                                  .append(size)});
    }
  }
  if (!coding.empty() && out.status == 200) out.headers.push_back({"Content-Encoding", std::string(coding)});
  if (varies) out.headers.push_back({"Vary", "Accept-Encoding"});
  return std::move(out).with("ETag", std::string(tag)).with("Cache-Control", "no-cache").with("Accept-Ranges", "bytes");
}

[[nodiscard, gnu::noinline]] inline response gui_lies_at(std::string_view mount) {
  return response::empty(302).with("Location", std::string(mount) + "/index.html");
}

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
