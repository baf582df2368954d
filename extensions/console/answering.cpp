#include "answering.hpp"

#include "tenon/word/nearest.hpp"

namespace tenon_console {

void refuse(tenon::command_call& call, std::string_view why) {
  call.complain(why);
  call.exit_code = 1;
}
void refuse(tenon::command_call& call, const std::vector<tenon::finding>& findings) {
  for (const tenon::finding& one : findings) refuse(call, tenon::to_string(one));
}
void refuse_event(tenon::command_call& call, const std::vector<std::string_view>& known) {
  std::string why = "no event of this program is named ";
  why.append(call.words[0]);
  if (const std::string_view near = tenon::nearest(call.words[0], known); !near.empty())
    why.append("; the nearest is ").append(near);
  refuse(call, why.append(". `list events` shows all."));
}

namespace {

// Not what it is told, which may be secret.
std::string line_for_the_log(const std::vector<std::string>& words) {
  std::string out = "at the console: ";
  out.append(words[0]);
  if (words.size() > 1 && (words[0] == "emit" || words[0] == "call")) out.append(" ").append(words[1]);
  return out;
}

}  // namespace

std::string ending() { return tenon::json::to_text(answer{.exit_code = 1, .is_ending = true}).append("\n"); }

std::string answered(const command_registry& commands, const tenon::log& log, std::string_view line) {
  std::vector<tenon::finding> findings;
  const std::optional<request> wanted = tenon::json::from_text<request>(
      line, findings, {.missing = tenon::json::missing::kept, .max_bytes = line.size()});
  answer out;
  if (!wanted) {
    out.exit_code = 1;
    for (const tenon::finding& one : findings) out.error.append(tenon::to_string(one)).append("\n");
  } else if (wanted->complete) {
    out.choices = commands.complete(wanted->words);
  } else {
    if (!wanted->words.empty()) log.info(line_for_the_log(wanted->words));
    out = commands.execute(wanted->words);
  }
  return tenon::json::to_text(out).append("\n");
}

}  // namespace tenon_console
