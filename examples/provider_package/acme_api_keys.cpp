#include "acme_api_keys.hpp"

#include <chrono>
#include <cstddef>
#include <random>

namespace acme {

namespace {

constexpr std::string_view mark = "acme_";

std::string random_text() {
  std::random_device machine;
  std::string out;
  while (out.size() < 48) out += "0123456789abcdef"[machine() & 15U];
  return out;
}

// How long it takes does not depend on where the two differ.
bool same(std::string_view a, std::string_view b) {
  unsigned difference = a.size() != b.size();
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

}  // namespace

api_keys::api_keys()
    : api_keys([] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }) {}

bool api_keys::is_api_key(const tenon::provider_context& ctx) const {
  return ctx.bearer_token && ctx.bearer_token->starts_with(mark);
}

tenon::passport api_keys::validate_api_key(const tenon::provider_context& ctx) const {
  if (!ctx.bearer_token) throw tenon::error(tenon::error_type::missing_token, "An API key is required");
  const std::lock_guard lock(mutex_);
  for (const record& one : records_) {
    if (!same(one.secret, *ctx.bearer_token)) continue;
    if (one.key.expires_at <= now_()) throw tenon::error(tenon::error_type::expired_token, "The API key has expired");
    return {.type = tenon::auth_type::api_key, .user = one.owner, .scopes = one.key.scopes};
  }
  throw tenon::error(tenon::error_type::invalid_token, "The API key is not valid");
}

std::string api_keys::create_api_key(const tenon::authenticated_provider_context& caller,
                                     const tenon::create_api_key_request& wanted) {
  if (wanted.scopes.empty()) throw tenon::error(tenon::error_type::invalid_request, "An API key needs scopes");
  if (wanted.expires_at <= now_())
    throw tenon::error(tenon::error_type::invalid_request, "An API key has to expire in the future");
  const std::string random = random_text();
  const std::lock_guard lock(mutex_);
  std::string number = std::to_string(records_.size() + 1);
  if (number.size() < 12) number.insert(0, 12 - number.size(), '0');
  const std::string id = "acme-" + number;
  records_.push_back({.key = {.id = id,
                              .user_id = caller.passport.user.id,
                              .scopes = wanted.scopes,
                              .expires_at = wanted.expires_at,
                              .name = wanted.name,
                              .user_generated = wanted.user_generated},
                      .owner = caller.passport.user,
                      .secret = std::string(mark).append(id).append("_").append(random)});
  return records_.back().secret;
}

tenon::api_key api_keys::get_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) const {
  for (const tenon::api_key& one : list_api_keys(caller, {}))
    if (one.id == id) return one;
  // Nobody learns whether somebody else has it.
  throw tenon::error(tenon::error_type::not_found, "Api key not found");
}

// All of them, whatever page was asked for: the host cuts it.
std::vector<tenon::api_key> api_keys::list_api_keys(const tenon::authenticated_provider_context& caller,
                                                    const tenon::list_api_keys_request&) const {
  const std::lock_guard lock(mutex_);
  std::vector<tenon::api_key> out;
  for (const record& one : records_)
    if (one.owner.id == caller.passport.user.id) out.push_back(one.key);
  return out;
}

}  // namespace acme
