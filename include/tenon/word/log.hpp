// Log lines carry the name of the extension that wrote them, because the log was made for it.
#pragma once

#include <cstdint>
#include <string_view>

namespace tenon {

enum class log_level : std::uint8_t { debug, info, warn, error };

[[nodiscard]] constexpr std::string_view to_string(log_level level) noexcept {
  switch (level) {
    case log_level::debug:
      return "debug";
    case log_level::info:
      return "info";
    case log_level::warn:
      return "warn";
    case log_level::error:
      return "error";
  }
  return "info";
}

// Where lines go. A sink is called from any thread and must not throw. No sink: nowhere.
struct log_sink {
  void* data = nullptr;
  void (*write)(void* data, log_level level, std::string_view extension, std::string_view message) noexcept = nullptr;
};

class log {
 public:
  constexpr log() = default;
  constexpr log(std::string_view extension, log_sink sink) : extension_(extension), sink_(sink) {}

  void debug(std::string_view message) const noexcept { write(log_level::debug, message); }
  void info(std::string_view message) const noexcept { write(log_level::info, message); }
  void warn(std::string_view message) const noexcept { write(log_level::warn, message); }
  void error(std::string_view message) const noexcept { write(log_level::error, message); }

 private:
  void write(log_level level, std::string_view message) const noexcept {
    if (sink_.write != nullptr) sink_.write(sink_.data, level, extension_, message);
  }
  std::string_view extension_ = "tenon";
  log_sink sink_{};
};

}  // namespace tenon
