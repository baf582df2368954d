// A provider of API keys that lacks nothing. A program includes tenon/app.hpp before this.
#pragma once

struct keys {
  static constexpr tenon::api_key_capabilities capabilities{};
  bool is_api_key(const tenon::provider_context&) { return false; }
  tenon::passport validate_api_key(const tenon::provider_context&) { return {}; }
  std::string create_api_key(const tenon::authenticated_provider_context&, const tenon::create_api_key_request&) {
    return {};
  }
  tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view) { return {}; }
  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&,
                                            const tenon::list_api_keys_request&) {
    return {};
  }
};
