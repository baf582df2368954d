// Who somebody says to be: nobody checks it, which is why the local provider is for development only.
#pragma once

#include <string>
#include <string_view>

namespace tenon_local {

struct person {
  std::string first_name, last_name, email;
  friend bool operator==(const person&, const person&) = default;
};

// A sentence on what is wrong, empty for a person that can log in: an email address with an @ and at most 254
// characters, names of at most 100, and no control characters in any of them.
[[nodiscard]] std::string_view problem_of(const person& who);

// The same person always has the same id: version 5 of the email address in lower case (ASCII letters).
[[nodiscard]] std::string user_id_of(const person& who);

}  // namespace tenon_local
