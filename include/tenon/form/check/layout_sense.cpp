#include "tenon/form/check/layout_sense.hpp"
#include "tenon/form/pointer_walk.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/check/schema_sense.hpp"
#include "tenon/form/check/vocabulary.hpp"
#include "tenon/form/known_renderers.hpp"
#include "tenon/form/render/schema_view.hpp"

namespace tenon::form {

namespace {

using json::node;
using word_list = std::span<const std::string_view>;

template <class Words>
bool is_listed(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

// The property where a scope leads from `begin`; none where that is not to be seen in this file.
std::optional<node> property_at(const node& root, node begin, std::string_view scope) {
  const std::optional<std::vector<std::string>> keys = keys_of_scope(scope);
  if (!keys) return std::nullopt;
  for (const std::string& key : *keys) {
    const std::optional<node> properties = followed(root, begin).find("properties");
    const std::optional<node> next = properties ? properties->find(key) : std::nullopt;
    if (!next) return std::nullopt;
    begin = *next;
  }
  begin = followed(root, begin);
  return begin.find("$ref") ? std::nullopt : std::optional(begin);
}

struct kind_of_member {
  std::string_view key;
  json::node_kind kind;
  std::string_view words;
};
constexpr std::array element_kinds{
    kind_of_member{"format", json::node_kind::text, "a text"},
    kind_of_member{"elements", json::node_kind::list, "a list"},
    kind_of_member{"options", json::node_kind::object, "an object"},
};
// The first whoever draws it.
constexpr std::array option_kinds{
    kind_of_member{"format", json::node_kind::text, "a text"},
    kind_of_member{"placeholder", json::node_kind::text, "a text"},
    kind_of_member{"multi", json::node_kind::boolean, "true or false"},
    kind_of_member{"slider", json::node_kind::boolean, "true or false"},
    kind_of_member{"toggle", json::node_kind::boolean, "true or false"},
    kind_of_member{"readonly", json::node_kind::boolean, "true or false"},
    kind_of_member{"readOnly", json::node_kind::boolean, "true or false"},
};

class layout_walk : pointer_walk {
 public:
  layout_walk(const json_file& file, const node& schema, const brought& known, misspellings& words, report& to)
      : file_(file), schema_(schema), known_(known), words_(words), to_(to) {}

  // `from` is where its scopes begin.
  void whole(const node& ui, const std::optional<node>& from) {
    seen_scopes seen;
    look(ui, from, false, seen);
  }

 private:
  struct control {
    std::size_t times = 0;
    bool are_all_by_rule = true;
  };
  using seen_scopes = std::map<std::string, control, std::less<>>;

  void look(const node& one, const std::optional<node>& from, bool is_by_rule, seen_scopes& seen) {
    if (!one.is_object() || to_.is_full()) return;
    const std::string_view type = text_of(one, "type");
    if (type.empty() || is_listed(vocabulary::element_types, type))
      check_words(one, vocabulary::element, vocabulary::also_element, "an element");
    check_kinds(one, element_kinds);
    const std::optional<node> rule = one.find("rule");
    if (rule) below("rule", [&] { check_rule(*rule); });
    is_by_rule = is_by_rule || rule;
    std::optional<node> asked;
    const std::string_view scope = text_of(one, "scope");
    if (type == "Control" && !scope.empty()) {
      if (from) asked = property_at(schema_, *from, scope);
      check_twice(one, scope, is_by_rule, seen);
    }
    if (const std::optional<node> options = one.find("options")) check_options(one, type, *options, asked);
    const std::optional<node> inside = one.find("elements");
    if (!inside || inside->kind() != json::node_kind::list) return;
    below("elements", [&] {
      for (std::size_t i = 0; i < inside->size(); ++i)
        below(std::to_string(i), [&] { look((*inside)[i], from, is_by_rule, seen); });
    });
  }

  void check_words(const node& of, word_list known, word_list also_known, std::string_view where) {
    for (std::size_t i = 0; i < of.size() && of.is_object(); ++i) {
      const std::string_view key = of.key(i);
      if (is_listed(also_known, key)) continue;
      const std::string_view meant = words_.meant(key, known);
      if (meant.empty()) continue;
      below(key, [&] {
        to_.warning(file_.about(of[i], pointer_,
                                std::string("unknown key '")
                                    .append(shown(key))
                                    .append("' in ")
                                    .append(where)
                                    .append(" of form UI schema; the nearest known one is '")
                                    .append(meant)
                                    .append("'"),
                                "Nobody reads it: correct it, or take it out."));
      });
    }
  }

  // Null is what some write for nothing.
  void check_kinds(const node& of, std::span<const kind_of_member> all) {
    for (const kind_of_member& one : all)
      if (const std::optional<node> value = of.find(one.key);
          value && value->kind() != one.kind && value->kind() != json::node_kind::null)
        below(one.key, [&] { to_.warning(of_another_kind(file_, *value, pointer_, one.key, one.words)); });
  }

  void check_rule(const node& rule) {
    check_words(rule, vocabulary::rule, {}, "a rule");
    if (const std::optional<node> when = rule.find("condition")) below("condition", [&] { check_condition(*when); });
  }
  void check_condition(const node& one) {
    if (!one.is_object()) return;
    check_words(one, vocabulary::condition, {}, "a condition");
    if (const std::optional<node> inside = one.find("conditions"))
      below("conditions", [&] {
        for (std::size_t i = 0; i < inside->size() && !inside->is_object(); ++i)
          below(std::to_string(i), [&] { check_condition((*inside)[i]); });
      });
  }

  // A question may well stand in two places of which rules show one.
  void check_twice(const node& one, std::string_view scope, bool is_by_rule, seen_scopes& seen) {
    control& before = seen[std::string(scope)];
    before.are_all_by_rule = before.are_all_by_rule && is_by_rule;
    if (++before.times < 2 || before.are_all_by_rule) return;
    below("scope", [&] {
      to_.warning(file_.about(*one.find("scope"), pointer_,
                              std::string("the scope '").append(shown(scope)).append("' is asked for twice"),
                              "The question stands there twice and has one answer: take one of them out."));
    });
  }

  void check_options(const node& one, std::string_view type, const node& options, const std::optional<node>& asked) {
    below("options", [&] {
      const bool is_built_in = is_drawn_by_built_in(one, type, asked);
      if (is_built_in) check_words(options, vocabulary::option, vocabulary::also_option, "the options");
      check_kinds(options, is_built_in ? std::span(option_kinds) : std::span(option_kinds).first(1));
      const std::optional<node> detail = options.find("detail");
      if (!detail) return;
      const std::optional<node> items = asked ? asked->find("items") : std::nullopt;
      below("detail", [&] { whole(*detail, items); });
    });
  }

  [[nodiscard]] bool is_drawn_by_built_in(const node& one, std::string_view type,
                                          const std::optional<node>& asked) const {
    if (type != "Control") return is_listed(vocabulary::element_types, type);
    if (!asked) return false;
    const std::string_view format = wanted_format(*asked, one);
    if (known_.application_formats.contains(format) || known_.form_formats.contains(format)) return false;
    return format.empty() || is_listed(built_in_renderers, format) || is_listed(known_formats, format) ||
           is_listed(standard_formats, format);
  }

  const json_file& file_;
  const node schema_;
  const brought& known_;
  misspellings& words_;
  report& to_;
};

}  // namespace

void check_layout_sense(const json_file& ui, const node& schema, const brought& known, misspellings& words,
                        report& to) {
  layout_walk(ui, schema, known, words, to).whole(ui.root(), schema);
}

}  // namespace tenon::form
