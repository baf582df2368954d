#include "measure/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace bench {

namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& one : texts) all.push_back(one.data());
  all.push_back(nullptr);
  return all;
}

std::string path_of(const std::string& program) {
  if (program.find('/') != program.npos) return program;
  const char* const path = std::getenv("PATH");
  std::istringstream folders(std::string(path == nullptr ? "" : path) + ":/usr/sbin:/sbin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::string file = folder + "/" + program;
    if (access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

// vfork, because copying the page tables of this process would be counted as start-up of the child.
[[gnu::noinline]] pid_t start(const char* program, char* const* words, char* const* environment, int output,
                              const cpu_set_t* cpus) {
  const pid_t id = vfork();
  if (id != 0) return id;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sched_setaffinity(0, sizeof *cpus, cpus);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  execve(program, words, environment);
  _exit(127);
}

int exit_code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

void nap() {
  const timespec one_millisecond{0, 1'000'000};
  nanosleep(&one_millisecond, nullptr);
}

}  // namespace

process::process(const command& what) {
  const std::string program = path_of(what.words.at(0));
  std::vector<std::string> words = what.words;
  std::vector<std::string> environment = what.environment;
  for (char** one = environ; *one != nullptr; ++one) environment.emplace_back(*one);
  const std::vector<char*> word_pointers = pointers_to(words);
  const std::vector<char*> environment_pointers = pointers_to(environment);
  const cpu_set_t cpus = cpus_of(what.cpu);
  output_ = memfd_create("output", MFD_CLOEXEC);
  if (output_ >= 0 && fcntl(output_, F_SETFL, O_APPEND) == 0)
    id_ = start(program.c_str(), word_pointers.data(), environment_pointers.data(), output_, &cpus);
  if (id_ < 0) throw std::runtime_error("The program " + what.words[0] + " cannot be started.");
}

void process::wait() const {
  siginfo_t how{};
  waitid(P_PID, static_cast<id_t>(id_), &how, WEXITED | WNOWAIT);
}

process::process(process&& other) noexcept
    : id_(std::exchange(other.id_, -1)), output_(std::exchange(other.output_, -1)), exit_code_(other.exit_code_) {}

bool process::runs() {
  int status = 0;
  if (id_ < 0 || waitpid(id_, &status, WNOHANG) == 0) return id_ >= 0;
  exit_code_ = exit_code_of(status);
  id_ = -1;
  return false;
}

int process::wait(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (runs()) {
    if (std::chrono::steady_clock::now() > until) kill(id_, SIGKILL);
    nap();
  }
  return exit_code_;
}

int process::end(std::chrono::milliseconds patience) noexcept {
  if (runs()) kill(id_, SIGTERM);
  const int code = wait(patience);
  if (output_ >= 0) close(std::exchange(output_, -1));
  return code;
}

std::string process::output() const {
  std::string text;
  std::array<char, 4096> some{};
  for (off_t at = 0;;) {
    const ssize_t got = pread(output_, some.data(), some.size(), at);
    if (got <= 0) return text;
    text.append(some.data(), static_cast<std::size_t>(got));
    at += got;
  }
}

double process::cpu_time() const {
  std::ifstream file("/proc/" + std::to_string(id_) + "/stat");
  std::string line;
  std::getline(file, line);
  // The second field is the name in parentheses, and may hold blanks; fields 14 and 15 are ticks.
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int i = 3; i < 14; ++i) fields >> skipped;
  double in_user = 0, in_kernel = 0;
  fields >> in_user >> in_kernel;
  return (in_user + in_kernel) * 1e6 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

finished run(const command& what, std::chrono::milliseconds patience) {
  process child(what);
  const int code = child.wait(patience);
  return {code, child.output()};
}

bool is_installed(const std::string& program) {
  const std::string path = path_of(program);
  return !path.empty() && access(path.c_str(), X_OK) == 0;
}

}  // namespace bench
