// Queries and posted forms: a name in the first line, the query behind it.
#include "tenon/word/query.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/page_request.hpp"
#include "fuzzed.hpp"
#include "local/openid/form.hpp"
#include "local/openid/redirect_uri.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/request.hpp"

namespace {

using fuzzed::law;
using pairs = std::vector<std::pair<std::string, std::string>>;

pairs pairs_of(std::string_view query) {
  pairs out;
  tenon::each_in_query(
      query, [&](std::string name, std::string value) { out.emplace_back(std::move(name), std::move(value)); });
  return out;
}

// Every byte but letters and digits as an escape.
std::string escaped(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
      out += c;
    else
      out.append("%").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
  }
  return out;
}
std::string query_of(const pairs& all) {
  std::string out;
  for (const auto& [name, value] : all)
    out.append(out.empty() ? "" : "&").append(escaped(name)).append("=").append(escaped(value));
  return out;
}

// The same, as slowly as it can be.
std::optional<pairs> slow_pairs_of(std::string_view query) {
  std::string spaced(query);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  pairs out;
  bool good = true;
  for (std::string_view left = spaced; !left.empty();) {
    std::string_view one = fuzzed::take_until(left, "&");
    if (one.empty()) continue;
    const std::string_view name = fuzzed::take_until(one, "=");
    out.emplace_back(fuzzed::undone_escapes(name, good), fuzzed::undone_escapes(one, good));
  }
  return good ? std::optional(out) : std::nullopt;
}

void look_at_query(std::string_view query, std::string_view name) {
  const pairs all = pairs_of(query);
  if (const auto slow = slow_pairs_of(query)) law(all == *slow, "pairs are what a slow look finds", query);
  law(pairs_of(query_of(all)) == all, "pairs that are written again read equal", query, query_of(all));
  const auto first = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
  const auto value = tenon::query_value(query, name);
  law(value == (first == all.end() ? std::nullopt : std::optional(first->second)),
      "the value of a name is the first of that name", query, name);
}

void look_at_form(std::string_view text, std::string_view name) {
  const auto form = tenon_local::form::from(text);
  const pairs all = pairs_of(text);
  if (form) {
    const auto slow = slow_pairs_of(text);
    law(slow.has_value(), "a form with a malformed escape is refused", text);
    for (const auto& [key, value] : *slow) law((*form)[key] == value, "a form has what stands in it", text, key);
    std::map<std::string, std::size_t> said;
    for (const auto& [key, value] : *slow) law(++said[key] == 1, "a form that says something twice is refused", text);
    if (!said.contains(std::string(name)) && !name.empty())
      law((*form)[name].empty(), "a form has nothing else", text, name);
  }
  pairs once;
  std::map<std::string, std::string> known;
  for (const auto& one : all)
    if (known.insert(one).second) once.push_back(one);
  const std::string again = query_of(once);
  const auto rewritten = tenon_local::form::from(again);
  law(rewritten.has_value(), "a form that is written well is read", again);
  for (const auto& [key, value] : once) law((*rewritten)[key] == value, "and has what was written", again, key);
}

void look_at_page(std::string_view query) {
  try {
    const tenon::list_api_keys_request page = tenon_api::read_page_request(query);
    law(page.limit >= 1 && page.limit <= 100, "a page has 1 to 100 rows", query);
  } catch (const tenon::error& refused) {
    law(refused.type() == tenon::error_type::invalid_request, "a page that cannot be is an invalid request", query);
  }
}

void look_at_redirect(std::string_view uri, std::string_view state) {
  static_cast<void>(tenon_local::is_trusted_origin(uri, "http://localhost:8080"));
  if (!tenon_local::is_local_redirect(uri)) return;
  constexpr std::string_view here = "http://localhost";
  law(tenon::same_field_name(uri.substr(0, here.size()), here), "a local redirect goes to this machine", uri);
  const std::string_view behind = uri.substr(here.size(), 1);
  law(behind.empty() || std::string_view(":/?").find(behind) != std::string_view::npos, "and to no other host", uri);
  const std::string whole = tenon_local::with_parameters(uri, {{"code", "a b"}, {"state", state}});
  law(tenon_local::is_local_redirect(whole), "and still does with parameters", uri, whole);
  law(whole.find_first_of(std::string_view("\r\n\0 ", 4)) == std::string::npos, "which end no line", whole);
  const std::size_t mark = whole.find('?');
  law(mark != std::string::npos, "which stand behind a question mark", whole);
  const pairs all = pairs_of(std::string_view(whole).substr(mark + 1));
  law(std::find(all.begin(), all.end(), std::pair<std::string, std::string>("state", state)) != all.end(),
      "which come back as they were given", whole, state);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view query = fuzzed::text_of(data, size);
  const std::string_view name = fuzzed::take_until(query, "\n");
  look_at_query(query, name);
  look_at_form(query, name);
  look_at_page(query);
  look_at_redirect(query, name);
  return 0;
}
