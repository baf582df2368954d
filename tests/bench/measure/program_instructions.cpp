#include "measure/program_instructions.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "measure/callgrind_profile.hpp"
#include "measure/process.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

namespace {

double instructions_of(const std::vector<std::string>& words, std::size_t count) {
  const tenon::testing::scratch_folder folder;
  const std::string file = folder.path("profile");
  command what{{"valgrind", "--tool=callgrind", "--quiet", "--callgrind-out-file=" + file}};
  what.words.insert(what.words.end(), words.begin(), words.end());
  what.words.push_back(std::to_string(count));
  const finished end = run(what, std::chrono::minutes(5));
  if (end.exit_code != 0) throw std::runtime_error(words[0] + " failed: " + end.output.substr(0, 200));
  std::ifstream in(file);
  return read_callgrind_profile(std::string(std::istreambuf_iterator<char>(in), {})).instructions;
}

}  // namespace

double instructions_of_one(const std::vector<std::string>& words, std::size_t few, std::size_t many) {
  return (instructions_of(words, many) - instructions_of(words, few)) / static_cast<double>(many - few);
}

}  // namespace bench
