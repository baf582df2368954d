// Calling what may throw, in code that compiles without exceptions too.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "tenon/word/error.hpp"

namespace tenon {

// True where f came to its end. Where it threw, `failed` is called while the exception is handled: it may rethrow it to
// look at it. Without exceptions nothing can be caught: what would have thrown has ended the program by then.
template <class F, class Failed>
bool attempt(F&& f, [[maybe_unused]] Failed&& failed) {
#if defined(__cpp_exceptions)
  try {
    std::forward<F>(f)();
    return true;
  } catch (...) {
    std::forward<Failed>(failed)();
    return false;
  }
#else
  std::forward<F>(f)();
  return true;
#endif
}

// What an exception says of itself, for whoever runs the program: with what caused it, which clients are not told.
[[nodiscard]] inline std::string message_of([[maybe_unused]] const std::exception_ptr& failure) {
#if defined(__cpp_exceptions)
  try {
    if (failure) std::rethrow_exception(failure);
  } catch (const error& problem) {
    std::string out = problem.message();
    return problem.cause() ? out.append(", caused by: ").append(message_of(problem.cause())) : out;
  } catch (const std::exception& problem) {
    return problem.what();
  } catch (...) {
    return "something that is no std::exception was thrown";
  }
#endif
  return {};
}

}  // namespace tenon
