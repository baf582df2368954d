#include "tenon/form/function/form_values.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tenon/form/render/schema_view.hpp"
#include "tenon/json/quoted.hpp"

namespace tenon::form {

void form_values::set(std::string_view pointer, std::string json) {
  all_.insert_or_assign(steps_of(pointer), value{.json = std::move(json)});
}

void form_values::set_entries(std::string_view pointer, std::size_t count) {
  all_.insert_or_assign(steps_of(pointer), value{.entries = count});
}

std::optional<std::string> form_values::find(std::string_view pointer) const {
  const std::vector<std::string> way = steps_of(pointer);
  const auto begins_so = [&](const std::vector<std::string>& other) {
    return other.size() >= way.size() && std::equal(way.begin(), way.end(), other.begin());
  };
  const auto from = all_.lower_bound(way);
  if (from == all_.end() || !begins_so(from->first)) return std::nullopt;
  auto end = from;
  while (end != all_.end() && begins_so(end->first)) ++end;
  std::string out;
  write_value(from, end, way.size(), out);
  return out;
}

std::string form_values::as_json() const {
  std::string out;
  write_members(all_.begin(), all_.end(), 0, out);
  return out;
}

void form_values::write_value(place from, place to, std::size_t depth, std::string& out) const {
  if (from->first.size() != depth) return write_members(from, to, depth, out);
  if (from->second.entries) return write_entries(from, to, depth, out);
  out.append(from->second.json);
}

// Those behind each other with the same step at `depth` are one member.
void form_values::write_members(place from, place to, std::size_t depth, std::string& out) const {
  out.append("{");
  for (auto one = from; one != to;) {
    if (one != from) out.append(",");
    json::write_string(one->first[depth], out);
    out.append(":");
    auto end = std::next(one);
    while (end != to && end->first[depth] == one->first[depth]) ++end;
    write_value(one, end, depth + 1, out);
    one = end;
  }
  out.append("}");
}

// By bytes 10 stands before 2, so each is looked for. One to which nothing was said is one nevertheless.
void form_values::write_entries(place from, place to, std::size_t depth, std::string& out) const {
  std::vector<std::string> way = from->first;
  way.emplace_back();
  out.append("[");
  for (std::size_t i = 0; i < *from->second.entries; ++i) {
    way.back() = std::to_string(i);
    const auto begin = all_.lower_bound(way);
    auto end = begin;
    while (end != to && end != all_.end() && end->first.size() > depth && end->first[depth] == way.back()) ++end;
    out.append(i == 0 ? "" : ",");
    write_members(begin, end, depth + 1, out);
  }
  out.append("]");
}

}  // namespace tenon::form
