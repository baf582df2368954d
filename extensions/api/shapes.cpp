#include "shapes.hpp"

#include <optional>
#include <utility>

#include "tenon/json/to_text.hpp"

namespace tenon_api {

namespace {

struct new_key {
  std::string api_key;
};
struct capability_list {
  std::vector<tenon::api_key_capability> capabilities;
};
struct person {
  std::string id, email;
  std::optional<std::string> name, given_name, family_name;
  bool is_anonymous = false;
};

}  // namespace

std::string json_of(const tenon::api_key& key) { return tenon::json::to_text(key, tenon::json::camel_case); }
std::string json_of(const std::vector<tenon::api_key>& keys) {
  return tenon::json::to_text(keys, tenon::json::camel_case);
}

std::string json_of(tenon::api_key_capabilities claimed) {
  capability_list list;
  for (std::size_t i = 0; i < tenon::api_key_capability_names.size(); ++i)
    if (const auto one = static_cast<tenon::api_key_capability>(i); claimed.contains(one))
      list.capabilities.push_back(one);
  return tenon::json::to_text(list);
}

std::string json_of(const tenon::user& user) {
  return tenon::json::to_text(person{user.id, user.email, user.name, user.given_name, user.family_name},
                              tenon::json::camel_case);
}

std::string json_of_new_key(std::string token) { return tenon::json::to_text(new_key{std::move(token)}); }

}  // namespace tenon_api
