#include "kv.hpp"

namespace tenon_data {

kv_space space_of(const tenon::actor& who, std::string_view app) {
  if (who.is_system()) return {.owner = "", .app = std::string(who.extension)};
  const std::string_view acts = who.app();
  if (!acts.empty() && !app.empty() && app != acts)
    throw tenon::error(tenon::error_type::access_denied,
                       std::string("the application ")
                           .append(acts)
                           .append(" reaches its own values alone. Leave optConfig.appUuid out"));
  const std::string_view meant = app.empty() ? acts : app;
  // With something in front, or an application called `global` would have those of the user.
  return {.owner = std::string(who.user_id()),
          .app = meant.empty() ? std::string("global") : std::string("app:").append(meant)};
}

}  // namespace tenon_data
