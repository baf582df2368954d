#include "event_list.hpp"

#include <vector>

#include "tenon/composition/implementation.hpp"
#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

// What scripts read. Their shapes are promises: members are added, never renamed.
struct listed_event {
  std::string name, type;
  std::vector<std::string> emitters{}, listeners{};  // "tenon" emits what the app does
  bool may_be_unheard = false, fail_closed = false, circular = false;
  std::vector<std::string> aliases{};  // the events that are one with it
};
struct listed_listener {
  std::string event, extension, by;  // "on" or "pattern"
  bool posted = false;               // it hears a copy later, on its executor
  std::string as{};                  // the event that it gets: another one where an alias makes the two one
};
struct listed_importer {
  std::string extension, as;  // the name by which it needs the exporter
  [[nodiscard]] bool is_redirected(const std::string& exporter) const {
    return as != exporter && as != tenon::alias_name;
  }
};
struct listed_export {
  std::string extension, type;
  std::vector<listed_importer> importers{};
};

std::string name_of(extension_rows extensions, std::size_t rank) { return std::string(extensions[rank].manifest.name); }

std::vector<listed_event> listed_events(event_rows events, extension_rows extensions) {
  std::vector<listed_event> out;
  for (const tenon::event::event_row& one : events) {
    listed_event made{.name = std::string(one.facts.name),
                      .type = std::string(one.facts.type),
                      .may_be_unheard = one.facts.may_be_unheard,
                      .fail_closed = one.facts.fail_closed,
                      .circular = one.returns};
    for (std::size_t rank : one.emitters) made.emitters.push_back(name_of(extensions, rank));
    if (one.by_framework) made.emitters.emplace_back("tenon");
    made.aliases.assign(one.also.begin(), one.also.end());
    for (const tenon::event::listener& who : one.listeners) made.listeners.push_back(name_of(extensions, who.rank));
    out.push_back(std::move(made));
  }
  return out;
}

std::vector<listed_listener> listed_listeners(event_rows events, extension_rows extensions) {
  std::vector<listed_listener> out;
  for (const tenon::event::event_row& one : events)
    for (const tenon::event::listener& who : one.listeners) {
      const bool exact = who.how == tenon::event::hearing::on || who.how == tenon::event::hearing::on_with_context;
      out.push_back({std::string(one.facts.name), name_of(extensions, who.rank), exact ? "on" : "pattern", who.posted,
                     std::string(events[who.as].facts.name)});
    }
  return out;
}

std::vector<listed_export> listed_exports(extension_rows extensions) {
  std::vector<listed_export> by_rank;
  for (const tenon::extension_facts& one : extensions)
    by_rank.push_back({std::string(one.manifest.name), std::string(one.exports)});
  for (const tenon::extension_facts& one : extensions)
    for (std::size_t n = 0; n < one.need_count; ++n)
      by_rank[one.needs[n]].importers.push_back(
          {std::string(one.manifest.name), std::string(one.manifest.needs[one.stated[n]].name)});
  std::erase_if(by_rank, [](const listed_export& one) { return one.type.empty(); });
  return by_rank;
}

template <class Rows>
std::string as_json(const Rows& rows) {
  return tenon::json::to_text(rows, {.indent = 2}) + '\n';
}

}  // namespace

std::string event_table(event_rows events, extension_rows extensions) {
  std::vector<std::vector<std::string>> lines{{"EVENT", "EMITTERS", "LISTENERS", "NOTES"}};
  for (const listed_event& one : listed_events(events, extensions)) {
    std::vector<std::string> notes;
    if (one.may_be_unheard) notes.emplace_back("may-be-unheard");
    if (one.fail_closed) notes.emplace_back("fail-closed");
    if (one.circular) notes.emplace_back("circular");
    for (const std::string& other : one.aliases) notes.push_back("alias=" + other);
    lines.push_back({one.name, joined(one.emitters), joined(one.listeners), joined(notes)});
  }
  return text_table(lines);
}
std::string event_json(event_rows events, extension_rows extensions) {
  return as_json(listed_events(events, extensions));
}

std::string listener_table(event_rows events, extension_rows extensions) {
  std::vector<std::vector<std::string>> lines{{"EVENT", "EXTENSION", "BY", "NOTES"}};
  for (const listed_listener& one : listed_listeners(events, extensions)) {
    std::vector<std::string> notes;
    if (one.posted) notes.emplace_back("posted");
    if (one.as != one.event) notes.push_back("as=" + one.as);
    lines.push_back({one.event, one.extension, one.by, joined(notes)});
  }
  return text_table(lines);
}
std::string listener_json(event_rows events, extension_rows extensions) {
  return as_json(listed_listeners(events, extensions));
}

std::string export_table(extension_rows extensions) {
  std::vector<std::vector<std::string>> lines{{"EXTENSION", "TYPE", "IMPORTERS"}};
  for (const listed_export& one : listed_exports(extensions)) {
    std::vector<std::string> importers;
    for (const listed_importer& who : one.importers)
      importers.push_back(who.extension + (who.is_redirected(one.extension) ? " (as " + who.as + ")" : ""));
    lines.push_back({one.extension, one.type, joined(importers)});
  }
  return text_table(lines);
}
std::string export_json(extension_rows extensions) { return as_json(listed_exports(extensions)); }

}  // namespace tenon_commands
