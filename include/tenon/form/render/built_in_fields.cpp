// The built-in renderers of single fields. A browser does them without a script.
#include <algorithm>
#include <array>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::form::built_in {

namespace {

bool is_number(const element& asked) { return asked.type == "integer" || asked.type == "number"; }
bool has_format(const element& asked, std::initializer_list<std::string_view> any) {
  return std::ranges::find(any, asked.format) != any.end();
}

void limits(const element& asked, canvas& to) {
  if (!asked.minimum.empty()) to.attribute("min", asked.minimum);
  if (!asked.maximum.empty()) to.attribute("max", asked.maximum);
  to.attribute("step", !asked.step.empty() ? std::string_view(asked.step) : asked.type == "integer" ? "1" : "any");
}

// A browser shows nothing of a value that is none of its type: what was typed has to be seen to be mended.
bool is_shown_as_date(std::string_view typed) {
  constexpr std::string_view digits = "0000-00-00";
  if (typed.empty()) return true;
  return typed.size() == digits.size() && std::ranges::equal(typed, digits, [](char c, char like) {
           return like == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}
bool is_shown_as_time(std::string_view typed) {
  if (typed.ends_with('Z')) typed.remove_suffix(1);
  return typed.empty() || (typed.size() >= 5 && typed[2] == ':' && typed.find_first_of("+-") == std::string_view::npos);
}
std::string_view without_zone(std::string_view typed) {
  if (typed.ends_with('Z')) typed.remove_suffix(1);
  return typed;
}

void line(const element& asked, canvas& to, literal type, std::string_view value) {
  to.begin_question(asked).raw("<input").raw(type).field_attributes(asked);
  if (!asked.placeholder.empty()) to.attribute("placeholder", asked.placeholder);
  to.attribute("value", value).raw(">\n").end_question();
}

bool is_plain_number(std::string_view typed) {
  return !typed.empty() && typed.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

}  // namespace

int text::test(const element& asked) {
  return asked.type == "string" && has_format(asked, {"text", "adate"}) ? renderer.rank : not_applicable;
}
void text::render(const element& asked, canvas& to) {
  const std::string_view format = asked.schema_format;
  const literal type = format == "email"                      ? literal(" type=\"email\" autocomplete=\"email\"")
                       : format == "uri" || format == "iri"   ? literal(" type=\"url\"")
                       : asked.option("format") == "password" ? literal(" type=\"password\" autocomplete=\"off\"")
                                                              : literal(" type=\"text\"");
  line(asked, to, type, to.typed(asked));
}

int textarea::test(const element& asked) {
  return asked.type == "string" && asked.format == renderer.format ? renderer.rank : not_applicable;
}
void textarea::render(const element& asked, canvas& to) {
  to.begin_question(asked).raw("<textarea rows=\"4\"").field_attributes(asked);
  // The first line break behind the tag is not of the text.
  to.raw(">\n").text(to.typed(asked)).raw("</textarea>\n").end_question();
}

int number::test(const element& asked) {
  return is_number(asked) && has_format(asked, {"number", "integer"}) ? renderer.rank : not_applicable;
}
void number::render(const element& asked, canvas& to) {
  const std::string_view typed = to.typed(asked);
  // The keys that these bring up on a phone may have no minus.
  const bool is_positive = !asked.minimum.empty() && !asked.minimum.starts_with('-');
  const literal mode = !is_positive              ? literal("")
                       : asked.type == "integer" ? literal(" inputmode=\"numeric\"")
                                                 : literal(" inputmode=\"decimal\"");
  to.begin_question(asked).raw("<input").raw(mode);
  if (typed.empty() || is_plain_number(typed)) {
    to.raw(" type=\"number\"");
    limits(asked, to);
  }
  to.field_attributes(asked).attribute("value", typed).raw(">\n").end_question();
}

int slider::test(const element& asked) {
  const bool fits = is_number(asked) && !asked.minimum.empty() && !asked.maximum.empty();
  return fits && has_format(asked, {"slider", "range"}) ? renderer.rank : not_applicable;
}
// A range always says something, and nobody can take it back: where nothing has to be said, a number can be left empty.
void slider::render(const element& asked, canvas& to) {
  const std::string_view typed = to.typed(asked);
  if (!asked.is_required || (!typed.empty() && !is_plain_number(typed))) return number::render(asked, to);
  to.begin_question(asked).raw("<span class=\"range\"><span aria-hidden=\"true\">").text(asked.minimum);
  to.raw("</span><input type=\"range\"").field_attributes(asked);
  limits(asked, to);
  if (!typed.empty()) to.attribute("value", typed);
  to.raw("><span aria-hidden=\"true\">").text(asked.maximum).raw("</span></span>\n").end_question();
}

int date::test(const element& asked) {
  return asked.type == "string" && asked.format == "date" ? renderer.rank : not_applicable;
}
void date::render(const element& asked, canvas& to) {
  const std::string_view typed = to.typed(asked);
  line(asked, to, is_shown_as_date(typed) ? literal(" type=\"date\"") : literal(" type=\"text\""), typed);
}

int time_of_day::test(const element& asked) {
  return asked.type == "string" && asked.format == "time" ? renderer.rank : not_applicable;
}
void time_of_day::render(const element& asked, canvas& to) {
  const std::string_view typed = to.typed(asked);
  if (is_shown_as_time(typed))
    line(asked, to, " type=\"time\" step=\"1\"", without_zone(typed));
  else
    line(asked, to, " type=\"text\"", typed);
}

int date_time::test(const element& asked) {
  return asked.type == "string" && has_format(asked, {"date-time", "datetime"}) ? renderer.rank : not_applicable;
}
void date_time::render(const element& asked, canvas& to) {
  const std::string_view typed = to.typed(asked);
  const bool is_shown = typed.empty() || (typed.size() > 11 && is_shown_as_date(typed.substr(0, 10)) &&
                                          is_shown_as_time(typed.substr(11)));
  if (is_shown)
    line(asked, to, " type=\"datetime-local\" step=\"1\"", without_zone(typed));
  else
    line(asked, to, " type=\"text\"", typed);
}

int boolean::test(const element& asked) {
  return asked.type == "boolean" && has_format(asked, {"boolean", "checkbox", "toggle"}) ? renderer.rank
                                                                                         : not_applicable;
}
void boolean::render(const element& asked, canvas& to) {
  const bool is_wrong = !to.given(asked).problems.empty();
  to.raw(is_wrong ? literal("<div class=\"question wrong\">\n") : literal("<div class=\"question\">\n"));
  to.raw("<span class=\"tick\"><input type=\"checkbox\"").field_attributes(asked).raw(" value=\"true\"");
  if (to.is_chosen(asked, "true")) to.raw(" checked");
  to.raw("><label for=\"").text(asked.id).raw("\">").text(asked.label).raw("</label></span>\n");
  to.describe(asked).end_question();
}

}  // namespace tenon::form::built_in
