// Short ways to a form that is drawn.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tenon/form/plan/draw_form.hpp"

namespace drawing {

inline tenon::form::form_plan plan(std::string_view schema, std::string_view ui = {},
                                   std::span<const tenon::form::renderer_row> brought = {}) {
  tenon::form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  of.ui.text = ui;
  return tenon::form::form_plan(of, brought);
}

inline std::string html(const tenon::form::form_plan& of, std::string_view data = "{}") {
  return draw_form(of, of.answers_of({std::string(data)}), {}, "/forms/visit").html;
}

// A form of the one property `q`.
inline std::string question(std::string_view schema, std::string_view options = "{}", std::string_view data = "{}") {
  const std::string whole = R"({"properties": {"q": )" + std::string(schema) + "}}";
  const std::string ui = R"({"type": "Control", "scope": "#/properties/q", "options": )" + std::string(options) + "}";
  return html(plan(whole, ui), data);
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace drawing
