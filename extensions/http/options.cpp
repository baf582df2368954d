#include "options.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "endpoint.hpp"
#include "sentence.hpp"

namespace tenon::http1 {

namespace {

std::string outside(std::string_view name, std::int64_t value, std::string_view range) {
  return sentence({"http.", name, " is ", std::to_string(value), ", but it must be ", range, "."});
}

// The ends of a range in the unit of the member: a bound of a time is in seconds.
template <class Number>
constexpr double seen(const Number& value) {
  return static_cast<double>(value);
}
constexpr double seen(const byte_size& value) { return static_cast<double>(value.bytes); }
constexpr double seen(const std::chrono::milliseconds& value) { return static_cast<double>(value.count()) / 1e3; }

class findings {
 public:
  template <class T, facts Facts>
  void look_at(std::string_view name, const field<T, Facts>& one) {
    constexpr bool is_time = std::is_same_v<T, std::chrono::milliseconds>;
    constexpr double scale = is_time ? 1e3 : 1;
    const double value = seen(one.get());
    const bool low = Facts.min.set && value < Facts.min.value, high = Facts.max.set && value > Facts.max.value;
    if (!low && !high) return;
    const auto whole = [](double number) { return static_cast<std::int64_t>(number * scale); };
    std::string range = Facts.max.set ? sentence({"from ", std::to_string(whole(Facts.min.value)), " to ",
                                                  std::to_string(whole(Facts.max.value))})
                                      : sentence({"at least ", std::to_string(whole(Facts.min.value))});
    if (is_time) range += " milliseconds";
    if (std::is_same_v<T, byte_size>) range += " bytes";
    out_.push_back(outside(name, whole(value), range));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(out_); }

 private:
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> contradictions(const options& given) {
  std::vector<std::string> out;
  if (std::string problem = problem_of_address("http", given.address); !problem.empty())
    out.push_back(std::move(problem));
  constexpr std::uint64_t rest_of_header = 192;
  if (given.target_limit.bytes + rest_of_header > given.header_limit.bytes)
    out.push_back(outside("target_limit", static_cast<std::int64_t>(given.target_limit.bytes),
                          "192 less than http.header_limit, which holds it"));
  return out;
}

std::vector<std::string> problems(const options& given) {
  findings out;
  out.look_at("port", given.port);
  out.look_at("threads", given.threads);
  out.look_at("workers", given.workers);
  out.look_at("max_connections", given.max_connections);
  out.look_at("minimal_rate", given.minimal_rate);
  out.look_at("grace_period", given.grace_period);
  out.look_at("header_limit", given.header_limit);
  out.look_at("target_limit", given.target_limit);
  out.look_at("field_limit", given.field_limit);
  out.look_at("body_limit", given.body_limit);
  out.look_at("message_limit", given.message_limit);
  out.look_at("header_timeout", given.header_timeout);
  out.look_at("body_timeout", given.body_timeout);
  out.look_at("idle_timeout", given.idle_timeout);
  out.look_at("ping_timeout", given.ping_timeout);
  out.look_at("write_timeout", given.write_timeout);
  out.look_at("linger_timeout", given.linger_timeout);
  out.look_at("drain_timeout", given.drain_timeout);
  std::vector<std::string> all = out.take();
  for (std::string& one : contradictions(given)) all.push_back(std::move(one));
  return all;
}

}  // namespace tenon::http1
