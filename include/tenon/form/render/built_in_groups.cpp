// The built-in renderers of what holds questions, and the list of all that is built in.
#include <algorithm>
#include <array>
#include <cstddef>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/built_in_files.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/renderer_row.hpp"

namespace tenon::form {

namespace {

// Headings end at six.
literal opening(std::size_t level) {
  constexpr std::array<literal, 5> all{"<h2", "<h3", "<h4", "<h5", "<h6"};
  return all[std::clamp<std::size_t>(level, 2, 6) - 2];
}
literal closing(std::size_t level) {
  constexpr std::array<literal, 5> all{"</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"};
  return all[std::clamp<std::size_t>(level, 2, 6) - 2];
}

void heading(const element& group, canvas& to) {
  to.raw(opening(group.level)).raw(" id=\"").text(group.id).raw("\">").text(group.label).raw(closing(group.level));
}

void section(const element& group, canvas& to) {
  to.raw("<section class=\"group\"");
  if (!group.label.empty()) to.raw(" aria-labelledby=\"").text(group.id).raw("\"");
  to.raw(">\n");
  if (!group.label.empty()) heading(group, to);
  if (!group.description.empty()) to.raw("<p class=\"hint\">").text(group.description).raw("</p>\n");
  if (!group.note.empty()) to.raw("<p class=\"note\">").text(group.note).raw("</p>\n");
  to.draw_inside(group);
  to.raw("</section>\n");
}

constexpr renderer_row named(renderer_row row, std::string_view format) {
  row.format = format;
  return row;
}

constexpr std::array rows{
    row_of_renderer<built_in::text>(""),
    row_of_renderer<built_in::textarea>(""),
    row_of_renderer<built_in::number>(""),
    row_of_renderer<built_in::slider>(""),
    row_of_renderer<built_in::date>(""),
    row_of_renderer<built_in::time_of_day>(""),
    row_of_renderer<built_in::date_time>(""),
    row_of_renderer<built_in::boolean>(""),
    row_of_renderer<built_in::gps>(""),
    row_of_renderer<built_in::qrcode>(""),
    row_of_renderer<built_in::select>(""),
    row_of_renderer<built_in::radio>(""),
    row_of_renderer<built_in::rating>(""),
    row_of_renderer<built_in::likert>(""),
    row_of_renderer<built_in::multiselect>(""),
    row_of_renderer<built_in::photo>(""),
    row_of_renderer<built_in::image>(""),
    row_of_renderer<built_in::signature>(""),
    row_of_renderer<built_in::audio>(""),
    row_of_renderer<built_in::video>(""),
    row_of_renderer<built_in::select_file>(""),
    row_of_renderer<built_in::layout>(""),
    row_of_renderer<built_in::row>(""),
    row_of_renderer<built_in::group>(""),
    row_of_renderer<built_in::list>(""),
    row_of_renderer<built_in::words>(""),
    row_of_renderer<built_in::categorization>(""),
    named(row_of_renderer<built_in::group>(""), "category"),
};

}  // namespace

std::span<const renderer_row> built_in_rows() noexcept { return rows; }

namespace built_in {

void layout::render(const element& group, canvas& to) { to.draw_inside(group); }

void row::render(const element& group, canvas& to) {
  to.raw("<div class=\"row\">\n").draw_inside(group);
  to.raw("</div>\n");
}

void group::render(const element& group, canvas& to) { section(group, to); }

void categorization::render(const element& group, canvas& to) {
  if (!group.label.empty()) heading(group, to);
  const auto has_label = [&](const element& one) { return !one.label.empty() && !to.is_hidden(one); };
  if (std::ranges::count_if(group.elements, has_label) > 1) {
    to.raw("<nav class=\"parts\"").attribute("aria-label", group.label.empty() ? "Parts" : group.label).raw("><ul>\n");
    for (const element& one : group.elements)
      if (has_label(one)) to.raw("<li><a href=\"#").text(one.id).raw("\">").text(one.label).raw("</a></li>\n");
    to.raw("</ul></nav>\n");
  }
  to.draw_inside(group);
}

void words::render(const element& said, canvas& to) { to.raw("<p class=\"words\">").text(said.label).raw("</p>\n"); }

void unknown::render(const element& asked, canvas& to) {
  to.raw("<div class=\"question\">\n<p class=\"label\">").text(asked.label).raw("</p>\n<p class=\"note\">");
  to.text(asked.note.empty() ? "This server has no renderer for this question." : asked.note);
  to.raw("</p>\n</div>\n").draw_inside(asked);
}

}  // namespace built_in

}  // namespace tenon::form
