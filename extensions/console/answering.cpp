#include "answering.hpp"

#include "tenon/word/nearest.hpp"

namespace tenon_console {

answer refused(std::string why) { return {.exit_code = 1, .error = std::move(why) + '\n'}; }
answer refused(const std::vector<tenon::finding>& findings) {
  answer out{.exit_code = 1};
  for (const tenon::finding& one : findings) out.error.append(tenon::to_string(one)).append("\n");
  return out;
}
answer no_such_event(std::string_view name, const std::vector<std::string_view>& known) {
  std::string why = "no event of this program is named ";
  why.append(name);
  if (const std::string_view near = tenon::nearest(name, known); !near.empty())
    why.append("; the nearest is ").append(near);
  return refused(why.append(". `list events` shows all."));
}

}  // namespace tenon_console
