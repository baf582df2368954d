#include "create_request.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "json_object.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_api {

namespace {

using tenon::json::raw;

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::invalid_request, std::move(message));
}

tenon::scope read_scope(const raw& element) {
  std::vector<tenon::finding> unused;
  const auto name = tenon::json::from_text<std::string>(element.text, unused);
  if (const auto known = name ? tenon::scope_from(*name) : std::nullopt) return *known;

  constexpr std::size_t most_shown = 80;
  std::string shown = name.value_or(element.text);
  if (shown.size() > most_shown) shown.replace(most_shown, std::string::npos, "...");
  std::string valid;
  for (const tenon::scope_row& row : tenon::scope_table) valid.append(valid.empty() ? "" : ", ").append(row.name);
  refuse("Invalid scope: " + shown + ". Valid scopes are: " + valid);
}

std::vector<tenon::scope> read_scopes(const json_object& body) {
  const auto elements = body.get<std::vector<raw>>("scopes");
  if (!elements || elements->empty()) refuse("scopes is required and must be a non-empty array");
  std::vector<tenon::scope> scopes;
  for (const raw& element : *elements)
    if (const tenon::scope one = read_scope(element); std::find(scopes.begin(), scopes.end(), one) == scopes.end())
      scopes.push_back(one);
  return scopes;
}

// A time that cannot be written down again, beyond the year 9999, is none.
tenon::timestamp read_expiry(const json_object& body, tenon::timestamp now) {
  const auto text = body.get<std::string>("expiresAt");
  const auto time = text ? tenon::timestamp_from(*text) : std::nullopt;
  if (!time || !tenon::timestamp_text(*time)) refuse("expiresAt is required and must be a valid ISO 8601 date string");
  if (*time <= now) refuse("expiresAt must be a valid ISO 8601 date string in the future");
  return *time;
}

// In characters as people count them, not in bytes.
std::optional<std::string> read_name(const json_object& body) {
  constexpr std::ptrdiff_t longest = 1'000;
  if (!body.has("name")) return std::nullopt;
  auto name = body.get<std::string>("name");
  if (!name) refuse("name must be a string if provided");
  const auto begins_a_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; };
  if (std::count_if(name->begin(), name->end(), begins_a_character) > longest)
    refuse("name must not be longer than 1000 characters");
  return name;
}

std::optional<std::vector<tenon::resource>> read_resources(const json_object& body) {
  if (!body.has("resources")) return std::nullopt;
  if (!body.get<std::vector<raw>>("resources")) refuse("resources must be an array if provided");
  auto resources = body.get<std::vector<tenon::resource>>("resources");
  if (!resources) refuse("Each resource must have id and type string properties");
  return resources;
}

}  // namespace

tenon::create_api_key_request read_create_request(std::string_view text, tenon::timestamp now) {
  const json_object body(text);
  tenon::create_api_key_request wanted;
  wanted.scopes = read_scopes(body);
  wanted.expires_at = read_expiry(body, now);
  const auto user_generated = body.get<bool>("userGenerated");
  if (!user_generated) refuse("userGenerated is required and must be a boolean");
  wanted.user_generated = *user_generated;
  wanted.name = read_name(body);
  wanted.resources = read_resources(body);
  return wanted;
}

}  // namespace tenon_api
