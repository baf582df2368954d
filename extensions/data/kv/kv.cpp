#include "kv.hpp"

namespace tenon_data {

namespace {

constexpr std::size_t longest_app = 128;  // it stands in each row

}  // namespace

kv_space space_of(const tenon::actor& who, std::string_view app) {
  if (who.is_system()) return {.owner = "", .app = std::string(who.extension)};
  const std::string_view acts = who.app();
  if (!acts.empty() && !app.empty() && app != acts)
    throw tenon::error(tenon::error_type::access_denied,
                       std::string("the application ")
                           .append(acts)
                           .append(" reaches its own values alone. Leave optConfig.appUuid out"));
  const std::string_view meant = app.empty() ? acts : app;
  if (meant.size() > longest_app)
    throw tenon::error(tenon::error_type::invalid_request,
                       "optConfig.appUuid is too large. Max size is " + std::to_string(longest_app) + ".");
  // With something in front, or an application called `global` would have those of the user.
  return {.owner = std::string(who.user_id()),
          .app = meant.empty() ? std::string("global") : std::string("app:").append(meant)};
}

}  // namespace tenon_data
