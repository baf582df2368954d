#include "counts.hpp"

#include <algorithm>

#include "tenon/word/method.hpp"

namespace tenon_metrics {

namespace {

using kind = exposition::kind;

// The labels of a histogram's own, and behind them `le`.
template <class... Own>
void tell_histogram(exposition& out, const histogram& of, const Own&... own) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < histogram::bounds.size(); ++at) {
    count += of.count(at);
    out.sample({own..., {"le", histogram::bounds[at].seconds}}, count, "_bucket");
  }
  count += of.count(histogram::bounds.size());
  out.sample({own..., {"le", "+Inf"}}, count, "_bucket");
  out.sample({own...}, of.seconds(), "_sum");
  out.sample({own...}, count, "_count");
}

std::uint64_t total(const histogram& of) {
  std::uint64_t count = 0;
  for (std::size_t at = 0; at <= histogram::bounds.size(); ++at) count += of.count(at);
  return count;
}

}  // namespace

request_counts::request_counts(std::span<const tenon::web::route_row> routes)
    : routes_(routes), all_(std::make_unique<counts[]>(routes.size() + 1)) {}

void request_counts::add(std::size_t route, int status, std::size_t body_size, std::chrono::nanoseconds took) noexcept {
  counts& of = all_[std::min(route, routes_.size())];
  const int place = std::clamp(status - lowest_status, 0, statuses - 1);
  of.by_status[static_cast<std::size_t>(place)].fetch_add(1, std::memory_order_relaxed);
  of.bytes.fetch_add(body_size, std::memory_order_relaxed);
  of.durations.add(took);
}

void request_counts::tell(exposition& out) const {
  out.family(
      "tenon_http_requests_total", kind::counter,
      "Requests that were answered; without a route, those that none was found for or that were refused before.");
  for (std::size_t at = 0; at <= routes_.size(); ++at)
    for (std::size_t place = 0; place < statuses; ++place)
      if (const std::uint64_t count = all_[at].by_status[place].load(std::memory_order_relaxed); count != 0)
        out.sample({{"extension", route(at).extension},
                    {"method", at < routes_.size() ? to_string(route(at).method) : std::string_view()},
                    {"route", route(at).pattern},
                    {"status", std::to_string(place + lowest_status)}},
                   count);
  out.family("tenon_http_response_body_bytes_total", kind::counter, "Bytes in the bodies of the answers.");
  for (std::size_t at = 0; at <= routes_.size(); ++at)
    if (const std::uint64_t bytes = all_[at].bytes.load(std::memory_order_relaxed); bytes != 0)
      out.sample({{"extension", route(at).extension},
                  {"method", at < routes_.size() ? to_string(route(at).method) : std::string_view()},
                  {"route", route(at).pattern}},
                 bytes);
  out.family("tenon_http_request_duration_seconds", kind::histogram,
             "From the whole request's being there until its answer was.");
  for (std::size_t at = 0; at <= routes_.size(); ++at)
    if (total(all_[at].durations) != 0)
      tell_histogram(out, all_[at].durations, label{"extension", route(at).extension},
                     label{"method", at < routes_.size() ? to_string(route(at).method) : std::string_view()},
                     label{"route", route(at).pattern});
}

event_counts::event_counts(std::span<const tenon::event::event_row> events) {
  for (const tenon::event::event_row& one : events) names_.push_back(one.facts.name);
  std::ranges::sort(names_);
  counts_ = std::make_unique<std::atomic<std::uint64_t>[]>(names_.size());
}

void event_counts::add(std::string_view name) noexcept {
  const auto found = std::ranges::lower_bound(names_, name);
  if (found != names_.end() && *found == name)
    counts_[static_cast<std::size_t>(found - names_.begin())].fetch_add(1, std::memory_order_relaxed);
}

void event_counts::tell(exposition& out) const {
  out.family("tenon_events_total", kind::counter, "Events that were emitted.");
  for (std::size_t at = 0; at < names_.size(); ++at)
    out.sample({{"event", names_[at]}}, counts_[at].load(std::memory_order_relaxed));
}

void driver_counts::add(const std::string& interface, const std::string& driver, const std::string& method, bool failed,
                        std::chrono::nanoseconds took) {
  const std::lock_guard lock(mutex_);
  counts& of = all_.try_emplace({interface, driver, method}).first->second;
  of.failures.fetch_add(failed, std::memory_order_relaxed);
  of.durations.add(took);
}

void driver_counts::tell(exposition& out) const {
  const std::lock_guard lock(mutex_);
  const auto for_each = [&](auto f) {
    for (const auto& [of, one] : all_) {
      const auto& [interface, driver, method] = of;
      f(one, label{"interface", interface}, label{"driver", driver}, label{"method", method});
    }
  };
  out.family("tenon_driver_failures_total", kind::counter, "Calls of clients whose answer says that they failed.");
  for_each([&](const counts& one, auto... called) { out.sample({called...}, one.failures.load()); });
  out.family("tenon_driver_call_duration_seconds", kind::histogram, "Calls of drivers by clients.");
  for_each([&](const counts& one, auto... called) { tell_histogram(out, one.durations, called...); });
}

}  // namespace tenon_metrics
