#include "measure/wrk.hpp"

#include <fstream>
#include <stdexcept>

#include "measure/process.hpp"
#include "measure/scratch_folder.hpp"

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

wrk_report run_wrk(int port, const std::string& path, request_shape shape, std::chrono::seconds time) {
  const scratch_folder folder;
  command wrk{{"wrk", "-t1", "-c64", "-d" + std::to_string(time.count()) + "s", "--latency"}, {}, seat::client};
  if (const std::size_t batch = batch_of(shape); batch > 1) {
    const std::string script = folder / "pipelining.lua";
    std::ofstream(script) << pipelining(batch);
    wrk.words.insert(wrk.words.end(), {"-s", script});
  }
  wrk.words.push_back("http://127.0.0.1:" + std::to_string(port) + path);
  const finished done = run(wrk, time + std::chrono::seconds(20));
  if (done.exit_code != 0) throw std::runtime_error("wrk failed (is it installed?):\n" + done.output);
  return read_wrk_report(done.output);
}

}  // namespace bench
