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

}  // namespace

std::vector<std::string> problems(const options& given) {
  std::vector<std::string> out;
  const auto count = [&out](std::string_view name, int value, int from, int to) {
    if (value < from || value > to)
      out.push_back(outside(name, value, sentence({"from ", std::to_string(from), " to ", std::to_string(to)})));
  };
  const auto time = [&out](std::string_view name, std::chrono::milliseconds value) {
    if (value.count() < 1 || value > std::chrono::hours(24))
      out.push_back(outside(name, value.count(), "from 1 to 86400000 milliseconds"));
  };
  if (std::string problem = problem_of_address("http", given.address); !problem.empty())
    out.push_back(std::move(problem));
  count("port", given.port, 0, 65'535);
  count("threads", given.threads, 1, 256);
  count("workers", given.workers, 1, 1'024);
  count("max_connections", given.max_connections, 1, 1'000'000);
  count("field_limit", given.field_limit, 1, 10'000);
  constexpr std::int64_t least_target = 64, rest_of_header = 192, most_header = 16 << 20;
  const auto header = static_cast<std::int64_t>(given.header_limit.bytes),
             target = static_cast<std::int64_t>(given.target_limit.bytes);
  if (header < least_target + rest_of_header || header > most_header)
    out.push_back(outside("header_limit", header, "from 256 to 16777216 bytes"));
  else if (target < least_target || target > header - rest_of_header)
    out.push_back(
        outside("target_limit", target, "at least 64 bytes, and 192 less than http.header_limit, which holds it"));
  if (given.body_limit.bytes > std::uint64_t{4} << 30)
    out.push_back("http.body_limit is above 4 GiB, but bodies are kept in memory.");
  time("header_timeout", given.header_timeout);
  time("body_timeout", given.body_timeout);
  time("idle_timeout", given.idle_timeout);
  time("write_timeout", given.write_timeout);
  time("linger_timeout", given.linger_timeout);
  time("drain_timeout", given.drain_timeout);
  return out;
}

}  // namespace tenon::http1
