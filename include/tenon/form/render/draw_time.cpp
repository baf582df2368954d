#include "tenon/form/render/draw_time.hpp"

namespace tenon::form {

void draw_time(canvas& to, std::string_view moment) {
  to.raw("<time").attribute("datetime", moment).raw(">");
  if (moment.size() < 19 || !moment.ends_with('Z'))
    to.text(moment);
  else
    to.text(moment.substr(0, 10)).raw(" ").text(moment.substr(11, 8)).raw(" UTC");
  to.raw("</time>");
}

}  // namespace tenon::form
