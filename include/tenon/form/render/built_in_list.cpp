// The built-in renderer of lists of objects.
#include <cstddef>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/canvas.hpp"

namespace tenon::form::built_in {

namespace {

bool may_lose_one(const element& asked) {
  return !asked.is_read_only && (!asked.is_required || asked.elements.size() > asked.list->least);
}

// The page comes back where one goes on: in the entry that there is then, or at the button that adds one.
void add_button(const element& asked, canvas& to) {
  to.raw("<p><button name=\"add\" formnovalidate").attribute("value", asked.name).raw(" id=\"").text(asked.id);
  to.raw("-add\" formaction=\"#").text(asked.id).raw("-").number(asked.elements.size());
  to.raw("\">Add<span class=\"apart\"> to ").text(asked.label).raw("</span></button></p>\n");
}

void remove_button(const element& from, const element& entry, canvas& to) {
  to.raw("<p><button class=\"small\" name=\"remove\" formnovalidate").attribute("value", entry.name);
  to.raw(" formaction=\"#").text(from.id).raw("-add\">Remove<span class=\"apart\"> ").text(entry.label);
  to.raw("</span></button></p>\n");
}

}  // namespace

int list::test(const element& asked) {
  return asked.list != nullptr && asked.format == renderer.format ? renderer.rank : not_applicable;
}

void list::render(const element& asked, canvas& to) {
  to.begin_set(asked).raw("<input type=\"hidden\" class=\"count\"").attribute("name", asked.name).raw(" value=\"");
  to.number(asked.elements.size()).raw("\">\n");
  for (const element& entry : asked.elements) {
    to.raw("<fieldset class=\"entry\" id=\"").text(entry.id).raw("\">\n<legend>").text(entry.label).raw("</legend>\n");
    to.draw_inside(entry);
    if (may_lose_one(asked)) remove_button(asked, entry, to);
    to.raw("</fieldset>\n");
  }
  if (!asked.is_read_only && asked.elements.size() < asked.list->most) add_button(asked, to);
  to.end_set();
}

}  // namespace tenon::form::built_in
