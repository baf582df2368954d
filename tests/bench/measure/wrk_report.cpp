#include "measure/wrk_report.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

namespace bench {

namespace {

struct number {
  double value;
  std::string_view unit;  // what follows it at once: "us", "ms", "s", "k", ""
};

// The first number after `label`.
number number_after(std::string_view text, std::string_view label) {
  const std::size_t at = text.find(label);
  const std::size_t digits = at == text.npos ? at : text.find_first_not_of(" \t", at + label.size());
  number read{};
  if (digits != text.npos) {
    const auto [end, error] = std::from_chars(text.data() + digits, text.data() + text.size(), read.value);
    if (error == std::errc()) {
      std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
      read.unit = rest.substr(0, rest.find_first_of(" \t\r\n"));
      return read;
    }
  }
  throw std::runtime_error("wrk printed no number after \"" + std::string(label) + "\":\n" + std::string(text));
}

double milliseconds(number given) {
  if (given.unit == "us") return given.value / 1000;
  if (given.unit == "ms") return given.value;
  if (given.unit == "s") return given.value * 1000;
  throw std::runtime_error("wrk printed a time in \"" + std::string(given.unit) + "\"; known are us, ms and s.");
}

// "\n  133910 requests in 1.00s": the number stands before its label.
double requests_in(std::string_view text) {
  const std::size_t end = text.find(" requests in ");
  if (end == text.npos) throw std::runtime_error("wrk printed no number of requests:\n" + std::string(text));
  const std::size_t line = text.rfind('\n', end);
  return number_after(text.substr(line + 1), "").value;
}

}  // namespace

wrk_report read_wrk_report(std::string_view text) {
  for (std::string_view trouble : {"Socket errors:", "Non-2xx or 3xx responses:", "unable to connect"})
    if (text.find(trouble) != text.npos) throw std::runtime_error("wrk had failures:\n" + std::string(text));
  // Shares of other things stand above it, and may end in 99% too.
  const std::string_view distribution = text.substr(std::min(text.size(), text.find("Latency Distribution")));
  return {number_after(text, "Requests/sec:").value, requests_in(text),
          milliseconds(number_after(distribution, "99%"))};
}

}  // namespace bench
