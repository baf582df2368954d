// That what the program's bundle wants drawn is drawn by somebody in the program.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unbound_renderer.hpp"
#include "tenon/form/composed_files.hpp"
#include "tenon/form/render/renderer_fault.hpp"
#include "tenon/form/type_to_write.hpp"

namespace tenon::form {

// `All` are the composed renderers of `App`. Where one of these is wrong, that is said instead.
template <class All, class App>
struct bound_renderers {
  static constexpr auto& wanted = wanted_renderers<App>;
  // The place in `wanted` of the first that nobody draws; their number where there is none.
  static constexpr std::size_t unbound = [] {
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (std::ranges::none_of(All::rows, [&](const auto& row) { return row.format == wanted[i].format; })) return i;
    return wanted.size();
  }();
  static constexpr bool are_all = All::fault != renderer_fault::none || unbound == wanted.size();

  static constexpr diagnostic::sentence text = [] {
    const std::string_view format = wanted[unbound].format;
    diagnostic::sentence out{wanted[unbound].file, " brings a renderer for ", format,
                             ", and no extension of this program draws it. Write struct "};
    add_type_to_write(out, format, "_field");
    out.add(" { static constexpr auto renderer = tenon::renderer{.format = `");
    out.add(format);
    out.add(
        "`}; static void render(const tenon::form::element&, tenon::form::canvas&); }; and list it in an extension: "
        "using renderers = tenon::renderers<");
    add_type_to_write(out, format, "_field");
    out.add(">;");
    return out;
  }();
};

template <class All, class App>
using bound_check =
    diagnostic::check<bound_renderers<All, App>::are_all, diagnostic::unbound_renderer, bound_renderers<All, App>>;

}  // namespace tenon::form
