#include "arguments.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "tenon/json/document.hpp"
#include "tenon/json/key.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/settings/set_text.hpp"
#include "tenon/word/route.hpp"

namespace tenon_functions {

namespace {

using tenon::finding;
using tenon::reflect::named_slot;

constexpr tenon::json::wire by_name{.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept};

// `/filter/0/name` is about the argument `filter`.
std::string argument_of(std::string_view pointer) { return std::string(pointer.substr(1, pointer.find('/', 1) - 1)); }

verdict judged(const std::vector<finding>& findings) {
  verdict out;
  for (const finding& one : findings) {
    if (one.pointer.empty() && out.whole.empty()) out.whole = tenon::to_string(one);
    if (!one.pointer.empty()) out.wrong.push_back({argument_of(one.pointer), one.message});
  }
  return out;
}

std::string plain(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '+', ' ');
  return tenon::percent_decoded(out);
}

void read_json(const tenon::reflect::slot& place, void* to, std::string_view text, std::string_view pointer,
               std::string_view, std::vector<finding>& findings, std::vector<std::string>&) {
  std::vector<finding> own;
  static_cast<void>(tenon::json::read(place, to, text, by_name, own));
  for (finding& one : own) findings.push_back({{}, std::string(pointer) + one.pointer, std::move(one.message)});
}

}  // namespace

std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    const std::size_t joint = std::min(one.find('='), one.size());
    if (!one.empty()) out.emplace_back(plain(one.substr(0, joint)), plain(one.substr(std::min(joint + 1, one.size()))));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

verdict read_body(std::string_view body, const tenon::reflect::slot& place, void* arguments) {
  std::vector<finding> findings;
  const bool is_empty = body.find_first_not_of(" \t\r\n") == std::string_view::npos;
  static_cast<void>(tenon::json::read(place, arguments, is_empty ? "{}" : body, by_name, findings));
  return judged(findings);
}

verdict read_query(std::string_view query, const tenon::reflect::slot& place, void* arguments) {
  std::vector<finding> findings;
  std::vector<std::string> set;
  const auto given = pairs_of(query);
  for (const named_slot& field : tenon::reflect::as<tenon::reflect::aggregate_type>(*place.of).fields) {
    const std::string name = tenon::json::spelt(field.name, by_name.keys);
    const auto at = std::find_if(given.begin(), given.end(), [&](const auto& one) { return one.first == name; });
    if (at == given.end()) {
      if (field.wears->required)
        findings.push_back(
            {{}, "/" + name, "expected " + tenon::reflect::expected(field) + ", found nothing. Add \"" + name + "\"."});
      continue;
    }
    const bool twice = std::any_of(at + 1, given.end(), [&](const auto& one) { return one.first == name; });
    if (twice) {
      findings.push_back({{}, "/" + name, "it is given twice. Give a list as JSON, as in [1,2]."});
      continue;
    }
    tenon::settings::set_text(
        {.path = std::span(&name, 1), .text = at->second, .pointer = {}, .source = {}, .json = &read_json}, place,
        arguments, findings, set);
  }
  return judged(findings);
}

}  // namespace tenon_functions
