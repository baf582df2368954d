#include "log_output.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <type_traits>

#include "tenon/json/quoted.hpp"
#include "tenon/lifecycle/console_log.hpp"
#include "tenon/lifecycle/log_line.hpp"
#include "tenon/word/hexadecimal.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon_commands {

namespace {

constexpr std::array own_names{"time", "level", "extension", "message", "request"};

std::string name_of(const tenon::log_field& one) {
  std::string name(one.name);
  if (std::ranges::find(own_names, one.name) != own_names.end()) name += '_';
  return name;
}

template <class Number>
std::string digits(Number number) {
  std::array<char, 32> out{};
  return {out.data(), std::to_chars(out.data(), out.data() + out.size(), number).ptr};
}

// As JSON has it, which keeps a line one line; and of what JSON lets stand, with nothing that a terminal would obey.
std::string harmless(std::string_view text) {
  std::string out = tenon::json::quoted(text);
  for (std::size_t at = 0; at < out.size(); ++at) {
    const std::size_t size = out[at] == '\x7f' ? 1 : out[at] == '\xC2' && out[at + 1] < '\xA0' ? 2 : 0;
    if (size == 0) continue;
    out.replace(at, size, std::string("\\u00").append(tenon::hexadecimal(out[at + size - 1])));
  }
  return out;
}

// Where it is one word, as it is; else quoted.
std::string word(std::string_view text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return c > ' ' && c < 0x7F && c != '=' && c != '"' && c != '\\';
  });
  return plain ? std::string(text) : harmless(text);
}

template <class Text>
std::string value(const tenon::log_field& field, Text&& text) {
  return field.value.visit([&]<class T>(T what) -> std::string {
    if constexpr (std::same_as<T, bool>)
      return what ? "true" : "false";
    else if constexpr (std::same_as<T, std::string_view>)
      return text(what);
    else if constexpr (std::floating_point<T>)
      return what - what == 0 ? digits(what) : text(digits(what));  // neither infinite nor no number
    else
      return digits(what);
  });
}

// Calls `put(name, written value)` for each fact of the line in turn.
template <class Text, class Put>
void each_fact(const tenon::log_entry& entry, std::string_view time, Text text, Put put) {
  put("time", text(time));
  put("level", text(tenon::to_string(entry.level)));
  put("extension", text(entry.extension));
  put("message", text(entry.message));
  if (entry.about != nullptr) put("request", text(entry.about->id().view()));
  for (const tenon::log_field& one : entry.fields) put(name_of(one), value(one, text));
}

std::string time_now() {
  using namespace std::chrono;
  return tenon::timestamp_text(floor<milliseconds>(system_clock::now())).value_or("");
}

}  // namespace

std::optional<extension_level> extension_level_from(std::string_view text) {
  const std::size_t sign = text.find('=');
  if (sign == 0 || sign == std::string_view::npos) return std::nullopt;
  for (const auto level :
       {tenon::log_level::debug, tenon::log_level::info, tenon::log_level::warn, tenon::log_level::error})
    if (text.substr(sign + 1) == tenon::to_string(level))
      return extension_level{std::string(text.substr(0, sign)), level};
  return std::nullopt;
}

std::vector<std::string> contradictions(const log_options& given) {
  std::vector<std::string> out;
  for (const std::string& one : given.levels.get())
    if (!extension_level_from(one))
      out.push_back(std::string("log.levels: `")
                        .append(one)
                        .append("` is no EXTENSION=LEVEL. A level is debug, info, warn or error: http=debug"));
  return out;
}

std::string logfmt_line(const tenon::log_entry& entry, std::string_view time) {
  std::string out;
  each_fact(entry, time, word, [&](std::string_view name, std::string_view value) {
    if (!out.empty()) out += ' ';
    out.append(name).append("=").append(value);
  });
  return out;
}

std::string json_line(const tenon::log_entry& entry, std::string_view time) {
  std::string out;
  each_fact(entry, time, harmless, [&](std::string_view name, std::string_view value) {
    out.append(out.empty() ? "{" : ",").append(harmless(name)).append(":").append(value);
  });
  return out.append("}");
}

void log_output::follow(const log_options& given) {
  auto next = std::make_unique<rules>(rules{given.format, given.level, {}});
  for (const std::string& one : given.levels.get())
    if (std::optional<extension_level> read = extension_level_from(one)) next->levels.push_back(*std::move(read));
  const std::lock_guard lock(mutex_);
  all_.push_back(std::move(next));
  now_.store(all_.back().get(), std::memory_order_release);
}

bool log_output::takes(const void* self, tenon::log_level level, std::string_view extension) noexcept {
  const rules& now = *static_cast<const log_output*>(self)->now_.load(std::memory_order_acquire);
  // Of two that are about the same extension the later counts.
  for (auto one = now.levels.rbegin(); one != now.levels.rend(); ++one)
    if (one->extension == extension) return level >= one->level;
  return level >= now.level;
}

void log_output::write(void* self, const tenon::log_entry& entry) noexcept {
  const log_format format = static_cast<log_output*>(self)->now_.load(std::memory_order_acquire)->format;
  if (format == log_format::text) return tenon::console_log.write(nullptr, entry);
  try {
    std::string line = format == log_format::json ? json_line(entry, time_now()) : logfmt_line(entry, time_now());
    line += '\n';
    if (tenon::write_log_line(line)) tenon::tell_of_lost_lines(static_cast<log_output*>(self)->sink());
  } catch (...) {  // no memory for anything better
    tenon::console_log.write(nullptr, entry);
  }
}

}  // namespace tenon_commands
