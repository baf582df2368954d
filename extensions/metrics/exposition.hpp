// Text as Prometheus reads it: the exposition format, version 0.0.4.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tenon_metrics {

inline constexpr std::string_view exposition_type = "text/plain; version=0.0.4; charset=utf-8";

struct label {
  std::string_view name, value;
};
using labels = std::initializer_list<label>;

class exposition {
 public:
  enum class kind : std::uint8_t { counter, gauge, histogram };

  // What the samples behind it are of; `name` ends with its unit, and with `_total` for a counter.
  void family(std::string_view name, kind of, std::string_view help);
  // One sample of the family; `suffix` is `_bucket`, `_sum` or `_count` for a histogram.
  void sample(labels of, double value, std::string_view suffix = {});
  void sample(labels of, std::uint64_t value, std::string_view suffix = {});

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  void begin(labels of, std::string_view suffix);

  std::string text_;
  std::string_view name_{};
};

}  // namespace tenon_metrics
