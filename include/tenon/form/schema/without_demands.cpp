#include "tenon/form/schema/without_demands.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "tenon/form/schema_keywords.hpp"
#include "tenon/json/quoted.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;
using name_set = std::set<std::string, std::less<>>;

constexpr std::array<std::string_view, 8> kept_as_they_are{"not",  "if",    "anyOf",   "oneOf",
                                                           "enum", "const", "default", "examples"};

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

void put(std::string& to, std::string_view text) {
  if (to.back() != '[' && to.back() != '{') to.append(",");
  to.append(text);
}
void put_key(std::string& to, std::string_view key) {
  put(to, {});
  json::write_string(key, to);
  to.append(":");
}

void write_names(const node& list, const name_set& names, std::string& to) {
  to.append("[");
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!list[i].is_text() || !names.contains(list[i].text())) put(to, list[i].as_json());
  to.append("]");
}

void write_schema(const node& schema, const name_set& names, std::string& to);

// An object of schemas, or of the names that a property brings with it.
void write_by_name(const node& all, const name_set& names, std::string& to) {
  to.append("{");
  for (std::size_t i = 0; i < all.size(); ++i) {
    put_key(to, all.key(i));
    all[i].kind() == node_kind::list ? write_names(all[i], names, to) : write_schema(all[i], names, to);
  }
  to.append("}");
}

void write_value(std::string_view key, const node& value, const name_set& names, std::string& to) {
  if (is_one_of(kept_as_they_are, key)) {
    to.append(value.as_json());
  } else if (key == "required" && value.kind() == node_kind::list) {
    write_names(value, names, to);
  } else if (value.is_object() && is_one_of(schemas_by_name, key)) {
    write_by_name(value, names, to);
  } else if (value.kind() == node_kind::list && is_one_of(schemas_inside, key)) {
    to.append("[");
    for (std::size_t i = 0; i < value.size(); ++i) {
      put(to, {});
      write_schema(value[i], names, to);
    }
    to.append("]");
  } else if (is_one_of(schemas_inside, key)) {
    write_schema(value, names, to);
  } else {
    to.append(value.as_json());
  }
}

void write_schema(const node& schema, const name_set& names, std::string& to) {
  if (!schema.is_object()) {
    to.append(schema.as_json());
    return;
  }
  to.append("{");
  for (std::size_t i = 0; i < schema.size(); ++i) {
    put_key(to, schema.key(i));
    write_value(schema.key(i), schema[i], names, to);
  }
  to.append("}");
}

}  // namespace

std::string without_demands(const node& schema, const name_set& names) {
  std::string out;
  write_schema(schema, names, out);
  return out;
}

}  // namespace tenon::form
