#include "tenon/json/merge_patch.hpp"

#include <utility>

#include "tenon/json/verbatim.hpp"

namespace tenon::json {

namespace {

boost::json::value parsed(std::string_view text) {
  return text.empty() ? boost::json::value(boost::json::object()) : parse_verbatim(text);
}

void merge(boost::json::value& target, const boost::json::value& patch) {
  if (!patch.is_object()) {
    target = patch;
    return;
  }
  if (!target.is_object()) target = boost::json::object();
  boost::json::object& members = target.get_object();
  for (const auto& one : patch.get_object())
    if (one.value().is_null())
      members.erase(one.key());
    else
      merge(members[one.key()], one.value());
}

// Members that the patch has taken everything out of.
void tidy(boost::json::value& target, const boost::json::value& patch) {
  if (!patch.is_object() || !target.is_object()) return;
  boost::json::object& members = target.get_object();
  for (const auto& one : patch.get_object()) {
    boost::json::value* const member = members.if_contains(one.key());
    if (member == nullptr) continue;
    tidy(*member, one.value());
    const bool emptied = member->is_object() && member->get_object().empty();
    if (emptied && one.value().is_object() && !one.value().get_object().empty()) members.erase(one.key());
  }
}

void collect(const boost::json::value& patch, std::vector<std::string>& way,
             std::vector<std::vector<std::string>>& to) {
  if (patch.is_null()) to.push_back(way);
  const auto* members = patch.if_object();
  if (members == nullptr) return;
  for (const auto& one : *members) {
    way.emplace_back(one.key());
    collect(one.value(), way, to);
    way.pop_back();
  }
}

}  // namespace

std::string merge_patch(std::string_view target, std::string_view patch) {
  boost::json::value out = parsed(target);
  merge(out, parsed(patch));
  return verbatim_text(out);
}

read_patch::read_patch(std::string_view text) : changes_(std::make_unique<const boost::json::value>(parsed(text))) {}
read_patch::~read_patch() = default;

std::string read_patch::applied_tidily(std::string_view target) const {
  boost::json::value out = parsed(target);
  merge(out, *changes_);
  tidy(out, *changes_);
  return verbatim_text(out);
}

std::vector<std::vector<std::string>> read_patch::removals() const {
  std::vector<std::vector<std::string>> out;
  std::vector<std::string> way;
  collect(*changes_, way, out);
  return out;
}

bool has_member(std::string_view text, const std::vector<std::string>& way) {
  boost::json::value whole = parsed(text);
  const boost::json::value* at = &whole;
  for (const std::string& key : way) {
    const boost::json::object* const members = at->if_object();
    at = members == nullptr ? nullptr : members->if_contains(key);
    if (at == nullptr) return false;
  }
  return true;
}

}  // namespace tenon::json
