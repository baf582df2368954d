// Where an extension stands in its life.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tenon {

enum class extension_status : std::uint8_t {
  constructed,  // made; on_preinit and on_init run
  held,         // never started, because something that it needs did not
  starting,     // on_start runs
  ok,
  fault,     // on_start threw
  stopping,  // from on_unready on
  stopped,   // after on_stop
};

[[nodiscard]] constexpr std::string_view to_string(extension_status status) noexcept {
  switch (status) {
    case extension_status::constructed:
      return "constructed";
    case extension_status::held:
      return "held";
    case extension_status::starting:
      return "starting";
    case extension_status::ok:
      return "ok";
    case extension_status::fault:
      return "fault";
    case extension_status::stopping:
      return "stopping";
    case extension_status::stopped:
      return "stopped";
  }
  return "unknown";
}

// True from the beginning of on_start, where that does not throw, to the beginning of on_unready.
[[nodiscard]] constexpr bool is_running(extension_status status) noexcept {
  return status == extension_status::starting || status == extension_status::ok;
}

// Written by the thread that starts or stops it, read by any. `message` and `since` are written before the status that
// they belong to, and never again after `held` and `fault`: whoever has read one of these may read them.
struct status_record {
  std::atomic<extension_status> status{extension_status::constructed};
  std::atomic<std::uint32_t> failures{0};  // throws in listeners, in posted work, and in hooks other than on_start
  std::atomic<std::uint32_t> skipped{0};   // events that it did not hear, being held, in fault or stopped
  std::atomic<std::uint32_t> starts{0};    // how often its on_start has begun: settings may have it start anew
  std::atomic<std::uint32_t> inside{0};    // requests that its handlers have; counted where it may stop meanwhile
  std::string message{};                   // of a fault, or because of whom it is held
  std::chrono::system_clock::time_point since{};
};

}  // namespace tenon
