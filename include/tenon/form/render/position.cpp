#include "tenon/form/render/position.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>
#include <utility>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/typed_number.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon::form {

namespace {

std::string schema_of_part(const position_part& one, bool has_words) {
  std::string out = R"({"type":"number")";
  const auto say = [&](std::string_view key, std::string_view json) {
    out.append(",\"").append(key).append("\":").append(json);
  };
  if (has_words) say("title", json::quoted(one.title));
  if (has_words && !one.description.empty()) say("description", json::quoted(one.description));
  if (!one.least.empty()) say("minimum", one.least);
  if (!one.most.empty()) say("maximum", one.most);
  return out.append("}");
}

std::string schema_of_parts(bool has_words) {
  std::string out;
  for (const position_part& one : position_parts)
    out.append(out.empty() ? "{\"" : ",\"").append(one.key).append("\":").append(schema_of_part(one, has_words));
  return out.append("}");
}

bool is_number_at(const element& one, std::string_view pointer, std::string_view key) {
  return one.is_question() && (one.type == "number" || one.type == "integer") && !one.has_choices() &&
         one.name.size() == pointer.size() + 1 + key.size() && one.name.starts_with(pointer) && one.name.ends_with(key);
}

// Of those behind a geo URI the accuracy, `u`. The reference system can only be that of all positions; what else there
// may be says nothing that is asked for here.
bool read_parameters(std::string_view all, std::string& accuracy) {
  while (!all.empty()) {
    all.remove_prefix(1);
    const std::string_view one = all.substr(0, std::min(all.find(';'), all.size()));
    all.remove_prefix(one.size());
    if (one.starts_with("u=")) accuracy = one.substr(2);
    if (one.empty() || (one.starts_with("crs=") && one != "crs=wgs84")) return false;
  }
  return true;
}

// What a client sends as a text: `geo:1,2,3;u=4`, or `1 2 3 4` as others write it. What is neither is all in the first.
typed_position parts_of(std::string_view text) {
  const typed_position unread{std::string(text)};
  text = without_space(text);
  const bool is_uri = text.starts_with("geo:");
  typed_position out;
  if (is_uri) {
    text.remove_prefix(4);
    const std::size_t end = std::min(text.find(';'), text.size());
    if (!read_parameters(text.substr(end), out.back())) return unread;
    text = text.substr(0, end);
  }
  const std::size_t most = is_uri ? 3 : out.size();
  for (std::size_t i = 0; !text.empty(); ++i) {
    if (i == most) return unread;
    const std::size_t end = std::min(is_uri ? text.find(',') : text.find_first_of(" \t\r\n"), text.size());
    out[i] = text.substr(0, end);
    if (out[i].empty()) return unread;
    text = without_space(text.substr(std::min(end + 1, text.size())));
  }
  return out;
}

// Such a URI knows no exponents.
void put_plainly(double value, std::string& to) {
  std::array<char, 1100> room{};
  to.append(room.data(), std::to_chars(room.data(), room.data() + room.size(), value, std::chars_format::fixed).ptr);
}

constexpr std::array<std::string_view, position_parts.size()> no_number{
    "The latitude is not a number, as in -1.2921.", "The longitude is not a number, as in 36.8219.",
    "The altitude is not a number, as in 1661.", "The accuracy is not a number, as in 5."};
constexpr std::array<std::string_view, position_parts.size()> out_of_range{
    "The latitude has to be between -90 and 90.", "The longitude has to be between -180 and 180.", "",
    "The accuracy has to be at least 0."};

bool is_within(double value, const position_part& of) {
  return (of.least.empty() || value >= *typed_number(of.least)) && (of.most.empty() || value <= *typed_number(of.most));
}

}  // namespace

json::node schema_of_position() {
  static const json::tree read = [] {
    std::vector<finding> ignored;
    return *json::tree::parse("{\"properties\":" + schema_of_parts(true) + "}", {.source = "gps"}, ignored);
  }();
  return read.root();
}

std::string schema_to_hold_position(bool ranges) {
  std::string out = R"({"required":["latitude","longitude"])";
  if (ranges) out.append(",\"properties\":").append(schema_of_parts(false));
  return out.append("}");
}

bool has_parts_of_position(const element& asked) {
  return asked.type == "object" && std::ranges::all_of(std::span(position_parts).first(2), [&](const auto& part) {
           return std::ranges::any_of(asked.elements,
                                      [&](const element& one) { return is_number_at(one, asked.name, part.key); });
         });
}

bool is_position_text(const element& asked) {
  return asked.type == "string" && asked.format == position_format && asked.drawn_by != nullptr &&
         asked.drawn_by->is_built_in() && asked.is_question();
}

std::vector<typed_position> positions_in(std::span<const std::string> typed) {
  std::vector<typed_position> out;
  const std::size_t step = !typed.empty() && typed.size() % position_parts.size() == 0 ? position_parts.size() : 1;
  for (; !typed.empty(); typed = typed.subspan(step)) {
    typed_position one;
    if (step == 1)
      one = parts_of(typed.front());
    else
      std::ranges::copy(typed.first(step), one.begin());
    const auto says_nothing = [](const std::string& part) { return without_space(part).empty(); };
    if (!std::ranges::all_of(one, says_nothing)) out.push_back(std::move(one));
  }
  return out;
}

position_text position_of(const typed_position& typed) {
  std::array<std::optional<double>, position_parts.size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (without_space(typed[i]).empty()) continue;
    values[i] = typed_number(typed[i]);
    if (!values[i]) return {{}, no_number[i]};
    if (!is_within(*values[i], position_parts[i])) return {{}, out_of_range[i]};
  }
  const auto& [latitude, longitude, altitude, accuracy] = values;
  if (!latitude) return {{}, "The latitude is needed too."};
  if (!longitude) return {{}, "The longitude is needed too."};
  std::string out = "geo:";
  put_plainly(*latitude, out);
  put_plainly(*longitude, out.append(","));
  if (altitude) put_plainly(*altitude, out.append(","));
  if (accuracy) put_plainly(*accuracy, out.append(";u="));
  return {std::move(out), {}};
}

}  // namespace tenon::form
