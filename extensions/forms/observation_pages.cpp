#include "observation_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "pages.hpp"
#include "tenon/form/bundle.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/draw_time.hpp"
#include "tenon/form/render/position.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/json/tree.hpp"
#include "tenon/word/utf8.hpp"

namespace tenon_forms {

namespace form = tenon::form;
namespace json = tenon::json;

namespace {

using form::canvas;
using form::sheet;

// Of a value so many characters stand in the table.
constexpr std::size_t longest_in_a_table = 60;

struct table_column {
  std::string key, title;
  bool is_file = false, is_position = false;
};

// As they are written for whoever looks for a place.
std::string coordinates_in(const json::node& position) {
  std::string out;
  for (const form::position_part& part : std::span(form::position_parts).first(2))
    out.append(out.empty() ? "" : ", ").append(form::number_of(position, part.key));
  return out;
}

bool asks_for_position(const form::form_plan& plan, std::string_view key) {
  std::string pointer;
  json::append_step(pointer, key);
  const std::optional<std::size_t> found = plan.find(pointer.append("/").append(form::position_parts[0].key));
  return found && !plan.question(*found).whole.empty();
}

bool asks_for_file(const form::form_plan& plan, std::string_view key) {
  std::string pointer;
  json::append_step(pointer, key);
  const std::optional<std::size_t> found = plan.find(pointer);
  return found && plan.question(*found).is_file;
}

std::optional<json::tree> tree_of(std::string_view text) {
  std::vector<tenon::finding> ignored;
  return json::tree::parse(text, {.max_bytes = form::most_json_bytes, .max_depth = 64}, ignored);
}

std::vector<table_column> columns_of(const form::form_plan& plan) {
  std::vector<table_column> out;
  const json::node root = plan.asked_schema();
  const std::optional<json::node> all = form::followed(root, root).find("properties");
  for (std::size_t i = 0; all && all->is_object() && i < all->size(); ++i) {
    const json::node here = (*all)[i];
    std::string_view title = form::text_of(here, "title");
    if (title.empty()) title = form::text_of(form::followed(root, here), "title");
    out.push_back({std::string(all->key(i)), title.empty() ? form::as_words(all->key(i)) : std::string(title),
                   asks_for_file(plan, all->key(i)), asks_for_position(plan, all->key(i))});
  }
  return out;
}

// As people read it: what is neither a list nor an object has no quotes.
std::string readable(const json::node& value) {
  switch (value.kind()) {
    case json::node_kind::null:
      return {};
    case json::node_kind::boolean:
      return value.is_true() ? "yes" : "no";
    case json::node_kind::text:
      return std::string(value.text());
    case json::node_kind::list: {
      std::string out;
      for (std::size_t i = 0; i < value.size(); ++i) out.append(i == 0 ? "" : ", ").append(readable(value[i]));
      return out;
    }
    default:
      return value.as_json();
  }
}

std::string shortened(std::string text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < longest_in_a_table && at < text.size(); ++i) {
    const std::size_t size = tenon::utf8_size(std::string_view(text).substr(at));
    at += size == 0 ? 1 : size;
  }
  if (at < text.size()) text.replace(at, std::string::npos, "\u2026");
  return text;
}

void draw_row(canvas& to, const std::string& here, const std::vector<table_column>& columns, const observation& one) {
  const std::string id = std::to_string(one.id);
  to.raw("<tr><th scope=\"row\"><a").attribute("href", std::string(here).append("/").append(id)).raw(">").text(id);
  to.raw("</a></th><td>");
  form::draw_time(to, one.received_at);
  to.raw("</td><td>").text(one.actor.value_or("")).raw("</td>");
  const std::optional<json::tree> said = tree_of(one.data);
  for (const table_column& column : columns) {
    const std::optional<json::node> value = said ? said->root().find(column.key) : std::nullopt;
    std::string shown = value ? readable(*value) : std::string();
    if (value && value->is_object() && column.is_file) shown = form::text_of(*value, "name");
    if (value && value->is_object() && column.is_position) shown = coordinates_in(*value);
    to.raw("<td>").text(shortened(std::move(shown))).raw("</td>");
  }
  to.raw("</tr>\n");
}

void draw_table(canvas& to, const ready_form& of, const std::string& here, std::span<const observation> all) {
  const std::vector<table_column> columns = columns_of(*of.plan);
  to.raw(
      "<div class=\"table wide\" role=\"region\" aria-label=\"What was sent\" tabindex=\"0\">\n<table "
      "class=\"kept\">\n");
  to.raw("<thead><tr><th scope=\"col\">Number</th><th scope=\"col\">Received</th><th scope=\"col\">Sent by</th>");
  for (const table_column& column : columns) to.raw("<th scope=\"col\">").text(column.title).raw("</th>");
  to.raw("</tr></thead>\n<tbody>\n");
  for (const observation& one : all) draw_row(to, here, columns, one);
  to.raw("</tbody>\n</table>\n</div>\n");
}

void draw_fact(canvas& to, std::string_view title, std::string_view value) {
  to.raw("<tr><th scope=\"row\">").text(title).raw("</th><td>").text(value).raw("</td></tr>\n");
}

const kept_file* file_of(const json::node& value, std::span<const kept_file> files) {
  const std::string_view id = value.is_text() ? value.text() : form::text_of(value, "id");
  const auto found = std::ranges::find(files, id, &kept_file::id);
  return found == files.end() ? nullptr : &*found;
}

void draw_file(canvas& to, const std::string& here, const kept_file& one) {
  const std::string link = std::string(here).append("/files/").append(one.id);
  to.raw("<a").attribute("href", link).raw(">").text(one.name).raw("</a> (").text(one.type).raw(", ");
  to.number(static_cast<std::size_t>(one.size)).raw(" bytes)");
  if (one.type.starts_with("image/"))
    to.raw("<br><img class=\"kept\" loading=\"lazy\"").attribute("src", link).attribute("alt", one.name).raw(">");
}

// What was sent to a question that the form does not ask any more.
void draw_other_files(canvas& to, const std::string& here, std::span<const kept_file> files,
                      const std::vector<const kept_file*>& drawn) {
  for (const kept_file& one : files) {
    if (std::ranges::find(drawn, &one) != drawn.end()) continue;
    to.raw("<tr><th scope=\"row\">Another file</th><td>");
    draw_file(to, here, one);
    to.raw("</td></tr>\n");
  }
}

}  // namespace

std::string observations_page(const ready_form& of, const observation_part& part) {
  const std::span<const observation> all = part.observations;
  const std::string title = std::string(of.title).append(": what was sent");
  sheet page(style_sheet, title);
  page.with_way_back("/forms", "All forms");
  canvas& to = page.begin_main(title);
  const std::string here = link_to(of.name).append("/observations");
  if (all.empty()) {
    to.raw("<p>").raw(part.is_newest ? tenon::literal("Nothing yet.") : "Nothing older.").raw("</p>\n");
    return page.end();
  }
  to.raw("<p>All of them: <a").attribute("href", here + ".csv").raw(">as CSV</a>, <a");
  to.attribute("href", here + ".jsonl").raw(">as lines of JSON</a>.</p>\n");
  draw_table(to, of, here, all);
  if (part.has_older)
    to.raw("<p><a").attribute("href", here + "?before=" + std::to_string(all.back().id)).raw(">Older ones</a></p>\n");
  return page.end();
}

std::string observation_page(const ready_form& of, const observation& one, std::span<const kept_file> files) {
  sheet page(style_sheet, of.title);
  page.with_way_back("/forms", "All forms");
  canvas& to = page.begin_main(of.title);
  to.raw("<p><a").attribute("href", link_to(of.name).append("/observations")).raw(">All that was sent</a></p>\n");
  to.raw("<table class=\"kept whole\">\n<tbody>\n<tr><th scope=\"row\">Received</th><td>");
  form::draw_time(to, one.received_at);
  to.raw("</td></tr>\n");
  draw_fact(to, "Number", std::to_string(one.id));
  draw_fact(to, "Sent by", one.actor.value_or("nobody known"));
  draw_fact(to, "Version of the form", one.form_version);
  const std::string here = link_to(of.name).append("/observations/").append(std::to_string(one.id));
  std::vector<const kept_file*> drawn;
  const std::optional<json::tree> said = tree_of(one.data);
  std::shared_ptr<const form::form_plan> with_entries;
  if (of.plan->has_lists() && said) with_entries = of.plan->with_entries_of(said->root());
  const form::form_plan& plan = with_entries ? *with_entries : *of.plan;
  for (std::size_t i = 0; i < plan.question_count(); ++i) {
    const form::element& asked = plan.question(i);
    const std::optional<json::node> value = said ? said->root().find_pointer(asked.name) : std::nullopt;
    const kept_file* const file = value && asked.is_file ? file_of(*value, files) : nullptr;
    if (file == nullptr) {
      const bool is_list = asked.list && value && value->kind() == json::node_kind::list;
      draw_fact(to, full_label(asked), is_list ? std::to_string(value->size()) : value ? readable(*value) : "");
      continue;
    }
    to.raw("<tr><th scope=\"row\">").text(asked.label).raw("</th><td>");
    draw_file(to, here, *file);
    to.raw("</td></tr>\n");
    drawn.push_back(file);
  }
  draw_other_files(to, here, files, drawn);
  to.raw("</tbody>\n</table>\n<h2>As it is kept</h2>\n<pre><code>").text(one.data).raw("</code></pre>\n");
  return page.end();
}

}  // namespace tenon_forms
