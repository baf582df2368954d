// The ApiKeyProvider of @name@.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tenon/extension.hpp>
#include <utility>
#include <vector>

namespace @identifier@_provider {

// A secret is a mark, an id, `_` and a random text. What is wrong with a key that is not the caller's own is never
// told: it is not found. Any thread.
class api_keys {
 public:
  static constexpr tenon::api_key_capabilities capabilities{tenon::api_key_capability::revoke,
                                                            tenon::api_key_capability::delete_,
                                                            tenon::api_key_capability::list_keys_paginated};

  api_keys();  // with the time of the machine
  explicit api_keys(std::function<tenon::timestamp()> now) : now_(std::move(now)) {}

  // From here on keys begin so; before any is made.
  void begin_with(std::string mark);

  bool is_api_key(const tenon::provider_context& ctx) const;
  tenon::passport validate_api_key(const tenon::provider_context& ctx) const;
  std::string create_api_key(const tenon::authenticated_provider_context& caller,
                             const tenon::create_api_key_request& wanted);
  tenon::api_key get_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) const;
  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context& caller,
                                            const tenon::list_api_keys_request& page) const;
  void revoke_api_key(const tenon::authenticated_provider_context& caller, std::string_view id);
  void delete_api_key(const tenon::authenticated_provider_context& caller, std::string_view id);

 private:
  struct record {
    tenon::api_key key;
    tenon::user owner;
    std::string secret;
  };
  // Ids are numbered, so their order is the order of creation.
  using records = std::map<std::string, record, std::less<>>;

  // These are called under the lock.
  records::const_iterator named_by(std::string_view secret) const;
  records::const_iterator own(const tenon::authenticated_provider_context& caller, std::string_view id) const;

  std::function<tenon::timestamp()> now_;
  mutable std::mutex mutex_;
  std::string mark_ = "key-";
  records records_;
  unsigned long long made_ = 0;
};

}  // namespace @identifier@_provider
