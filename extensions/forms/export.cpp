#include "export.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "tenon/form/bundle.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/json/tree.hpp"

namespace tenon_forms {

namespace {

void put_field(std::string_view text, std::string& to) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    to.append(text);
    return;
  }
  to.append("\"");
  for (const char c : text) to.append(c == '"' ? 2 : 1, c);
  to.append("\"");
}

// As programs for tables know them, which skip blanks in front.
bool is_like_a_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of(' ');
  return at != std::string_view::npos && std::string_view("=+-@\t\r\n|").find(text[at]) != std::string_view::npos;
}

void put_text(std::string_view text, std::string& to) {
  put_field(is_like_a_formula(text) ? std::string("'").append(text) : std::string(text), to);
}

void end_line(std::string& to) { to.append("\r\n"); }

}  // namespace

std::string json_line(const observation& of) {
  std::string out = "{\"id\":";
  out.append(std::to_string(of.id)).append(",\"receivedAt\":").append(tenon::json::quoted(of.received_at));
  out.append(",\"actor\":").append(of.actor ? tenon::json::quoted(*of.actor) : "null");
  out.append(",\"formVersion\":").append(tenon::json::quoted(of.form_version));
  return out.append(",\"data\":").append(of.data).append("}\n");
}

std::string csv_head(const tenon::form::form_plan& of) {
  std::string out = "id,received_at,actor,form_version";
  for (std::size_t i = 0; i < of.question_count(); ++i) {
    if (!of.question(i).entry.empty()) continue;
    std::string name;
    for (const std::string& step : tenon::form::steps_of(of.question(i).name))
      name.append(name.empty() ? "" : ".").append(step);
    out.append(",");
    put_text(name, out);
  }
  end_line(out);
  return out;
}

std::string csv_line(const tenon::form::form_plan& of, const observation& one) {
  std::string out = std::to_string(one.id);
  for (const std::string_view text :
       {std::string_view(one.received_at), one.actor ? std::string_view(*one.actor) : std::string_view(),
        std::string_view(one.form_version)}) {
    out.append(",");
    put_text(text, out);
  }
  std::vector<tenon::finding> ignored;
  const std::optional<tenon::json::tree> read =
      tenon::json::tree::parse(one.data, {.max_bytes = tenon::form::most_json_bytes, .max_depth = 64}, ignored);
  for (std::size_t i = 0; i < of.question_count(); ++i) {
    if (!of.question(i).entry.empty()) continue;
    out.append(",");
    const auto said = read ? read->root().find_pointer(of.question(i).name) : std::nullopt;
    if (!said) continue;
    if (said->is_text())
      put_text(said->text(), out);
    else
      put_field(said->as_json(), out);
  }
  end_line(out);
  return out;
}

}  // namespace tenon_forms
