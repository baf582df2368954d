#include "child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace backend_test {

namespace {

constexpr auto patience = std::chrono::seconds(60);

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (const std::string& one : texts) out.push_back(const_cast<char*>(one.c_str()));
  out.push_back(nullptr);
  return out;
}

}  // namespace

child::child(const std::vector<std::string>& words, const std::vector<std::string>& environment) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const auto arguments = pointers(words), variables = pointers(environment);
  id_ = ::fork();
  if (id_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGINT, SIG_DFL);  // a shell has what it starts in the background ignore it
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::execve(arguments[0], arguments.data(), variables.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  pipe_ = ends[0];
  reader_ = std::thread([this] { read_all(); });
}

child::~child() {
  if (exit_code_ < 0) signal(SIGKILL);
  wait();
  ::close(pipe_);
}

void child::read_all() {
  std::array<char, 4096> chunk{};
  for (;;) {
    const ssize_t size = ::read(pipe_, chunk.data(), chunk.size());
    const std::scoped_lock lock(mutex_);
    if (size <= 0)
      closed_ = true;
    else
      output_.append(chunk.data(), static_cast<std::size_t>(size));
    changed_.notify_all();
    if (closed_) return;
  }
}

bool child::says(std::string_view text) {
  std::unique_lock lock(mutex_);
  const auto said = [&] { return output_.find(text) != std::string::npos; };
  changed_.wait_for(lock, patience, [&] { return closed_ || said(); });
  return said();
}

void child::signal(int number) const {
  if (id_ > 0 && exit_code_ < 0) ::kill(id_, number);
}

int child::wait() {
  if (exit_code_ >= 0) return exit_code_;
  {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, patience, [&] { return closed_; })) ::kill(id_, SIGKILL);
  }
  int status = 0;
  ::waitpid(id_, &status, 0);
  reader_.join();
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return exit_code_;
}

std::string child::output() const {
  const std::scoped_lock lock(mutex_);
  return output_;
}

}  // namespace backend_test
