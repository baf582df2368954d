// The built-in renderers of choices.
#include <algorithm>
#include <cstddef>
#include <string>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::form::built_in {

namespace {

// Choices beyond this are a list to choose from, also where a form wants them all shown.
constexpr std::size_t most_shown = 100;

bool is_single(const element& asked) { return asked.is_question() && asked.type != "array" && asked.has_choices(); }

void box(const element& asked, canvas& to, literal type, std::size_t which, const choice& one) {
  to.raw("<span class=\"tick\"><input").raw(type).choice_attributes(asked, which, one.value);
  to.raw("><label for=\"").text(asked.id).raw("-").number(which).raw("\">").text(one.label).raw("</label></span>\n");
}

void radios(const element& asked, canvas& to, literal frame) {
  to.begin_set(asked).raw("<div").raw(frame).raw(">\n");
  for (std::size_t i = 0; i < asked.choices.size(); ++i) box(asked, to, " type=\"radio\"", i, asked.choices[i]);
  to.raw("</div>\n").end_set();
}

// All statements of a table have the same answers.
bool is_table(const element& asked) {
  if (asked.elements.empty()) return false;
  const std::vector<choice>& scale = asked.elements.front().choices;
  return !scale.empty() && std::ranges::all_of(asked.elements, [&](const element& one) {
    return is_single(one) && std::ranges::equal(one.choices, scale, {}, &choice::value, &choice::value);
  });
}

void table(const element& asked, canvas& to) {
  to.begin_set(asked).raw("<div class=\"table\" tabindex=\"0\" role=\"group\"").attribute("aria-label", asked.label);
  to.raw(">\n<table>\n<thead><tr><td></td>");
  const std::vector<choice>& scale = asked.elements.front().choices;
  for (std::size_t i = 0; i < scale.size(); ++i)
    to.raw("<th scope=\"col\" id=\"").text(asked.id).raw("-c").number(i).raw("\">").text(scale[i].label).raw("</th>");
  to.raw("</tr></thead>\n<tbody>\n");
  for (const element& one : asked.elements) {
    to.raw("<tr id=\"").text(one.id).raw("\"><th scope=\"row\" id=\"").text(one.id).raw("-r\">").text(one.label);
    if (one.is_required) to.raw(" <span class=\"needed\">(needed)</span>");
    for (const std::string& wrong : to.given(one).problems)
      to.raw(" <span class=\"problem\"><strong>Wrong:</strong> ").text(wrong).raw("</span>");
    to.raw("</th>");
    for (std::size_t i = 0; i < one.choices.size(); ++i) {
      to.raw("<td><input type=\"radio\"").choice_attributes(one, i, one.choices[i].value).raw(" aria-labelledby=\"");
      to.text(one.id).raw("-r ").text(asked.id).raw("-c").number(i).raw("\"></td>");
    }
    to.raw("</tr>\n");
  }
  to.raw("</tbody>\n</table>\n</div>\n").end_set();
}

bool has_few_whole_numbers(const element& asked) {
  return asked.type == "integer" && asked.choices.size() <= most_shown && !asked.choices.empty();
}

void options(const element& asked, canvas& to) {
  for (const choice& one : asked.choices) {
    to.raw("<option").attribute("value", one.value);
    if (to.is_chosen(asked, one.value)) to.raw(" selected");
    to.raw(">").text(one.label).raw("</option>\n");
  }
}

}  // namespace

int select::test(const element& asked) {
  return is_single(asked) && (asked.format == "select" || asked.format == "combo") ? renderer.rank : not_applicable;
}
void select::render(const element& asked, canvas& to) {
  to.begin_question(asked).raw("<select").field_attributes(asked).raw(">\n<option value=\"\"></option>\n");
  options(asked, to);
  to.raw("</select>\n").end_question();
}

int radio::test(const element& asked) {
  return is_single(asked) && asked.format == "radio" ? renderer.rank : not_applicable;
}
void radio::render(const element& asked, canvas& to) {
  if (asked.choices.size() > most_shown) return select::render(asked, to);
  radios(asked, to, "");
}

int rating::test(const element& asked) {
  return has_few_whole_numbers(asked) && asked.format == "rating" ? renderer.rank : not_applicable;
}
void rating::render(const element& asked, canvas& to) { radios(asked, to, " class=\"scale\""); }

int likert::test(const element& asked) {
  return asked.format == "likert" && (is_single(asked) || is_table(asked)) ? renderer.rank : not_applicable;
}
void likert::render(const element& asked, canvas& to) {
  if (is_table(asked)) return table(asked, to);
  if (asked.choices.size() > most_shown) return select::render(asked, to);
  radios(asked, to, " class=\"scale\"");
}

int multiselect::test(const element& asked) {
  const bool fits = asked.type == "array" && asked.has_choices();
  return fits && asked.format == "multiselect" ? renderer.rank : not_applicable;
}
void multiselect::render(const element& asked, canvas& to) {
  if (asked.choices.size() <= most_shown) {
    to.begin_set(asked).raw("<div>\n");
    for (std::size_t i = 0; i < asked.choices.size(); ++i) box(asked, to, " type=\"checkbox\"", i, asked.choices[i]);
    to.raw("</div>\n").end_set();
    return;
  }
  to.begin_question(asked).raw("<select multiple size=\"10\"").field_attributes(asked).raw(">\n");
  options(asked, to);
  to.raw("</select>\n").end_question();
}

}  // namespace tenon::form::built_in
