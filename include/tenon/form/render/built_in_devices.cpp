// The built-in renderers of what a device can tell by itself. A browser does them without a script, as fields; a script
// finds them by their classes.
#include <cstddef>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/position.hpp"

namespace tenon::form::built_in {

namespace {

void part_of_text(const element& asked, std::size_t which, const std::string& typed, canvas& to) {
  const position_part& part = position_parts[which];
  const std::string id = std::string(asked.id).append("-").append(part.key);
  to.raw("<div class=\"question\">\n<label").attribute("for", id).raw(">").text(part.title);
  if (asked.is_required && which < 2) to.raw(" <span class=\"needed\">(needed)</span>");
  to.raw("</label>\n");
  if (!part.description.empty())
    to.raw("<p class=\"hint\" id=\"").text(id).raw("-hint\">").text(part.description).raw("</p>\n");
  to.raw("<input");
  // What a browser would not show has to be seen to be mended.
  if (typed.find_first_not_of("0123456789+-.eE") == std::string::npos) {
    to.raw(" type=\"number\" step=\"any\"");
    if (!part.least.empty()) to.attribute("min", part.least);
    if (!part.most.empty()) to.attribute("max", part.most);
  }
  to.attribute("class", part.key).attribute("id", id).attribute("name", asked.name);
  if (asked.is_required && which < 2) to.raw(" required");
  to.read_only_attributes(asked);
  if (!part.description.empty()) to.raw(" aria-describedby=\"").text(id).raw("-hint\"");
  to.attribute("value", typed).raw(">\n</div>\n");
}

}  // namespace

int gps::test(const element& asked) {
  const bool is_text = asked.is_question() && asked.type == "string" && !asked.has_choices();
  return asked.format == renderer.format && (is_text || has_parts_of_position(asked)) ? renderer.rank : not_applicable;
}
// A text has the same fields, each by the name of the question: together they are its answer.
void gps::render(const element& asked, canvas& to) {
  to.begin_set(asked).raw("<div class=\"row position\">\n");
  if (!asked.is_question()) {
    to.draw_inside(asked);
  } else {
    const std::vector<typed_position> said = positions_in(to.given(asked).typed);
    const typed_position typed = said.empty() ? typed_position{} : said.front();
    for (std::size_t i = 0; i < typed.size(); ++i) part_of_text(asked, i, typed[i], to);
  }
  to.raw("</div>\n").end_set();
}

int qrcode::test(const element& asked) {
  const bool is_text = asked.is_question() && asked.type == "string" && !asked.has_choices();
  return is_text && asked.format == renderer.format ? renderer.rank : not_applicable;
}
void qrcode::render(const element& asked, canvas& to) {
  to.begin_question(asked).raw("<input type=\"text\" class=\"qrcode\" autocomplete=\"off\"").field_attributes(asked);
  if (!asked.placeholder.empty()) to.attribute("placeholder", asked.placeholder);
  to.attribute("value", to.typed(asked)).raw(">\n").end_question();
}

}  // namespace tenon::form::built_in
