#include "measure/wrk.hpp"

#include <fstream>
#include <stdexcept>

#include "measure/process.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

namespace {

// wrk sends what `request` returns as if it were one request, and counts the answers.
std::string pipelining(std::size_t batch) {
  return "local batch\n"
         "init = function() batch = string.rep(wrk.format(), " +
         std::to_string(batch) +
         ") end\n"
         "request = function() return batch end\n";
}

}  // namespace

wrk_report run_wrk(int port, const std::string& path, const std::string& script, std::chrono::seconds time) {
  const tenon::testing::scratch_folder folder;
  command wrk{{"wrk", "-t1", "-c64", "-d" + std::to_string(time.count()) + "s", "--latency"}, {}, seat::client};
  if (!script.empty()) {
    const std::string file = folder.path("script.lua");
    std::ofstream(file) << script;
    wrk.words.insert(wrk.words.end(), {"-s", file});
  }
  wrk.words.push_back("http://127.0.0.1:" + std::to_string(port) + path);
  const finished done = run(wrk, time + std::chrono::seconds(20));
  if (done.exit_code != 0) throw std::runtime_error("wrk failed (is it installed?):\n" + done.output);
  return read_wrk_report(done.output);
}

wrk_report run_wrk(int port, const std::string& path, request_shape shape, std::chrono::seconds time) {
  const std::size_t batch = batch_of(shape);
  return run_wrk(port, path, batch > 1 ? pipelining(batch) : std::string(), time);
}

}  // namespace bench
