#pragma once

#include <algorithm>
#include <string>
#include <tenon/extension.hpp>
#include <tenon/form/render/canvas.hpp>
#include <vector>

// A day within a season: {"options": {"from": "2026-03-01", "until": "2026-06-30"}}; either may be left out.
struct custom_date_field {
  static constexpr auto renderer = tenon::renderer{.format = "custom-date", .doc = "A day within a season."};

  static void render(const tenon::form::element& asked, tenon::form::canvas& to) {
    to.begin_question(asked).raw("<input type=\"date\"").field_attributes(asked).attribute("value", to.typed(asked));
    if (const auto from = asked.option("from"); !from.empty()) to.attribute("min", from);
    if (const auto until = asked.option("until"); !until.empty()) to.attribute("max", until);
    to.raw(">\n").end_question();
  }
};

// A number with what it is a number of behind it: {"options": {"unit": "kg"}}.
struct quantity_field {
  static constexpr auto renderer = tenon::renderer{.format = "quantity", .doc = "A number with its unit."};

  static void render(const tenon::form::element& asked, tenon::form::canvas& to) {
    to.begin_question(asked).raw("<div class=\"range\"><input type=\"number\" min=\"0\" step=\"any\"");
    to.field_attributes(asked).attribute("value", to.typed(asked)).raw("> <span>").text(asked.option("unit"));
    to.raw("</span></div>\n").end_question();
  }
};

// A group that stays folded until somebody opens it, or has something in it: {"options": {"looks": "folded"}}.
struct folded_group {
  static constexpr auto renderer = tenon::renderer{.format = "group", .doc = "A group that can be folded."};

  static int test(const tenon::form::element& asked) {
    return asked.format == "group" && asked.option("looks") == "folded" ? 6 : tenon::not_applicable;
  }
  static void render(const tenon::form::element& asked, tenon::form::canvas& to) {
    to.raw(has_something(asked, to) ? tenon::literal("<details open>\n<summary>") : "<details>\n<summary>");
    to.text(asked.label).raw("</summary>\n").draw_inside(asked).raw("</details>\n");
  }

 private:
  // Nobody looks for what is wrong where it is folded away.
  static bool has_something(const tenon::form::element& one, const tenon::form::canvas& to) {
    if (one.is_question() && (!to.typed(one).empty() || !to.given(one).problems.empty())) return true;
    return std::ranges::any_of(one.elements, [&](const auto& inside) { return has_something(inside, to); });
  }
};

// What grows on a plot in a season.
struct crops_of {
  static constexpr auto form_function = tenon::form_function{.name = "crops_of", .doc = "What is sown in a season."};
  tenon::required<std::string> season;

  std::vector<tenon::form_choice> call() const {
    std::vector<tenon::form_choice> all{{"maize", "Maize"}, {"beans", "Beans"}};
    if (season.get() == "long rains") all.push_back({"rice", "Rice"});
    return all;
  }
};

// Weights are noted in kilograms and plots in square metres, and yields are told in tonnes for a hectare.
struct yield_of {
  static constexpr auto form_function = tenon::form_function{.name = "yield_of", .doc = "Tonnes for a hectare."};
  tenon::required<double> kilograms, square_metres;

  double call() const { return kilograms / square_metres * 10.0; }
};

struct field_questions {
  static constexpr auto manifest =
      tenon::manifest{.name = "field_questions", .version = "1.0.0", .doc = "Asks what is asked in fields."};
  using renderers = tenon::renderers<custom_date_field, quantity_field, folded_group>;
  using form_functions = tenon::form_functions<crops_of, yield_of>;
};
