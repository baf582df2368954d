// What the console answers to a line.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "contract.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_console {

// Can it be written in JSON, by somebody else?
template <class Event>
inline constexpr bool can_be_sent = std::is_default_constructible_v<Event> && tenon::reflect::can_be_read<Event>;

[[nodiscard]] answer refused(std::string why);
[[nodiscard]] answer refused(const std::vector<tenon::finding>& findings);
[[nodiscard]] answer no_such_event(std::string_view name, const std::vector<std::string_view>& known);

// Emits it, and gives what came back.
template <class Event>
answer emitted(auto& ctx, const std::string& fields) {
  if constexpr (!can_be_sent<Event>) {
    return refused(std::string(Event::name)
                       .append(" has members that cannot be written in JSON, so it is only sent by "
                               "those who are compiled with it."));
  } else {
    std::vector<tenon::finding> findings;
    std::optional<Event> event = tenon::json::from_text<Event>(fields.empty() ? "{}" : fields, findings,
                                                               {.missing = tenon::json::missing::kept});
    if (!event) return refused(findings);
    ctx.emit(*event);
    return {.text = tenon::json::to_text(*event, {.absent = tenon::json::absent::null, .indent = 2}) + '\n'};
  }
}

// One line of JSON for one of a request. Throws nothing but for lack of memory.
std::string answered(auto& ctx, std::string_view line) {
  std::vector<tenon::finding> findings;
  const std::optional<request> wanted =
      tenon::json::from_text<request>(line, findings, {.missing = tenon::json::missing::kept});
  answer out;
  if (!wanted) {
    out = refused(findings);
  } else {
    ctx.log().info(std::string("the console emits ").append(wanted->emit));
    try {
      const bool known = ctx.visit_event(
          wanted->emit, [&]<class Event>(std::type_identity<Event>) { out = emitted<Event>(ctx, wanted->event); });
      if (!known) {
        std::vector<std::string_view> names;
        for (const auto& one : ctx.events()) names.push_back(one.facts.name);
        out = no_such_event(wanted->emit, names);
      }
    } catch (const std::exception& problem) {
      out = refused(problem.what());
    }
  }
  return tenon::json::to_text(out) + '\n';
}

}  // namespace tenon_console
