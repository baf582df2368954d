#include "thread.hpp"

#include <signal.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "sentence.hpp"
#include "tenon/word/error.hpp"

namespace tenon::http1 {

namespace {

struct beginning {
  std::function<void()> work;
  const char* name;
};

void* run(void* data) {
  const std::unique_ptr<beginning> what(static_cast<beginning*>(data));
  pthread_setname_np(pthread_self(), what->name);
  what->work();
  return nullptr;
}

}  // namespace

thread::thread(const char* name, std::function<void()> work) {
  constexpr std::size_t stack = 1 << 20;  // address space; memory is taken page by page as it is used
  auto what = std::make_unique<beginning>(beginning{std::move(work), name});

  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);  // inherited: signals stay with the threads of the host
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack);
  const int failed = pthread_create(&id_, &attributes, &run, what.get());
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (failed != 0)
    throw error(error_type::server_misconfigured,
                sentence({"The thread ", name, " could not be started: ", std::strerror(failed),
                          ". Allow the process more threads, or set http.threads lower."}));
  runs_ = true;
  static_cast<void>(what.release());
}

thread::thread(thread&& other) noexcept : id_(other.id_), runs_(std::exchange(other.runs_, false)) {}

thread& thread::operator=(thread&& other) noexcept {
  join();
  id_ = other.id_;
  runs_ = std::exchange(other.runs_, false);
  return *this;
}

void thread::join() noexcept {
  if (std::exchange(runs_, false)) pthread_join(id_, nullptr);
}

}  // namespace tenon::http1
