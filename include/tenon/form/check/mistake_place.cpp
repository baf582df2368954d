#include "tenon/form/check/mistake_place.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/json/write.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

using json::node;

constexpr std::size_t most_tries = 300;

bool is_refused(const std::string& schema, std::string_view why) try {
  const schema_check ready(schema);
  return false;
} catch (const error& failed) {
  return failed.message() == why;
}

class search {
 public:
  search(const node& root, std::string definitions, std::string_view why)
      : root_(root), definitions_(std::move(definitions)), why_(why) {}

  // `schema` is refused; where inside of it?
  [[nodiscard]] std::string inside(const node& schema, std::string at) {
    const std::vector<placed> all = schemas_in(schema);
    std::size_t from = 0, to = all.size();
    while (to - from > 1) {
      const std::size_t middle = from + (to - from) / 2;
      (are_bad(std::span(all).subspan(from, middle - from)) ? to : from) = middle;
    }
    if (to > from && are_bad(std::span(all).subspan(from, 1)))
      return inside(all[from].schema, std::move(at.append(all[from].at)));
    // What it refers to is refused, and so is it.
    const node meant = followed(root_, schema, &at);
    if (!schema.find("$ref") || meant.find("$ref") || ++tries_ >= most_tries) return at;
    return inside(meant, std::move(at));
  }

  [[nodiscard]] bool is_bad_definition(std::string_view name, const node& one) {
    std::string alone = R"({"definitions":{)";
    json::write_string(name, alone);
    return ++tries_ < most_tries && is_refused(alone.append(":").append(one.as_json()).append("}}"), why_);
  }

  void forget_definitions() { definitions_ = "{}"; }

 private:
  struct placed {
    std::string at;
    node schema;
  };

  static std::vector<placed> schemas_in(const node& schema) {
    std::vector<placed> out;
    const auto put = [&](std::string at, const node& one) {
      if (one.is_object()) out.push_back({std::move(at), one});
    };
    for (std::size_t i = 0; schema.is_object() && i < schema.size(); ++i) {
      const std::string_view key = schema.key(i);
      const bool are_named = std::ranges::find(schemas_by_name, key) != schemas_by_name.end();
      if (key == "definitions" || (!are_named && std::ranges::find(schemas_inside, key) == schemas_inside.end()))
        continue;
      std::string at;
      json::append_step(at, key);
      const node value = schema[i];
      if (value.is_object() && !are_named) put(at, value);
      for (std::size_t k = 0; k < value.size() && (are_named || !value.is_object()); ++k) {
        std::string below = at;
        json::append_step(below, value.is_object() ? std::string(value.key(k)) : std::to_string(k));
        put(std::move(below), value[k]);
      }
    }
    return out;
  }

  // Some of them are.
  [[nodiscard]] bool are_bad(std::span<const placed> all) {
    if (++tries_ >= most_tries) return false;
    std::string together = std::string(R"({"definitions":)").append(definitions_).append(R"(,"allOf":[)");
    for (const placed& one : all) together.append(&one == all.data() ? "" : ",").append(one.schema.as_json());
    return is_refused(together.append("]}"), why_);
  }

  node root_;
  std::string definitions_;
  std::string_view why_;
  std::size_t tries_ = 0;
};

}  // namespace

std::string place_of_mistake(const node& schema, const std::optional<extension_data>& brought, std::string_view why) {
  std::vector<finding> ignored;
  const auto whole = json::tree::parse(with_definitions(schema, brought), {.max_depth = 64}, ignored);
  const std::optional<node> all = whole ? whole->root().find("definitions") : std::nullopt;
  const std::string definitions = all ? all->as_json() : "{}";
  search trying(schema, definitions, why);
  if (!is_refused(std::string(R"({"definitions":)").append(definitions).append("}"), why))
    return trying.inside(schema, "");
  const std::optional<node> own = schema.find("definitions");
  for (std::size_t i = 0; own && own->is_object() && i < own->size(); ++i) {
    if (!trying.is_bad_definition(own->key(i), (*own)[i])) continue;
    trying.forget_definitions();
    std::string at = "/definitions";
    json::append_step(at, own->key(i));
    return trying.inside((*own)[i], std::move(at));
  }
  return {};
}

}  // namespace tenon::form
