#include "negotiation.hpp"

#include <cstddef>
#include <string_view>

#include "tenon/web/accepted_coding.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon_functions {

namespace {

// Up to `mark`, which it takes off as well.
std::string_view taken(std::string_view& left, char mark) {
  const std::size_t at = left.find(mark);
  const std::string_view out = left.substr(0, at);
  left.remove_prefix(at == left.npos ? left.size() : at + 1);
  return tenon::without_space(out);
}

// How closely a range names application/json; 0: not at all.
int closeness(std::string_view range) {
  if (range == "*/*") return 1;
  if (tenon::same_field_name(range, "application/*")) return 2;
  return tenon::same_field_name(range, "application/json") ? 3 : 0;
}

}  // namespace

bool is_json_sent(const tenon::request& from) {
  const std::string_view body = tenon::without_space(from.body);
  std::string_view said = from.header("Content-Type").value_or("");
  const std::string_view type = taken(said, ';');
  if (body.empty() || type.empty() || tenon::same_field_name(type, "application/json")) return true;
  return tenon::same_field_name(type, "application/x-www-form-urlencoded") && body.front() == '{';
}

bool is_json_accepted(const tenon::request& from) {
  bool is_said = false, accepted = false;
  int closest = 0;
  for (const tenon::header& one : from.headers) {
    if (!tenon::same_field_name(one.name, "Accept")) continue;
    std::string_view ranges = one.value;
    while (!ranges.empty()) {
      std::string_view parameters = taken(ranges, ',');
      const std::string_view range = taken(parameters, ';');
      is_said = is_said || !range.empty();
      const int close = closeness(range);
      if (close == 0 || close < closest) continue;
      bool refused = false;
      while (!parameters.empty()) refused = tenon::web::weighs_nothing(taken(parameters, ';')) || refused;
      accepted = !refused;
      closest = close;
    }
  }
  return accepted || !is_said;
}

}  // namespace tenon_functions
