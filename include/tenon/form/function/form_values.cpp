#include "tenon/form/function/form_values.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/json/write.hpp"

namespace tenon::form {

void form_values::set(std::string_view pointer, std::string json) {
  all_.insert_or_assign(steps_of(pointer), std::move(json));
}

std::optional<std::string> form_values::find(std::string_view pointer) const {
  const std::vector<std::string> way = steps_of(pointer);
  const auto begins_so = [&](const std::vector<std::string>& other) {
    return other.size() >= way.size() && std::equal(way.begin(), way.end(), other.begin());
  };
  const auto from = all_.lower_bound(way);
  if (from == all_.end() || !begins_so(from->first)) return std::nullopt;
  if (from->first.size() == way.size()) return from->second;
  auto end = from;
  while (end != all_.end() && begins_so(end->first)) ++end;
  std::string out;
  write(from, end, way.size(), out);
  return out;
}

std::string form_values::as_json() const {
  std::string out;
  write(all_.begin(), all_.end(), 0, out);
  return out;
}

// Those behind each other with the same step at `depth` are one member.
void form_values::write(ways::const_iterator from, ways::const_iterator to, std::size_t depth, std::string& out) {
  out.append("{");
  for (auto one = from; one != to;) {
    if (one != from) out.append(",");
    json::write_string(one->first[depth], out);
    out.append(":");
    auto end = std::next(one);
    while (end != to && end->first[depth] == one->first[depth]) ++end;
    if (one->first.size() == depth + 1)
      out.append(one->second);
    else
      write(one, end, depth + 1, out);
    one = end;
  }
  out.append("}");
}

}  // namespace tenon::form
