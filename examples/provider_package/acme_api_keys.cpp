#include "acme_api_keys.hpp"

#include <sys/random.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

namespace acme {

namespace {

constexpr std::string_view mark = "acme_";

std::string random_text() {
  std::array<unsigned char, 24> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw tenon::error(tenon::error_type::unknown, "the kernel gives no random numbers");
  std::string out;
  for (const unsigned char byte : bytes) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", byte);
    out += digits.data();
  }
  return out;
}

std::string numbered(unsigned long long number) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "acme-%012llu", number);
  return out.data();
}

// How long it takes does not depend on where the two differ.
bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

// The id in `acme_<id>_<random>`.
std::optional<std::string_view> id_in(std::string_view token) {
  if (!token.starts_with(mark)) return std::nullopt;
  token.remove_prefix(mark.size());
  const std::size_t end = token.find('_');
  if (end == std::string_view::npos) return std::nullopt;
  return token.substr(0, end);
}

[[noreturn]] void not_found() { throw tenon::error(tenon::error_type::not_found, "Api key not found"); }

}  // namespace

template <class Records>
auto& api_keys::own(Records& all, const tenon::authenticated_provider_context& caller, std::string_view id) {
  const auto found = all.find(id);
  if (found == all.end() || found->second.owner.id != caller.passport.user.id) not_found();
  return found->second;
}

bool api_keys::is_api_key(const tenon::provider_context& ctx) const {
  return ctx.bearer_token && id_in(*ctx.bearer_token).has_value();
}

tenon::passport api_keys::validate_api_key(const tenon::provider_context& ctx) const {
  if (!ctx.bearer_token) throw tenon::error(tenon::error_type::missing_token, "An API key is required");
  const std::lock_guard lock(mutex_);
  const auto id = id_in(*ctx.bearer_token);
  const auto found = id ? records_.find(*id) : records_.end();
  if (found == records_.end() || !same(found->second.secret, *ctx.bearer_token) || found->second.key.revoked)
    throw tenon::error(tenon::error_type::invalid_token, "The API key is not valid");
  const record& one = found->second;
  if (one.key.expires_at <= std::chrono::system_clock::now())
    throw tenon::error(tenon::error_type::expired_token, "The API key has expired");
  return {.type = tenon::auth_type::api_key, .user = one.owner, .scopes = one.key.scopes};
}

std::string api_keys::create_api_key(const tenon::authenticated_provider_context& caller,
                                     const tenon::create_api_key_request& wanted) {
  const std::string random = random_text();
  const std::lock_guard lock(mutex_);
  const std::string id = numbered(++made_);
  const std::string secret = std::string(mark).append(id).append("_").append(random);
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
  return own(records_, caller, id).key;
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
  own(records_, caller, id).key.revoked = true;
}

void api_keys::delete_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) {
  const std::lock_guard lock(mutex_);
  own(records_, caller, id);
  records_.erase(records_.find(id));
}

}  // namespace acme
