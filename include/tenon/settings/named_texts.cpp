#include "tenon/settings/named_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "tenon/json/document.hpp"
#include "tenon/json/key.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/settings/set_text.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::settings {

namespace {

constexpr json::wire by_name{
    .keys = json::keys::camel, .unknown = json::unknown::ignored, .missing = json::missing::kept};

void read_json_text(const reflect::slot& place, void* to, std::string_view text, std::string_view pointer,
                    std::string_view, std::vector<finding>& findings, std::vector<std::string>&) {
  std::vector<finding> own;
  static_cast<void>(json::read(place, to, text, by_name, own));
  for (finding& one : own) findings.push_back({{}, std::string(pointer).append(one.pointer), std::move(one.message)});
}

void refuse_unknown(std::span<const named_text> given, const std::vector<std::string>& known,
                    std::vector<finding>& findings) {
  for (const named_text& one : given) {
    if (std::find(known.begin(), known.end(), one.first) != known.end()) continue;
    std::string message = "nothing is called so; ";
    if (const std::string_view near = nearest(one.first, known); !near.empty()) {
      message.append("the nearest is ").append(near);
    } else if (known.empty()) {
      message.append("leave it out, as there are no names");
    } else {
      message.append("the names are");
      for (const std::string& each : known) message.append(&each == known.data() ? " " : ", ").append(each);
    }
    findings.push_back({{}, std::string("/").append(one.first), message.append(".")});
  }
}

}  // namespace

void read_named_texts(std::span<const named_text> given, unknown_names unknown, const reflect::slot& place, void* to,
                      std::vector<finding>& findings) {
  const auto& whole = reflect::as<reflect::aggregate_type>(*place.of);
  void* places[reflect::most_places]{};
  whole.places(to, places);
  std::vector<std::string> set, known;
  for (std::size_t i = 0; i < whole.fields.size(); ++i) {
    const reflect::named_slot& field = whole.fields[i];
    const std::string name = json::spelt(field.name, by_name.keys);
    const auto is_meant = [&](const named_text& one) { return one.first == name; };
    const std::string pointer = std::string("/").append(name);
    const auto at = std::find_if(given.begin(), given.end(), is_meant);
    known.push_back(name);
    if (at == given.end()) {
      if (reflect::has_to_be_said(field))
        findings.push_back(
            {{}, pointer, "expected " + reflect::expected(field) + ", found nothing. Add \"" + name + "\"."});
    } else if (std::any_of(at + 1, given.end(), is_meant)) {
      findings.push_back({{}, pointer, "it is given twice. Give a list as JSON, as in [1,2]."});
    } else {
      set_text({.path = {}, .text = at->second, .pointer = pointer, .source = {}, .json = &read_json_text}, field,
               places[i], findings, set);
    }
  }
  if (unknown == unknown_names::refused) refuse_unknown(given, known, findings);
}

}  // namespace tenon::settings
