// What a failed operation on a database file means for the people who have to do something about it.
#pragma once

#include <string>
#include <string_view>

namespace tenon::sqlite {

// Throws tenon::error for an SQLite result code: a sentence with the file's path, the reason and what to do.
// server_misconfigured where somebody has to change the file or its rights, unknown where it may pass by itself.
[[noreturn]] void throw_database_error(int sqlite_code, std::string_view reason, const std::string& path);

// Runs `operation`. A database error in it becomes the type `unknown` with `message`, which may be shown to clients: no
// path in it. The sentence above travels as the cause and in the debug payload.
template <class F>
decltype(auto) reworded(std::string_view message, F&& operation);

[[noreturn]] void rethrow_reworded(std::string_view message);

template <class F>
decltype(auto) reworded(std::string_view message, F&& operation) {
  try {
    return operation();
  } catch (...) {
    rethrow_reworded(message);
  }
}

}  // namespace tenon::sqlite
