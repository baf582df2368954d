#include "person.hpp"

#include <algorithm>

#include "../token/uuid.hpp"

namespace tenon_local {

namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 127; });
}

}  // namespace

std::string_view problem_of(const person& who) {
  if (who.first_name.size() > 100 || who.last_name.size() > 100) return "A name has at most 100 characters";
  if (who.email.size() > 254) return "An email address has at most 254 characters";
  const std::size_t at = who.email.find('@');
  if (at == std::string::npos || at == 0 || at + 1 == who.email.size() || who.email.find(' ') != std::string::npos)
    return "Give an email address such as ada@example.com";
  for (const std::string* text : {&who.first_name, &who.last_name, &who.email})
    if (has_control_character(*text)) return "Names and the email address cannot hold control characters";
  return "";
}

std::string user_id_of(const person& who) {
  std::string name = who.email;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return uuid_v5(name);
}

}  // namespace tenon_local
