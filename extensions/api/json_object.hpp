// The body of a request that has to be a JSON object, member by member.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tenon/json/document.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_api {

class json_object {
 public:
  // Throws invalid_request: it is no JSON object, or not UTF-8, too deep, too large, or has a key twice. What is wrong,
  // and where, stands in the error's data.
  explicit json_object(std::string_view text);

  // A null is there, too.
  [[nodiscard]] bool has(std::string_view key) const { return document_.text_of(key).has_value(); }

  // None: it is not there, or no T. What objects in it have besides is passed over.
  template <class T>
  [[nodiscard]] std::optional<T> get(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    std::optional<T> value(std::in_place);
    std::vector<tenon::finding> findings;
    document_.read(tenon::reflect::described<T>, &*value, {.unknown = tenon::json::unknown::ignored}, findings, key);
    if (!findings.empty()) value.reset();
    return value;
  }

 private:
  tenon::json::document document_;
};

}  // namespace tenon_api
