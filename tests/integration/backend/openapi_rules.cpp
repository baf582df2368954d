#include "openapi_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace backend_test {

namespace {

namespace json = boost::json;
using std::string, std::string_view;
using names = std::set<string_view>;

const names methods{"get", "put", "post", "delete", "options", "head", "patch", "trace"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_status(string_view text) {
  if (text == "default") return true;
  return text.size() == 3 && text[0] >= '1' && text[0] <= '5' &&
         (text.substr(1) == "XX" || (is_digit(text[1]) && is_digit(text[2])));
}
bool is_component_name(string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
  });
}
string_view text_of(const json::value* from) {
  return from != nullptr && from->is_string() ? string_view(from->get_string()) : string_view();
}
// The names in braces, in order; none: the braces do not match.
std::optional<std::vector<string>> names_in(string_view path) {
  std::vector<string> out;
  while (true) {
    const std::size_t open = path.find_first_of("{}");
    if (open == path.npos) return out;
    const std::size_t close = path.find_first_of("{}", open + 1);
    if (path[open] != '{' || close == path.npos || path[close] != '}' || close == open + 1) return std::nullopt;
    out.emplace_back(path.substr(open + 1, close - open - 1));
    path.remove_prefix(close + 1);
  }
}
string without_names(string_view path) {
  string out;
  bool inside = false;
  for (const char c : path) {
    if (c == '}') inside = false;
    if (!inside) out += c;
    if (c == '{') inside = true;
  }
  return out;
}

class walker {
 public:
  explicit walker(const json::value& document) : document_(document) {}

  std::vector<string> walk() {
    const json::object* const root = object_at("", document_);
    if (root == nullptr) return std::move(found_);
    known_members("", *root,
                  {"openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security",
                   "tags", "externalDocs"});
    const string_view version = text_of(root->if_contains("openapi"));
    expect(version.starts_with("3.1.") && version.size() > 4 && std::ranges::all_of(version.substr(4), is_digit),
           "/openapi", "it is no version 3.1");
    if (const json::object* const info = member_object("", *root, "info")) {
      texts("/info", *info, {"title", "version"}, true);
      known_members("/info", *info, {"title", "summary", "description", "version", "contact", "license"});
    } else {
      expect(false, "/info", "it is missing");
    }
    expect(root->contains("paths") || root->contains("components") || root->contains("webhooks"), "",
           "there is nothing in it");
    if (const json::object* const all = member_object("", *root, "components")) components(*all);
    security("", *root);
    if (const json::object* const all = member_object("", *root, "paths")) paths(*all);
    return std::move(found_);
  }

 private:
  void expect(bool good, const string& place, string_view what) {
    if (!good) found_.push_back(string(place).append(": ").append(what));
  }
  static string below(const string& place, string_view key) {
    string out = string(place).append("/");
    for (const char c : key) out.append(c == '~' ? "~0" : c == '/' ? "~1" : string(1, c));
    return out;
  }
  const json::object* object_at(const string& place, const json::value& value) {
    expect(value.is_object(), place, "it is no object");
    return value.if_object();
  }
  const json::object* member_object(const string& place, const json::object& of, string_view key) {
    const json::value* const member = of.if_contains(key);
    return member == nullptr ? nullptr : object_at(below(place, key), *member);
  }
  void known_members(const string& place, const json::object& of, const names& known) {
    for (const auto& [key, unused] : of)
      expect(known.contains(key) || string_view(key).starts_with("x-"), below(place, key), "nothing is called so here");
  }
  void texts(const string& place, const json::object& of, const std::vector<string_view>& keys, bool required) {
    for (const string_view key : keys) {
      const json::value* const member = of.if_contains(key);
      expect(member != nullptr ? member->is_string() : !required, below(place, key), "it is no text");
    }
  }

  // What is meant: itself, or what its reference leads to; null: it leads nowhere.
  const json::value* meant(const string& place, const json::value& value) {
    const json::object* const members = value.if_object();
    const json::value* const reference = members == nullptr ? nullptr : members->if_contains("$ref");
    if (reference == nullptr) return &value;
    const string_view to = text_of(reference);
    boost::system::error_code problem;
    const json::value* const there = to.starts_with("#") ? document_.find_pointer(to.substr(1), problem) : nullptr;
    expect(there != nullptr, below(place, "$ref"), "it leads nowhere");
    return there;
  }

  void components(const json::object& all) {
    known_members("/components", all,
                  {"schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes",
                   "links", "callbacks", "pathItems"});
    for (const auto& [kind, unused] : all)
      if (const json::object* const named = member_object("/components", all, kind))
        for (const auto& [name, value] : *named) {
          const string place = below(below("/components", kind), name);
          expect(is_component_name(name), place, "it is no name of a component");
          if (kind == "schemas") schema(place, value);
          if (kind == "responses") response(place, value);
          if (kind == "parameters") parameter(place, value);
          if (kind == "requestBodies") request_body(place, value);
          if (kind == "securitySchemes") security_scheme(place, name, value);
        }
  }
  void security_scheme(const string& place, string_view name, const json::value& value) {
    schemes_.insert(name);
    const json::object* const scheme = object_at(place, value);
    if (scheme == nullptr) return;
    const std::map<string_view, std::vector<string_view>> needed{{"apiKey", {"name", "in"}},
                                                                 {"http", {"scheme"}},
                                                                 {"mutualTLS", {}},
                                                                 {"oauth2", {}},
                                                                 {"openIdConnect", {"openIdConnectUrl"}}};
    const auto kind = needed.find(text_of(scheme->if_contains("type")));
    expect(kind != needed.end(), below(place, "type"), "it is no type of a security scheme");
    if (kind != needed.end()) texts(place, *scheme, kind->second, true);
  }
  void security(const string& owner, const json::object& of) {
    const json::value* const all = of.if_contains("security");
    if (all == nullptr) return;
    const string place = below(owner, "security");
    expect(all->is_array(), place, "it is no list");
    if (!all->is_array()) return;
    for (const json::value& one : all->get_array()) {
      const json::object* const requirement = object_at(place, one);
      if (requirement == nullptr) continue;
      for (const auto& [name, rights] : *requirement) {
        expect(schemes_.contains(name), below(place, name), "no security scheme is called so");
        expect(is_list_of_texts(rights), below(place, name), "it is no list of texts");
      }
    }
  }
  static bool is_list_of_texts(const json::value& value) {
    return value.is_array() &&
           std::ranges::all_of(value.get_array(), [](const json::value& one) { return one.is_string(); });
  }

  void paths(const json::object& all) {
    std::set<string> shapes;
    for (const auto& [path, item] : all) {
      const string place = below("/paths", path);
      const auto templated = names_in(path);
      expect(string_view(path).starts_with("/"), place, "it does not begin with a slash");
      expect(templated.has_value(), place, "its braces do not match");
      expect(shapes.insert(without_names(path)).second, place, "another path differs from it in names alone");
      std::vector<string> known = templated.value_or(std::vector<string>());
      std::ranges::sort(known);
      expect(std::ranges::adjacent_find(known) == known.end(), place, "a name stands twice in it");
      const json::object* const members = object_at(place, item);
      if (members == nullptr) continue;
      names allowed = methods;
      allowed.insert({"$ref", "summary", "description", "servers", "parameters"});
      known_members(place, *members, allowed);
      for (const auto& [method, value] : *members)
        if (methods.contains(method)) operation(below(place, method), value, *members, {known.begin(), known.end()});
    }
  }

  void operation(const string& place, const json::value& value, const json::object& item, std::set<string> templated) {
    const json::object* const members = object_at(place, value);
    if (members == nullptr) return;
    known_members(place, *members,
                  {"tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody",
                   "responses", "callbacks", "deprecated", "security", "servers"});
    texts(place, *members, {"summary", "description", "operationId"}, false);
    if (const json::value* const tags = members->if_contains("tags"))
      expect(is_list_of_texts(*tags), below(place, "tags"), "it is no list of texts");
    if (const json::value* const id = members->if_contains("operationId"))
      expect(ids_.insert(text_of(id)).second, below(place, "operationId"), "another operation is called so");
    // Those of an operation go before those of its path.
    std::set<std::pair<string, string>> own, of_path;
    parameters(place, *members, own);
    parameters(place, item, of_path);
    own.merge(of_path);
    for (const auto& [in, name] : own)
      if (in == "path")
        expect(templated.erase(name) == 1, below(place, "parameters"), "the path has no {" + name + "}");
    for (const string& name : templated)
      expect(false, below(place, "parameters"), "{" + name + "} of the path is missing");
    if (const json::value* const body = members->if_contains("requestBody"))
      request_body(below(place, "requestBody"), *body);
    security(place, *members);
    const json::object* const responses = member_object(place, *members, "responses");
    expect(responses != nullptr && !responses->empty(), place, "there are no responses");
    if (responses == nullptr) return;
    for (const auto& [status, one] : *responses) {
      const string there = below(below(place, "responses"), status);
      expect(is_status(status), there, "it is no status");
      response(there, one);
    }
  }

  void parameters(const string& owner, const json::object& of, std::set<std::pair<string, string>>& seen) {
    const json::value* const all = of.if_contains("parameters");
    if (all == nullptr) return;
    const string place = below(owner, "parameters");
    expect(all->is_array(), place, "it is no list");
    if (!all->is_array()) return;
    for (const json::value& one : all->get_array()) {
      const json::object* const members = parameter(place, one);
      if (members == nullptr) continue;
      const string name(text_of(members->if_contains("name")));
      expect(seen.emplace(text_of(members->if_contains("in")), name).second, place, "there are two of " + name);
    }
  }
  const json::object* parameter(const string& place, const json::value& value) {
    const json::value* const there = meant(place, value);
    const json::object* const members = there == nullptr ? nullptr : object_at(place, *there);
    if (members == nullptr) return nullptr;
    known_members(place, *members,
                  {"name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode",
                   "allowReserved", "schema", "example", "examples", "content"});
    texts(place, *members, {"name"}, true);
    texts(place, *members, {"description"}, false);
    const string_view in = text_of(members->if_contains("in"));
    expect(names{"path", "query", "header", "cookie"}.contains(in), below(place, "in"), "parameters are not there");
    const json::value* const required = members->if_contains("required");
    expect(required == nullptr || required->is_bool(), below(place, "required"), "it is neither true nor false");
    if (in == "path")
      expect(required != nullptr && *required == true, below(place, "required"), "a part of the path is required");
    const json::value* const shape = members->if_contains("schema");
    const json::object* const content = member_object(place, *members, "content");
    expect((shape == nullptr) != (content == nullptr), place, "it has to have either a schema or content");
    if (shape != nullptr) schema(below(place, "schema"), *shape);
    if (content != nullptr) {
      expect(content->size() == 1, below(place, "content"), "it is not of one media type");
      media_types(below(place, "content"), *content);
    }
    return members;
  }
  void request_body(const string& place, const json::value& value) {
    const json::value* const there = meant(place, value);
    const json::object* const members = there == nullptr ? nullptr : object_at(place, *there);
    if (members == nullptr) return;
    known_members(place, *members, {"description", "content", "required"});
    const json::object* const content = member_object(place, *members, "content");
    expect(content != nullptr && !content->empty(), place, "there is no content");
    if (content != nullptr) media_types(below(place, "content"), *content);
  }
  void response(const string& place, const json::value& value) {
    const json::value* const there = meant(place, value);
    const json::object* const members = there == nullptr ? nullptr : object_at(place, *there);
    if (members == nullptr) return;
    known_members(place, *members, {"description", "headers", "content", "links"});
    texts(place, *members, {"description"}, true);
    if (const json::object* const content = member_object(place, *members, "content"))
      media_types(below(place, "content"), *content);
  }
  void media_types(const string& place, const json::object& all) {
    for (const auto& [type, value] : all) {
      const string there = below(place, type);
      const std::size_t slash = string_view(type).find('/');
      expect(slash != string_view::npos && slash > 0 && slash + 1 < type.size(), there, "it is no media type");
      const json::object* const members = object_at(there, value);
      if (members == nullptr) continue;
      known_members(there, *members, {"schema", "example", "examples", "encoding"});
      const json::value* const shape = members->if_contains("schema");
      expect(shape != nullptr, there, "there is no schema");
      if (shape != nullptr) schema(below(there, "schema"), *shape);
    }
  }

  // JSON Schema, 2020-12, as far as documents of this program use it.
  void schema(const string& place, const json::value& value) {
    if (value.is_bool()) return;
    const json::object* const members = object_at(place, value);
    if (members == nullptr) return;
    static_cast<void>(meant(place, value));
    texts(place, *members, {"description", "title", "format", "pattern"}, false);
    if (const json::value* const type = members->if_contains("type")) types(below(place, "type"), *type);
    if (const json::value* const required = members->if_contains("required"))
      expect(is_list_of_texts(*required) && is_without_twins(required->get_array()), below(place, "required"),
             "it is no list of different texts");
    if (const json::value* const values = members->if_contains("enum"))
      expect(values->is_array() && !values->get_array().empty() && is_without_twins(values->get_array()),
             below(place, "enum"), "it is no list of different values");
    for (const string_view key : {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
      if (const json::value* const bound = members->if_contains(key))
        expect(bound->is_number(), below(place, key), "it is no number");
    for (const string_view key : {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"})
      if (const json::value* const bound = members->if_contains(key))
        expect(bound->is_uint64() || (bound->is_int64() && bound->get_int64() >= 0), below(place, key),
               "it is no whole number from 0 on");
    for (const string_view key : {"items", "additionalProperties", "not", "if", "then", "else", "contains",
                                  "propertyNames", "unevaluatedProperties", "unevaluatedItems"})
      if (const json::value* const inner = members->if_contains(key)) schema(below(place, key), *inner);
    for (const string_view key : {"properties", "patternProperties", "dependentSchemas", "$defs"})
      if (const json::object* const inner = member_object(place, *members, key))
        for (const auto& [name, one] : *inner) schema(below(below(place, key), name), one);
    for (const string_view key : {"anyOf", "oneOf", "allOf", "prefixItems"})
      if (const json::value* const inner = members->if_contains(key)) {
        const string there = below(place, key);
        expect(inner->is_array() && !inner->get_array().empty(), there, "it is no list of schemas");
        if (!inner->is_array()) continue;
        for (const json::value& one : inner->get_array()) schema(there, one);
      }
  }
  void types(const string& place, const json::value& value) {
    const names known{"null", "boolean", "object", "array", "number", "string", "integer"};
    const json::array all = value.is_array() ? value.get_array() : json::array{value};
    expect(!all.empty() && is_without_twins(all), place, "it is no list of different types");
    for (const json::value& one : all) expect(known.contains(text_of(&one)), place, "it is no type");
  }
  static bool is_without_twins(const json::array& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::find(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(), all[i]) != all.end()) return false;
    return true;
  }

  const json::value& document_;
  std::vector<string> found_{};
  std::set<string_view> schemes_{}, ids_{};
};

}  // namespace

std::vector<std::string> broken_rules(const boost::json::value& document) { return walker(document).walk(); }

}  // namespace backend_test
