// What the console answers to a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "command_registry.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/command.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_console {

// One line of JSON for one of a request. Throws nothing but for lack of memory.
[[nodiscard]] std::string answered(const command_registry& commands, const tenon::log& log, std::string_view line);

// What is answered where nothing is done any more.
[[nodiscard]] std::string ending();

// Can it be written in JSON, by somebody else?
template <class Event>
inline constexpr bool can_be_sent = std::is_default_constructible_v<Event> && tenon::reflect::can_be_read<Event>;

void refuse(tenon::command_call& call, std::string_view why);
void refuse(tenon::command_call& call, const std::vector<tenon::finding>& findings);
void refuse_event(tenon::command_call& call, const std::vector<std::string_view>& known);

// Emits it, and prints what came back.
template <class Event>
void emit(auto& ctx, tenon::command_call& call) {
  if constexpr (!can_be_sent<Event>) {
    refuse(call, std::string(Event::name)
                     .append(" has members that cannot be written in JSON, so it is only sent by "
                             "those who are compiled with it."));
  } else {
    std::vector<tenon::finding> findings;
    const bool is_bare = call.words.size() < 2 || call.words[1].empty();
    std::optional<Event> event = tenon::json::from_text<Event>(is_bare ? "{}" : call.words[1], findings,
                                                               {.missing = tenon::json::missing::kept});
    if (!event) return refuse(call, findings);
    ctx.emit(*event);
    call.print(tenon::json::to_text(*event, {.absent = tenon::json::absent::null, .indent = 2}));
  }
}

// emit NAME [JSON]
template <class Context>
tenon::command emit_command(Context ctx) {
  return {.doc = "Sends an event, as in emit email.validate '{\"email\": \"ada@example.com\"}'",
          .run =
              [ctx](tenon::command_call& call) {
                if (call.words.empty() || call.words.size() > 2)
                  return refuse(call, "Say which event, and at most one JSON object with its fields.");
                const bool known = ctx.visit_event(
                    call.words[0], [&]<class Event>(std::type_identity<Event>) { emit<Event>(ctx, call); });
                if (known) return;
                std::vector<std::string_view> names;
                for (const auto& one : ctx.events()) names.push_back(one.facts.name);
                refuse_event(call, names);
              },
          .complete =
              [ctx](std::span<const std::string> words) {
                std::vector<std::string> out;
                if (words.size() <= 1)
                  for (const auto& one : ctx.events()) out.emplace_back(one.facts.name);
                return out;
              }};
}

}  // namespace tenon_console
