#include "tenon/json/body.hpp"

#include <cstddef>
#include <optional>
#include <string>

#include "tenon/json/to_text.hpp"
#include "tenon/word/error.hpp"

namespace tenon::json {

namespace {

struct told_finding {
  std::string pointer;
  std::size_t line = 0, column = 0;
  std::string message;
};
struct told_findings {
  std::vector<told_finding> findings{};
};

}  // namespace

void refuse_body(const std::vector<finding>& findings) {
  told_findings all;
  for (const finding& one : findings) all.findings.push_back({one.pointer, one.line, one.column, one.message});
  std::string message = "The body cannot be read";
  if (!findings.empty()) message = findings.front().pointer.empty() ? "" : findings.front().pointer + ": ";
  if (!findings.empty()) message.append(findings.front().message);
  throw error(error_type::invalid_request, error_options{.message = std::move(message), .data = to_text(all)});
}

}  // namespace tenon::json
