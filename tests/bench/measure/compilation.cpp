#include "measure/compilation.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "tenon/testing/scratch_folder.hpp"

namespace bench {

std::vector<std::string> with_headers(const std::string& compiler) {
  std::vector<std::string> words{compiler, "-std=c++20"};
  std::istringstream folders(BENCH_INCLUDES);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (!folder.empty()) words.push_back("-I" + folder);
  return words;
}

compilation compile(const std::vector<std::string>& compiler, const std::string& source) {
  const tenon::testing::scratch_folder folder;
  const std::string file = folder.path("source.cpp"), said = folder.path("said");
  std::ofstream(file) << source;
  std::vector<std::string> words = compiler;
  words.insert(words.end(), {"-c", file, "-o", folder.path("object.o")});
  std::vector<char*> pointers;
  for (std::string& one : words) pointers.push_back(one.data());
  pointers.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t id = 0;
  const int refused = posix_spawnp(&id, words[0].c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (refused != 0) throw std::runtime_error("there is no " + words[0] + " here");
  int status = 0;
  rusage used{};
  // Also what the compiler itself has waited for: the driver starts a process for each step.
  if (wait4(id, &status, 0, &used) != id) throw std::runtime_error("lost sight of " + words[0]);
  if (status != 0) {
    std::ifstream in(said);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    throw std::runtime_error(words[0] + " refused: " + text.substr(0, 400));
  }
  return {static_cast<double>(used.ru_utime.tv_sec) * 1e3 + static_cast<double>(used.ru_utime.tv_usec) / 1e3,
          static_cast<double>(used.ru_maxrss) * 1024};
}

}  // namespace bench
