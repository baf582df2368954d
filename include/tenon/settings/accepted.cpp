#include "tenon/settings/accepted.hpp"

#include <string>
#include <vector>

#include "tenon/json/to_text.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::settings {

namespace {

struct mistake {
  std::string pointer, message;
};
struct mistakes {
  std::vector<mistake> findings;
};

}  // namespace

update accepted(update made) {
  if (made.findings.empty()) return made;
  mistakes all;
  for (const finding& one : made.findings) all.findings.push_back({one.pointer, one.message});
  throw error(error_type::invalid_request,
              {.message = "nothing was changed: " + to_string(made.findings.front()), .data = json::to_text(all)});
}

}  // namespace tenon::settings
