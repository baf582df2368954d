// The rules of the OpenAPI specification 3.1, for documents that lie in one piece.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

namespace backend_test {

// What of the document breaks a rule, each with the place, as in `/paths/~1hello/get: there are no responses`.
[[nodiscard]] std::vector<std::string> broken_rules(const boost::json::value& document);

}  // namespace backend_test
