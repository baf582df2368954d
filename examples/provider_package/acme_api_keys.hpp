// The ApiKeyProvider of acme_keys.
#pragma once

#include <tenon/extension.hpp>

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace acme {

// A secret is `acme_<id>_<random>`. What is wrong with a key that is not the caller's own is never told: it is not
// found.
class api_keys {
 public:
  static constexpr tenon::api_key_capabilities capabilities{tenon::api_key_capability::revoke,
                                                            tenon::api_key_capability::delete_,
                                                            tenon::api_key_capability::list_keys_paginated};

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
  using records =
      std::map<std::string, record, std::less<>>;  // ids are numbered, so their order is the order of creation

  template <class Records>
  static auto& own(Records& all, const tenon::authenticated_provider_context& caller, std::string_view id);

  mutable std::mutex mutex_;
  records records_;
  unsigned long long made_ = 0;
};

}  // namespace acme
