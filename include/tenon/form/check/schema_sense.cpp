#include "tenon/form/check/schema_sense.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/form/check/vocabulary.hpp"
#include "tenon/form/pointer_walk.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/answer_room.hpp"
#include "tenon/form/schema/value_type.hpp"
#include "tenon/form/schema_keywords.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

std::optional<double> number_at(const node& of, std::string_view key) {
  const std::optional<node> found = of.find(key);
  if (!found || found->kind() != node_kind::number) return std::nullopt;
  return std::strtod(found->as_json().c_str(), nullptr);
}

// Those that would be passed over in silence: what draft 7 says of its own keywords is held to elsewhere.
struct wanted_kind {
  std::string_view key;
  node_kind kind;
  std::string_view words;
};
constexpr std::array wanted_kinds{
    wanted_kind{"format", node_kind::text, "a text"},
    wanted_kind{"x-renderer", node_kind::text, "a text"},
    wanted_kind{"rendererType", node_kind::text, "a text"},
    wanted_kind{"x-question-type", node_kind::text, "a text"},
    wanted_kind{"readOnly", node_kind::boolean, "true or false"},
};

class sense_walk : pointer_walk {
 public:
  sense_walk(const json_file& file, misspellings& words, report& to) : file_(file), words_(words), to_(to) {}
  // A definition that stands there in an extension file.
  sense_walk(const json_file& file, std::string pointer, std::string_view name, misspellings& words, report& to)
      : file_(file),
        words_(words),
        to_(to),
        invalid_(std::string("invalid extension file: ")
                     .append(file.path())
                     .append(": definition ")
                     .append(shown(name))
                     .append(": ")),
        inside_(std::string("definition ").append(shown(name))) {
    pointer_ = std::move(pointer);
  }

  void look(const node& schema) {
    if (!schema.is_object() || to_.is_full()) return;
    bool is_bounded = false;
    for (std::size_t i = 0; i < schema.size(); ++i) {
      const std::string_view key = schema.key(i);
      is_bounded = is_bounded || key.starts_with("min") || key.starts_with("exclusiveMin");
      const bool are_named = is_one_of(schemas_by_name, key);
      if (are_named || is_one_of(schemas_inside, key))
        below(key, [&] { inside(schema[i], are_named); });
      else
        check_member(key, schema[i]);
    }
    if (is_bounded) check_bounds(schema);
    check_what_is_left(schema);
    check_count_of_properties(schema);
    check_needs(schema);
    check_count_of_choices(schema);
    if (const std::optional<node> all = schema.find("enum"); all && all->kind() == node_kind::list)
      check_choices(schema, *all);
  }

 private:
  void inside(const node& value, bool are_named) {
    if (value.is_object() && !are_named) return look(value);
    for (std::size_t i = 0; i < value.size(); ++i)
      below(value.is_object() ? std::string(value.key(i)) : std::to_string(i), [&] { look(value[i]); });
  }

  void check_member(std::string_view key, const node& value) {
    check_word(key, value);
    const auto* const wanted = std::ranges::find(wanted_kinds, key, &wanted_kind::key);
    // Null is what some write for nothing.
    if (wanted == wanted_kinds.end() || value.kind() == wanted->kind || value.kind() == node_kind::null) return;
    below(key, [&] { to_.warning(of_another_kind(file_, value, pointer_, key, wanted->words)); });
  }

  void refuse(const node& about, std::string_view key, std::string_view why,
              const char* advice = "No answer could be right: correct it.") {
    below(key, [&] { to_.error(file_.about(about, pointer_, std::string(invalid_).append(why), advice)); });
  }
  // `minItems is 3`, and why that cannot be.
  void refuse_number(const node& schema, std::string_view key, std::string_view why,
                     const char* advice = "No answer could be right: correct it.") {
    const node said = *schema.find(key);
    refuse(said, key, std::string(key).append(" is ").append(said.as_json()).append(why), advice);
  }

  // Null among them is what some write for no answer.
  void check_choices(const node& schema, const node& all) {
    const std::optional<node> type = schema.find("type");
    std::size_t wrong = 0;
    for (std::size_t i = 0; type && i < all.size(); ++i) {
      if (all[i].kind() == node_kind::null || is_of_type(all[i], *type)) continue;
      ++wrong;
      below("enum", [&] {
        below(std::to_string(i), [&] {
          to_.warning(file_.about(all[i], pointer_,
                                  std::string("this choice is ")
                                      .append(json::described(all[i].kind()))
                                      .append(", and the type is ")
                                      .append(shown(type->is_text() ? std::string(type->text()) : type->as_json())),
                                  "Whoever chooses it cannot send the form: correct it, or the type."));
        });
      });
    }
    if (all.size() == wrong) refuse(all, "enum", wrong == 0 ? "enum has no choices" : "no choice of enum has the type");
  }

  void check_what_is_left(const node& schema) {
    if (const auto none = no_number_left(schema)) refuse(*schema.find(none->keyword), none->keyword, none->why);
    if (!schema.find("const") && !schema.find("oneOf") && !schema.find("anyOf")) return;
    const std::array alone{schema};  // of an `enum` alone each choice is looked at, below
    const auto none = no_choice_left(alone, schema.find("type"));
    if (none && none->keyword != "enum") refuse(*schema.find(none->keyword), none->keyword, none->why);
  }

  void check_count_of_properties(const node& schema) {
    const std::optional<double> least = number_at(schema, "minProperties");
    const std::optional<node> all = schema.find("properties"), others = schema.find("additionalProperties");
    if (!least || !all || !all->is_object() || static_cast<double>(all->size()) >= *least) return;
    if (!others || others->kind() != node_kind::boolean || others->is_true() || schema.find("patternProperties"))
      return;
    refuse_number(schema, "minProperties",
                  std::string(", and no more than ").append(std::to_string(all->size())).append(" may be there"));
  }

  void check_needs(const node& schema) {
    const std::optional<node> names = schema.find("required"), all = schema.find("properties");
    if (!names || names->kind() != node_kind::list || !all || !all->is_object()) return;
    for (std::size_t i = 0; i < names->size(); ++i) {
      const std::optional<node> of = (*names)[i].is_text() ? all->find((*names)[i].text()) : std::nullopt;
      if (!of || of->kind() != node_kind::boolean || of->is_true()) continue;
      below("required", [&] {
        refuse((*names)[i], std::to_string(i),
               std::string("it needs '").append(shown((*names)[i].text())).append("', whose schema is false"));
      });
    }
  }

  void check_count_of_choices(const node& schema) {
    const std::optional<node> items = schema.find("items"), choices = items ? items->find("enum") : std::nullopt;
    const std::optional<double> least = number_at(schema, "minItems");
    const std::optional<node> once = schema.find("uniqueItems");
    if (!choices || !least || !once || !once->is_true() || *least <= static_cast<double>(choices->size())) return;
    refuse_number(
        schema, "minItems",
        std::string(", and of ").append(std::to_string(choices->size())).append(" choices each may be there once"));
  }

  void check_word(std::string_view key, const node& value) {
    const bool is_own = key.starts_with("x-");
    if (is_one_of(vocabulary::also_schema, key) || key == "x-core") return;
    const std::string_view meant =
        is_own ? words_.meant(key, vocabulary::own_keywords, "x-") : words_.meant(key, vocabulary::schema);
    if (meant.empty()) return;
    below(key, [&] {
      to_.warning(file_.about(value, pointer_,
                              std::string("unknown keyword '")
                                  .append(shown(key))
                                  .append("' in ")
                                  .append(inside_)
                                  .append("; the nearest known one is '")
                                  .append(meant)
                                  .append("'"),
                              "Nobody reads it: correct it, or take it out."));
    });
  }

  void check_bounds(const node& schema) {
    for (const bounds& one : all_bounds) {
      const std::optional<double> least = number_at(schema, one.least), most = number_at(schema, one.most);
      if (!least || !most || *least < *most || (one.may_be_equal && *least == *most)) continue;
      refuse_number(
          schema, one.least,
          std::string(one.may_be_equal || *least > *most ? ", more than the " : ", and leaves nothing below the ")
              .append(one.most)
              .append(", ")
              .append(schema.find(one.most)->as_json()),
          "No answer could be right: correct one of them.");
    }
  }

  const json_file& file_;
  misspellings& words_;
  report& to_;
  const std::string invalid_ = "invalid form schema: ", inside_ = "form schema";
};

bool allows_an_object(const node& type) {
  if (type.is_text()) return type.text() == "object";
  for (std::size_t i = 0; i < type.size(); ++i)
    if (type[i].text() == "object") return true;
  return type.size() == 0;
}

// Whatever is asked in a form is a member of an object.
void check_takes_an_object(const json_file& file, const node& says, std::string at, std::size_t depth, report& to) {
  constexpr std::size_t deepest = 8;
  const node schema = followed(file.root(), says, &at);
  const std::optional<node> type = schema.find("type"), all = schema.find("allOf");
  if (type && !allows_an_object(*type)) {
    const std::string said(type->is_text() ? std::string(type->text()) : type->as_json());
    return to.error(file.about(*type, at + "/type",
                               std::string("form cannot be sent: the type of its schema is ")
                                   .append(shown(said))
                                   .append(", and what a form sends is an object"),
                               "Write \"type\": \"object\", and what it asks for under 'properties'."));
  }
  for (std::size_t i = 0; all && !all->is_object() && i < all->size() && depth < deepest; ++i)
    check_takes_an_object(file, (*all)[i], at + "/allOf/" + std::to_string(i), depth + 1, to);
}

}  // namespace

bundle_finding of_another_kind(const json_file& file, const json::node& value, const std::string& pointer,
                               std::string_view key, std::string_view wanted) {
  return file.about(value, pointer,
                    std::string("'")
                        .append(shown(key))
                        .append("' is ")
                        .append(json::described(value.kind()))
                        .append(", and only ")
                        .append(wanted)
                        .append(" is heeded there"),
                    "Correct it, or take it out.");
}

void check_schema_sense(const json_file& schema, misspellings& words, report& to) {
  sense_walk(schema, words, to).look(schema.root());
  check_takes_an_object(schema, schema.root(), "", 0, to);
}

void check_definition_sense(const json_file& file, const std::string& pointer, std::string_view name,
                            const json::node& definition, misspellings& words, report& to) {
  sense_walk(file, pointer, name, words, to).look(definition);
}

}  // namespace tenon::form
