#include "api_keys.hpp"

#include <sys/random.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace @identifier@_provider {

namespace {

std::string random_text() {
  std::array<unsigned char, 24> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw tenon::error(tenon::error_type::unknown, "the kernel gives no random numbers");
  std::string out;
  for (const unsigned char byte : bytes) {
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
  return out;
}

std::string numbered(unsigned long long number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 12 ? 12 - digits.size() : 0, '0') + digits;
}

// How long it takes does not depend on where the two differ.
bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

}  // namespace

api_keys::api_keys()
    : api_keys([] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }) {}

void api_keys::begin_with(std::string mark) {
  const std::lock_guard lock(mutex_);
  mark_ = std::move(mark);
}

api_keys::records::const_iterator api_keys::named_by(std::string_view secret) const {
  if (!secret.starts_with(mark_)) return records_.end();
  secret.remove_prefix(mark_.size());
  return records_.find(secret.substr(0, secret.find('_')));
}

api_keys::records::const_iterator api_keys::own(const tenon::authenticated_provider_context& caller,
                                                std::string_view id) const {
  const auto found = records_.find(id);
  if (found == records_.end() || found->second.owner.id != caller.passport.user.id)
    throw tenon::error(tenon::error_type::not_found, "Api key not found");
  return found;
}

bool api_keys::is_api_key(const tenon::provider_context& ctx) const {
  const std::lock_guard lock(mutex_);
  return ctx.bearer_token && ctx.bearer_token->starts_with(mark_);
}

tenon::passport api_keys::validate_api_key(const tenon::provider_context& ctx) const {
  if (!ctx.bearer_token) throw tenon::error(tenon::error_type::missing_token, "An API key is required");
  const std::lock_guard lock(mutex_);
  const auto found = named_by(*ctx.bearer_token);
  if (found == records_.end() || !same(found->second.secret, *ctx.bearer_token) || found->second.key.revoked)
    throw tenon::error(tenon::error_type::invalid_token, "The API key is not valid");
  const record& one = found->second;
  if (one.key.expires_at <= now_()) throw tenon::error(tenon::error_type::expired_token, "The API key has expired");
  return {.type = tenon::auth_type::api_key, .user = one.owner, .scopes = one.key.scopes};
}

std::string api_keys::create_api_key(const tenon::authenticated_provider_context& caller,
                                     const tenon::create_api_key_request& wanted) {
  if (wanted.scopes.empty()) throw tenon::error(tenon::error_type::invalid_request, "An API key needs scopes");
  if (wanted.expires_at <= now_())
    throw tenon::error(tenon::error_type::invalid_request, "An API key has to expire in the future");
  const std::string random = random_text();
  const std::lock_guard lock(mutex_);
  const std::string id = numbered(++made_);
  const std::string secret = mark_ + id + "_" + random;
  records_.emplace(id, record{.key = {.id = id,
                                      .user_id = caller.passport.user.id,
                                      .scopes = wanted.scopes,
                                      .expires_at = wanted.expires_at,
                                      .name = wanted.name,
                                      .user_generated = wanted.user_generated},
                              .owner = caller.passport.user,
                              .secret = secret});
  return secret;
}

tenon::api_key api_keys::get_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) const {
  const std::lock_guard lock(mutex_);
  return own(caller, id)->second.key;
}

std::vector<tenon::api_key> api_keys::list_api_keys(const tenon::authenticated_provider_context& caller,
                                                    const tenon::list_api_keys_request& page) const {
  const std::lock_guard lock(mutex_);
  std::vector<tenon::api_key> out;
  std::uint32_t skip = page.offset.value_or(0);
  for (const auto& [id, one] : records_) {
    if (one.owner.id != caller.passport.user.id) continue;
    if (page.limit && out.size() == *page.limit) break;
    if (skip > 0) {
      --skip;
      continue;
    }
    out.push_back(one.key);
  }
  return out;
}

void api_keys::revoke_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) {
  const std::lock_guard lock(mutex_);
  records_.find(own(caller, id)->first)->second.key.revoked = true;
}

void api_keys::delete_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) {
  const std::lock_guard lock(mutex_);
  records_.erase(own(caller, id));
}

}  // namespace @identifier@_provider
