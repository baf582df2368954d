#include "arguments.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "tenon/json/document.hpp"
#include "tenon/json/key.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/settings/named_texts.hpp"
#include "tenon/word/nearest.hpp"
#include "tenon/word/query.hpp"

namespace tenon_functions {

namespace {

using tenon::finding;
using tenon::reflect::as;

constexpr tenon::json::wire by_name{
    .keys = tenon::json::keys::camel, .unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept};

// `/filter/0/name` is about the argument `filter`, at `/0/name`.
wrong_argument about(const finding& one) {
  const std::string_view pointer = one.pointer;
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  std::string dis(pointer.substr(end));
  return {std::string(pointer.substr(1, end - 1)), dis.append(dis.empty() ? "" : ": ").append(one.message)};
}

verdict judged(const std::vector<finding>& findings) {
  verdict out;
  for (const finding& one : findings) {
    if (one.pointer.empty() && out.whole.empty()) out.whole = tenon::to_string(one);
    if (!one.pointer.empty()) out.wrong.push_back(about(one));
  }
  return out;
}

// A name that nobody knows is passed over; where an argument is missing, it may be that one's.
void guess(verdict& of, const std::vector<std::string>& given, const tenon::reflect::slot& place) {
  std::vector<std::string> known, unknown;
  for (const tenon::reflect::named_slot& field : as<tenon::reflect::aggregate_type>(*place.of).fields)
    known.push_back(tenon::json::spelt(field.name, by_name.keys));
  for (const std::string& name : given)
    if (std::ranges::find(known, name) == known.end()) unknown.push_back(name);
  for (wrong_argument& one : of.wrong) {
    if (std::ranges::find(given, one.name) != given.end()) continue;
    const std::string_view near = tenon::nearest(one.name, unknown);
    if (!near.empty()) one.dis.append(" Did you mean it by \"").append(near).append("\"?");
  }
}

}  // namespace

std::vector<tenon::settings::named_text> pairs_of(std::string_view query) {
  std::vector<tenon::settings::named_text> out;
  tenon::each_in_query(
      query, [&](std::string name, std::string value) { out.emplace_back(std::move(name), std::move(value)); });
  return out;
}

verdict read_body(std::string_view body, const tenon::reflect::slot& place, void* arguments) {
  std::vector<finding> findings;
  const bool is_empty = body.find_first_not_of(" \t\r\n") == std::string_view::npos;
  static_cast<void>(tenon::json::read(place, arguments, is_empty ? "{}" : body, by_name, findings));
  verdict out = judged(findings);
  if (out.wrong.empty()) return out;
  std::vector<finding> ignored;
  if (const auto object = tenon::json::document::parse(body, by_name, ignored)) guess(out, object->keys(), place);
  return out;
}

verdict read_query(std::string_view query, const tenon::reflect::slot& place, void* arguments) {
  std::vector<finding> findings;
  const std::vector<tenon::settings::named_text> pairs = pairs_of(query);
  tenon::settings::read_named_texts(pairs, tenon::settings::unknown_names::ignored, place, arguments, findings);
  verdict out = judged(findings);
  if (out.wrong.empty()) return out;
  std::vector<std::string> given;
  for (const auto& [name, value] : pairs) given.push_back(name);
  guess(out, given, place);
  return out;
}

}  // namespace tenon_functions
