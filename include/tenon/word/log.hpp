// Log lines carry the name of the extension that wrote them, because the log was made for it.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace tenon {

struct request;

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

// What a field of a log line holds. A text is not copied: it has to live until the line is written.
class log_value {
 public:
  constexpr log_value(std::convertible_to<std::string_view> auto const& text) noexcept : text_(text) {}
  constexpr log_value(std::same_as<bool> auto truth) noexcept : kind_(kind::truth), natural_(truth) {}
  template <std::signed_integral Number>
  constexpr log_value(Number number) noexcept : kind_(kind::integer), integer_(number) {}
  template <std::unsigned_integral Number>
    requires(!std::same_as<Number, bool>)
  constexpr log_value(Number number) noexcept : kind_(kind::natural), natural_(number) {}
  constexpr log_value(std::floating_point auto number) noexcept : kind_(kind::real), real_(number) {}

  // Calls it with a std::string_view, a std::int64_t, a std::uint64_t, a double or a bool.
  template <class F>
  constexpr decltype(auto) visit(F&& f) const {
    switch (kind_) {
      case kind::truth:
        return f(natural_ != 0);
      case kind::integer:
        return f(integer_);
      case kind::natural:
        return f(natural_);
      case kind::real:
        return f(real_);
      case kind::text:
        break;
    }
    return f(text_);
  }

 private:
  enum class kind : std::uint8_t { text, truth, integer, natural, real };
  kind kind_ = kind::text;
  std::uint64_t natural_ = 0;
  std::int64_t integer_ = 0;
  double real_ = 0;
  std::string_view text_{};
};

// A fact beside the message, for whatever reads logs: `{"status", 200}`.
struct log_field {
  std::string_view name;
  log_value value;
};

// One line. It lives while it is written.
struct log_entry {
  log_level level = log_level::info;
  std::string_view extension{};
  std::string_view message{};
  std::span<const log_field> fields{};
  const tenon::request* about = nullptr;  // the request that it was written for, where the log knows it
};

// Where lines go. A sink is called from any thread and must not throw. No sink: nowhere.
struct log_sink {
  void* data = nullptr;
  void (*write)(void* data, const log_entry& entry) noexcept = nullptr;
  // Whether such a line would come out at all; null: each does.
  bool (*takes)(const void* data, log_level level, std::string_view extension) noexcept = nullptr;
};

class log {
 public:
  constexpr log() = default;
  constexpr log(std::string_view extension, log_sink sink) : extension_(extension), sink_(sink) {}

  using fields = std::initializer_list<log_field>;
  // `ctx.log().info("paid", {{"order", id}, {"amount", 12.5}});`
  void debug(std::string_view message, fields beside = {}) const noexcept { write(log_level::debug, message, beside); }
  void info(std::string_view message, fields beside = {}) const noexcept { write(log_level::info, message, beside); }
  void warn(std::string_view message, fields beside = {}) const noexcept { write(log_level::warn, message, beside); }
  void error(std::string_view message, fields beside = {}) const noexcept { write(log_level::error, message, beside); }

  // The same log, whose lines say by its id which request they were written for. Not to outlive the request.
  [[nodiscard]] constexpr log about(const tenon::request& request) const noexcept {
    log out = *this;
    out.about_ = &request;
    return out;
  }
  // For lines that are dear to make.
  [[nodiscard]] bool shows(log_level level) const noexcept {
    return sink_.write != nullptr && (sink_.takes == nullptr || sink_.takes(sink_.data, level, extension_));
  }

 private:
  void write(log_level level, std::string_view message, fields beside) const noexcept {
    if (shows(level)) sink_.write(sink_.data, {level, extension_, message, {beside.begin(), beside.size()}, about_});
  }
  std::string_view extension_ = "tenon";
  log_sink sink_{};
  const tenon::request* about_ = nullptr;
};

}  // namespace tenon
