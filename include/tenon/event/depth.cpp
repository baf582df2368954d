#include "tenon/event/depth.hpp"

#include <string>
#include <utility>

#include "tenon/word/error.hpp"

namespace tenon::event {

void too_deep(std::string_view event, std::string_view emitter) {
  std::string message(emitter);
  message.append(" emits ").append(event).append(" while hearing it, 64 deep. Have a listener stop answering it.");
  throw error(error_type::unknown, std::move(message));
}

}  // namespace tenon::event
