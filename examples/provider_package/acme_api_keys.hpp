// The ApiKeyProvider of acme_keys.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <tenon/extension.hpp>
#include <utility>
#include <vector>

namespace acme {

// The least that a provider has: it makes keys, shows them, and knows them again. What it does not claim, the host
// refuses without asking. A secret is `acme_`, the id, `_` and a random text. Any thread.
class api_keys {
 public:
  static constexpr tenon::api_key_capabilities capabilities{};

  api_keys();  // with the time of the machine
  explicit api_keys(std::function<tenon::timestamp()> now) : now_(std::move(now)) {}

  bool is_api_key(const tenon::provider_context& ctx) const;
  tenon::passport validate_api_key(const tenon::provider_context& ctx) const;
  std::string create_api_key(const tenon::authenticated_provider_context& caller,
                             const tenon::create_api_key_request& wanted);
  tenon::api_key get_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) const;
  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context& caller,
                                            const tenon::list_api_keys_request&) const;

 private:
  struct record {
    tenon::api_key key;
    tenon::user owner;
    std::string secret;
  };

  std::function<tenon::timestamp()> now_;
  mutable std::mutex mutex_;
  std::deque<record> records_;  // oldest first
};

}  // namespace acme
