// The least type that satisfies ApiKeyProvider, and one that can do everything besides. Both keep their keys in memory.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/word/error.hpp"

namespace tenon::testing {

// A key is the word `archetype-key-` and its id: nothing about it is secret. Any thread.
class api_key_provider_archetype {
 public:
  static constexpr api_key_capabilities capabilities{};

  explicit api_key_provider_archetype(std::function<timestamp()> now) : now_(std::move(now)) {}

  bool is_api_key(const provider_context& ctx) { return ctx.bearer_token && ctx.bearer_token->starts_with(prefix); }

  passport validate_api_key(const provider_context& ctx) {
    if (!ctx.bearer_token) throw error(error_type::missing_token);
    std::scoped_lock lock(mutex_);
    for (const made_key& one : keys_) {
      if (one.key.revoked || prefix + one.key.id != *ctx.bearer_token) continue;
      if (one.key.expires_at <= now_()) throw error(error_type::expired_token);
      return {.type = auth_type::api_key, .user = one.user, .scopes = one.key.scopes, .resources = one.key.resources};
    }
    throw error(error_type::invalid_token);
  }

  std::string create_api_key(const authenticated_provider_context& caller, const create_api_key_request& wanted) {
    std::scoped_lock lock(mutex_);
    if (wanted.scopes.empty()) throw error(error_type::invalid_request, "a key needs scopes");
    if (wanted.expires_at <= now_()) throw error(error_type::invalid_request, "a key must expire in the future");
    keys_.push_back({.key = {.id = std::to_string(++last_id_),
                             .user_id = caller.passport.user.id,
                             .scopes = wanted.scopes,
                             .resources = wanted.resources,
                             .expires_at = wanted.expires_at,
                             .name = wanted.name,
                             .user_generated = wanted.user_generated},
                     .user = caller.passport.user});
    return prefix + keys_.back().key.id;
  }

  api_key get_api_key(const authenticated_provider_context& caller, std::string_view id) {
    std::scoped_lock lock(mutex_);
    return key_of(caller, id);
  }

  std::vector<api_key> list_api_keys(const authenticated_provider_context& caller, const list_api_keys_request& page) {
    std::scoped_lock lock(mutex_);
    std::vector<api_key> out;
    std::size_t skipped = 0;
    for (const made_key& one : keys_) {
      if (one.key.user_id != caller.passport.user.id || skipped++ < page.offset.value_or(0)) continue;
      if (page.limit && out.size() == *page.limit) break;
      out.push_back(one.key);
    }
    return out;
  }

 protected:
  struct made_key {
    api_key key;
    tenon::user user;
  };

  // Under the lock.
  api_key& key_of(const authenticated_provider_context& caller, std::string_view id) {
    for (made_key& one : keys_)
      if (one.key.id == id && one.key.user_id == caller.passport.user.id) return one.key;
    throw error(error_type::not_found, "no such key");
  }

  std::mutex mutex_;
  std::vector<made_key> keys_;

 private:
  static inline const std::string prefix = "archetype-key-";
  std::function<timestamp()> now_;
  int last_id_ = 0;
};

class full_api_key_provider_archetype : public api_key_provider_archetype {
 public:
  static constexpr api_key_capabilities capabilities{api_key_capability::revoke, api_key_capability::delete_,
                                                     api_key_capability::create_with_resources,
                                                     api_key_capability::list_keys_paginated};

  using api_key_provider_archetype::api_key_provider_archetype;

  void revoke_api_key(const authenticated_provider_context& caller, std::string_view id) {
    std::scoped_lock lock(mutex_);
    key_of(caller, id).revoked = true;
  }

  void delete_api_key(const authenticated_provider_context& caller, std::string_view id) {
    std::scoped_lock lock(mutex_);
    const api_key* gone = &key_of(caller, id);
    std::erase_if(keys_, [gone](const made_key& one) { return &one.key == gone; });
  }

  std::string key_set(const provider_context&, std::string_view id) {
    std::scoped_lock lock(mutex_);
    for (const made_key& one : keys_)
      if (one.key.id == id && !one.key.revoked) return R"({"keys":[]})";
    throw error(error_type::not_found, "no such key");
  }
};

static_assert(ApiKeyProvider<api_key_provider_archetype>);
static_assert(!RevokesApiKeys<api_key_provider_archetype> && !DeletesApiKeys<api_key_provider_archetype>);
static_assert(RevokesApiKeys<full_api_key_provider_archetype> && DeletesApiKeys<full_api_key_provider_archetype>);
static_assert(PublishesKeySets<full_api_key_provider_archetype>);

}  // namespace tenon::testing
