// expect: secret_in_json: login.password is a tenon::secret, which cannot become JSON: leave it out
#include "tenon/json/to_text.hpp"

struct login {
  std::string name;
  std::optional<tenon::secret<std::string>> password;
};

std::string text = tenon::json::to_text(login{});
