// The fields of a query or of a posted form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tenon_local {

class form {
 public:
  // Nothing where the text is not application/x-www-form-urlencoded, or says something twice (RFC 6749 section 3.1).
  [[nodiscard]] static std::optional<form> from(std::string_view encoded);

  // The field's text; empty where it is missing: RFC 6749 treats both alike.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> fields_;
};

}  // namespace tenon_local
