#include "setting_list.hpp"

#include <cstddef>

#include "tenon/json/to_text.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/expectation.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

using tenon::reflect::aggregate_type;
using tenon::reflect::as;
using tenon::reflect::kind;
using tenon::reflect::slot;

void add_below(std::vector<listed_setting>& to, std::string_view extension, const std::string& pointer,
               const slot& place, void* value) {
  if (place.of->is == kind::aggregate && !place.wears->secret) {
    const auto& whole = as<aggregate_type>(*place.of);
    void* places[tenon::reflect::most_places]{};
    whole.places(value, places);
    for (std::size_t i = 0; i < whole.fields.size(); ++i)
      add_below(to, extension, pointer + '/' + std::string(whole.fields[i].name), whole.fields[i], places[i]);
    return;
  }
  const bool secret = place.wears->secret;
  to.push_back({.extension = std::string(extension),
                .pointer = pointer,
                .type = tenon::reflect::expected(place),
                .value = secret ? "***" : tenon::json::written(place, value, {}),
                .doc = std::string(place.wears->told.doc.view()),
                .unit = std::string(place.wears->told.unit.view()),
                .restart = place.wears->told.restart,
                .secret = secret});
}

}  // namespace

void add_settings(std::vector<listed_setting>& to, std::string_view extension, const slot& settings, void* defaults) {
  add_below(to, extension, "", settings, defaults);
}

std::string setting_table(const std::vector<listed_setting>& settings) {
  std::vector<std::vector<std::string>> lines{{"EXTENSION", "KEY", "DEFAULT", "TAKES", "NOTES"}};
  for (const listed_setting& one : settings) {
    std::vector<std::string> notes;
    const bool is_said = one.type.find('(' + one.unit + ')') != std::string::npos;
    if (!one.unit.empty() && !is_said) notes.push_back("in " + one.unit);
    if (one.restart) notes.emplace_back("restart");
    if (!one.doc.empty()) notes.push_back(one.doc);
    std::string text;
    for (const std::string& note : notes) text += (text.empty() ? "" : "; ") + note;
    lines.push_back({one.extension, one.pointer, one.value, one.type, text});
  }
  return text_table(lines);
}
std::string setting_json(const std::vector<listed_setting>& settings) {
  return tenon::json::to_text(settings, {.indent = 2}) + '\n';
}

}  // namespace tenon_commands
