#include "figures/calls.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "measure/http_client.hpp"
#include "measure/median.hpp"
#include "measure/wrk.hpp"
#include "report/progress.hpp"
#include "servers/express.hpp"

namespace bench {

namespace {

std::string posting(const std::string& token, const std::string& body) {
  return "wrk.method = 'POST'\nwrk.headers['Authorization'] = 'Bearer " + token +
         "'\nwrk.headers['Content-Type'] = 'application/json'\nwrk.body = [==[" + body + "]==]\n";
}

// The same with a value that is another one each time: where it is what it was, nothing has to be written.
std::string posting_another(const std::string& token, const std::string& before, const std::string& after) {
  return posting(token, "") +
         "local count = 0\nrequest = function()\ncount = count + 1\nreturn wrk.format(nil, nil, nil, [==[" + before +
         "]==] .. os.time() .. count .. [==[" + after + "]==])\nend\n";
}

std::string posted(const std::string& path, const std::string& token, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// One that is asked the same again and again, in its turns; what `first` says, once before.
struct asked {
  const server& which;
  std::string path, script;
  std::string first{};
  std::vector<double> rates{};
};

// Requests per second of both, side by side; a failure of one ends the comparison.
std::pair<attempted<std::vector<double>>, attempted<std::vector<double>>> take_turns(asked ours, asked theirs,
                                                                                     const options& how) {
  const auto both = attempt([&] {
    running_server own(ours.which);
    // A program beside itself is one: two would not share a data directory.
    std::optional<running_server> other;
    if (&ours.which != &theirs.which) other.emplace(theirs.which);
    const int other_port = other ? other->port() : own.port();
    for (const auto& [one, port] : {std::pair(&ours, own.port()), std::pair(&theirs, other_port)})
      if (!one->first.empty() && !http_client(port).ask(one->first))
        throw std::runtime_error(one->which.name + " did not take what was to be asked for");
    for (int round = 0; round <= how.rounds; ++round)
      for (const auto& [one, port] : {std::pair(&ours, own.port()), std::pair(&theirs, other_port)}) {
        // The first is for getting warm.
        const double rate = run_wrk(port, one->path, one->script, how.time).requests_per_second;
        if (round > 0) one->rates.push_back(rate);
      }
    return true;
  });
  using series = attempted<std::vector<double>>;
  if (!both.value) return {series{std::nullopt, both.trouble}, series{std::nullopt, both.trouble}};
  return {series{ours.rates, {}}, series{theirs.rates, {}}};
}

figure compared(std::string what, const asked& ours, std::string peer, const asked& theirs, double least,
                const options& how) {
  progress("calls: " + what);
  const auto [own, other] = take_turns(ours, theirs, how);
  const auto middle = [](const std::vector<double>& rates) { return median(rates); };
  figure out{.what = std::move(what),
             .of = unit::per_second,
             .by = evidence::timed,
             .ours = own.then(middle),
             .peer = std::move(peer),
             .theirs = other.then(middle),
             .wanted = {wish::rule::ratio_at_least, least}};
  if (own.value && other.value) out.own_ratio = median_ratio(*own.value, *other.value);
  return out;
}

constexpr int slow_clients = 16;

// Clients that wait for a handler which blocks for a second, one after the other, and begin again: half as many as
// there are workers.
class clients_of_the_slow {
 public:
  explicit clients_of_the_slow(int port) {
    for (int i = 0; i < slow_clients; ++i)
      all_.emplace_back([port](const std::stop_token& ends) {
        http_client client(port);
        while (!ends.stop_requested() && client.ask("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")) {
        }
      });
  }

 private:
  std::vector<std::jthread> all_{};
};

// What 99 of 100 requests take at most, with and without others that block.
figure beside_the_slow(const contestants& all, const options& how) {
  progress("calls: p99 beside a handler that blocks");
  std::vector<double> with, without;
  const auto both = attempt([&] {
    running_server one(all.slow_handler);
    for (int round = 0; round <= how.rounds; ++round)
      for (const bool blocks : {false, true}) {
        std::optional<clients_of_the_slow> slow;
        if (blocks) slow.emplace(one.port());
        const double p99 = run_wrk(one.port(), "/hello", "", how.time).p99_ms;
        // The first is for getting warm.
        if (round > 0) (blocks ? with : without).push_back(p99);
      }
    return true;
  });
  figure out{.what = "p99 beside " + std::to_string(slow_clients) + " handlers that block for 1 s",
             .of = unit::milliseconds,
             .by = evidence::timed,
             .ours = both.then([&](bool) { return median(with); }),
             .peer = "without them",
             .theirs = both.then([&](bool) { return median(without); }),
             .wanted = {wish::rule::ratio_at_most, 1.5}};
  if (both.value) out.own_ratio = median_ratio(with, without);
  return out;
}

std::string token_in(const tenon::testing::scratch_folder& folder) {
  std::ifstream file(folder.path("backend/admin.token"));
  std::string token{std::istreambuf_iterator<char>(file), {}};
  token.erase(token.find_last_not_of("\r\n") + 1);
  return token;
}

}  // namespace

std::vector<chapter> call_figures(const contestants& all, const tenon::testing::scratch_folder& folder,
                                  const options& how) {
  chapter calls{"Calls, 1 server thread, 64 connections, requests per second"};
  // Its first start makes the token.
  if (all.backend.missing.empty()) static_cast<void>(running_server(all.backend));
  const std::string token = token_in(folder);
  const std::string text(1'000, 'x');
  const asked plain{all.backend, "/hello?subject=Dave", ""};
  calls.figures.push_back(
      compared("function with 1 KB of JSON",
               {all.backend, "/api/main/helloWorld", posting(token, R"({"subject":")" + text + R"("})")},
               "its plain GET", plain, 0.75, how));
  const server peer = express(folder);
  const auto beside = [&](const std::string& what, const std::string& script, const std::string& first, double least) {
    const auto of = [&](const server& which) { return asked{which, "/drivers/call", script, first}; };
    calls.figures.push_back(compared(what, of(all.backend), peer.name, of(peer), least, how));
  };
  const std::string set = R"({"interface":"puter-kvstore","method":"set","args":{"key":"some-key","value":")";
  const std::string length = R"( of some length"}})";
  beside("driver: get", posting(token, R"({"interface":"puter-kvstore","method":"get","args":{"key":"some-key"}})"),
         posted("/drivers/call", token, set + "a value" + length), 5);
  calls.figures.push_back(beside_the_slow(all, how));
  beside("driver: durable set", posting_another(token, set, length), "", 3);
  return {calls};
}

}  // namespace bench
