#include "kv_calls.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tenon/json/from_text.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

namespace {

using tenon::json::raw;
using map_of_json = std::map<std::string, raw>;

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::invalid_request, std::move(message));
}

raw or_null(const std::optional<raw>& value) { return value ? *value : raw{"null"}; }

// A key as a text, or as a number that stands for its text.
std::optional<std::string> key_in(const std::string& json) {
  std::vector<tenon::finding> findings;
  if (json.starts_with('"')) return tenon::json::from_text<std::string>(json, findings);
  const bool is_number = !json.empty() && json.find_first_not_of("-+.eE0123456789") == std::string::npos;
  return is_number ? std::optional(json) : std::nullopt;
}

std::vector<std::string> keys_in(const std::string& json) {
  std::vector<tenon::finding> findings;
  const auto all = tenon::json::from_text<std::vector<raw>>(json, findings);
  std::vector<std::string> out;
  if (all)
    for (const raw& one : *all)
      if (std::optional<std::string> key = key_in(one.text)) out.push_back(*std::move(key));
  if (!all || out.size() != all->size()) refuse("key has to be a text, or a list of texts");
  return out;
}

// Nothing said is 1 to the whole value.
tenon::json::paths_and_texts amounts(const map_of_json& given, bool taken) {
  tenon::json::paths_and_texts out;
  for (const auto& [path, amount] : given) out.emplace_back(path, taken ? negated(amount.text) : amount.text);
  if (out.empty()) out.emplace_back("", taken ? "-1" : "1");
  return out;
}

tenon::json::paths_and_texts values_by_path(const map_of_json& given) {
  if (given.empty()) refuse("pathAndValueMap is empty. Say where what belongs: {\"\": ...} is the whole value");
  tenon::json::paths_and_texts out;
  for (const auto& [path, value] : given) out.emplace_back(path, value.text);
  return out;
}

std::string listed(const std::vector<kv_entry>& entries, std::string_view as) {
  if (as == "entries") return tenon::json::to_text(entries);
  std::vector<std::string> keys;
  std::vector<raw> values;
  for (const kv_entry& one : entries) {
    keys.push_back(one.key);
    values.push_back(one.value);
  }
  return as == "keys" ? tenon::json::to_text(keys) : tenon::json::to_text(values);
}

struct page_of_items {
  raw items{};
  std::optional<std::string> cursor{};  // none: there is no more
};

}  // namespace

raw called(kv_store& in, const kv_space& of, const puter_kvstore::get& what) {
  const std::string& key = what.key.get().text;
  if (const std::optional<std::string> one = key_in(key)) return or_null(in.get(of, *one));
  std::vector<raw> out;
  for (const std::optional<raw>& one : in.get(of, keys_in(key))) out.push_back(or_null(one));
  return {tenon::json::to_text(out)};
}

bool called(kv_store& in, const kv_space& of, const puter_kvstore::set& what) {
  in.set(of, what.key, what.value.text.empty() ? "null" : what.value.text, what.expire_at);
  return true;
}

bool called(kv_store& in, const kv_space& of, const puter_kvstore::batch_put& what) {
  std::vector<kv_item> items;
  for (const puter_kvstore::item& one : what.items.get()) items.push_back({one.key.get(), one.value, one.expire_at});
  in.set(of, items);
  return true;
}

bool called(kv_store& in, const kv_space& of, const puter_kvstore::del& what) {
  in.del(of, what.key);
  return true;
}

raw called(kv_store& in, const kv_space& of, const puter_kvstore::list& what) {
  const std::string& as = what.as;
  if (as != "entries" && as != "keys" && as != "values")
    throw tenon::error(tenon::error_type::invalid_request,
                       tenon::error_options{.message = "as has to be entries, keys or values",
                                            .data = R"({"code":"field_invalid","key":"as"})"});
  const std::size_t most_bytes = in.limits().answer_bytes;
  kv_range range{.prefix = what.pattern, .after = what.cursor.value_or(""), .most = {}, .most_bytes = most_bytes};
  if (range.prefix.ends_with('*')) range.prefix.pop_back();
  range.most = std::min<std::size_t>(what.limit.value_or(std::numeric_limits<std::uint32_t>::max()), in.limits().keys);
  const kv_page page = in.list(of, range);
  std::string items = listed(page.entries, as);
  const bool by_pages = what.limit || what.cursor;
  if (!by_pages && !page.cursor.empty())
    refuse("what there is is more than an answer may have, " + std::to_string(in.limits().keys) + " keys and " +
           std::to_string(most_bytes) + " bytes. Give a limit, and go on with the cursor of each answer.");
  if (!by_pages) return {std::move(items)};
  return {tenon::json::to_text(
      page_of_items{{std::move(items)}, page.cursor.empty() ? std::nullopt : std::optional<std::string>(page.cursor)})};
}

bool called(kv_store& in, const kv_space& of, const puter_kvstore::flush&) {
  in.flush(of);
  return true;
}

raw called(kv_store& in, const kv_space& of, const puter_kvstore::incr& what) {
  return in.increase(of, what.key, amounts(what.path_and_amount_map, false));
}
raw called(kv_store& in, const kv_space& of, const puter_kvstore::decr& what) {
  return in.increase(of, what.key, amounts(what.path_and_amount_map, true));
}

raw called(kv_store& in, const kv_space& of, const puter_kvstore::update& what) {
  return in.update(of, what.key, values_by_path(what.path_and_value_map.get().get()), what.ttl);
}
raw called(kv_store& in, const kv_space& of, const puter_kvstore::add& what) {
  return in.add(of, what.key, values_by_path(what.path_and_value_map.get().get()));
}
raw called(kv_store& in, const kv_space& of, const puter_kvstore::remove& what) {
  const std::vector<std::string>& paths = what.paths.get().get();
  if (paths.empty()) refuse("paths is empty. Say what is to be taken away, or forget the value by del");
  return in.remove(of, what.key, paths);
}

bool called(kv_store& in, const kv_space& of, const puter_kvstore::expire_at& what) {
  in.expire_at(of, what.key, what.timestamp);
  return true;
}
bool called(kv_store& in, const kv_space& of, const puter_kvstore::expire& what) {
  in.expire(of, what.key, what.ttl);
  return true;
}

}  // namespace tenon_data
