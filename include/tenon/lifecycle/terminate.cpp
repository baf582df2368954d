// What a program says when an exception leaves it. It takes the place of the standard library's own handler, which
// names the same and brings a demangler of 45 kB into every static program. A program gets it by tenon_add_program.
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <string_view>

namespace {

void say(std::string_view text) noexcept {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

namespace __gnu_cxx {

void __verbose_terminate_handler() {
  say("terminate: ");
  try {
    if (const std::exception_ptr current = std::current_exception()) std::rethrow_exception(current);
    say("called without an exception");
  } catch (const std::exception& problem) {
    say("nobody caught an exception: ");
    say(problem.what());
  } catch (...) {
    say("nobody caught something that is no std::exception");
  }
  say("\n");
  std::abort();
}

}  // namespace __gnu_cxx
