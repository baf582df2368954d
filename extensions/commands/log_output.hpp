// The log of a program on standard error: as text for people, or a line of facts for whatever gathers logs.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/word/field.hpp"
#include "tenon/word/log.hpp"

namespace tenon_commands {

enum class log_format : std::uint8_t { text, logfmt, json };

struct log_options {
  tenon::field<log_format, {.doc = "How a line looks on standard error."}> format = log_format::text;
  tenon::field<tenon::log_level, {.doc = "The least that comes out."}> level = tenon::log_level::info;
  tenon::field<std::vector<std::string>, {.doc = "Of single extensions something else: http=debug."}> levels{};
};

struct extension_level {
  std::string extension;
  tenon::log_level level;
};
// None where it is not NAME=LEVEL.
[[nodiscard]] std::optional<extension_level> extension_level_from(std::string_view text);
// One sentence for each of `levels` that is none.
[[nodiscard]] std::vector<std::string> contradictions(const log_options& given);

// One line, without its end. What it says of itself (time, level, extension, message, request) comes first, and a field
// of one of these names gets a `_` behind it.
[[nodiscard]] std::string logfmt_line(const tenon::log_entry& entry, std::string_view time);
[[nodiscard]] std::string json_line(const tenon::log_entry& entry, std::string_view time);

// Outlives everybody who writes to it. From any thread.
class log_output {
 public:
  explicit log_output(const log_options& given) { follow(given); }
  log_output(const log_output&) = delete;
  log_output& operator=(const log_output&) = delete;

  // From now on. Lines that are being written meanwhile look one way or the other.
  void follow(const log_options& given);
  [[nodiscard]] tenon::log_sink sink() noexcept { return {this, &write, &takes}; }
  // What a sink writes to; null for another kind of sink.
  [[nodiscard]] static log_output* behind(const tenon::log_sink& sink) noexcept {
    return sink.write == &write ? static_cast<log_output*>(sink.data) : nullptr;
  }

 private:
  struct rules {
    log_format format;
    tenon::log_level level;
    std::vector<extension_level> levels;
  };
  static void write(void* self, const tenon::log_entry& entry) noexcept;
  static bool takes(const void* self, tenon::log_level level, std::string_view extension) noexcept;

  std::atomic<const rules*> now_{nullptr};
  std::mutex mutex_;
  std::vector<std::unique_ptr<const rules>> all_{};  // somebody may still be reading an earlier one
};

}  // namespace tenon_commands
