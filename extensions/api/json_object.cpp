#include "json_object.hpp"

#include <string>
#include <utility>

#include "tenon/json/to_text.hpp"
#include "tenon/word/error.hpp"

namespace tenon_api {

namespace {

struct explanation {
  std::string reason;
};

tenon::json::document parsed(std::string_view text) {
  std::vector<tenon::finding> findings;
  auto document = tenon::json::document::parse(text, {}, findings);
  if (document && document->is_object()) return *std::move(document);
  const explanation why{findings.empty() ? "the JSON value is not an object" : to_string(findings.front())};
  throw tenon::error(tenon::error_type::invalid_request,
                     {.message = "Request body must be a valid JSON object", .data = tenon::json::to_text(why)});
}

}  // namespace

json_object::json_object(std::string_view text) : document_(parsed(text)) {}

}  // namespace tenon_api
