#include "tenon/form/check/schema_sense.hpp"
#include "tenon/form/pointer_walk.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/form/check/vocabulary.hpp"
#include "tenon/form/schema_keywords.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

struct bounds {
  std::string_view least, most;
  bool may_be_equal = true;
};
constexpr std::array all_bounds{
    bounds{"minimum", "maximum"},
    bounds{"exclusiveMinimum", "maximum", false},
    bounds{"minimum", "exclusiveMaximum", false},
    bounds{"exclusiveMinimum", "exclusiveMaximum", false},
    bounds{"minLength", "maxLength"},
    bounds{"minItems", "maxItems"},
    bounds{"minProperties", "maxProperties"},
    bounds{"minContains", "maxContains"},
};

std::optional<double> number_at(const node& of, std::string_view key) {
  const std::optional<node> found = of.find(key);
  if (!found || found->kind() != node_kind::number) return std::nullopt;
  return std::strtod(found->as_json().c_str(), nullptr);
}


class sense_walk : pointer_walk {
 public:
  sense_walk(const json_file& file, misspellings& words, report& to) : file_(file), words_(words), to_(to) {}

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
        check_word(key, schema[i]);
    }
    if (is_bounded) check_bounds(schema);
  }

 private:
  void inside(const node& value, bool are_named) {
    if (value.is_object() && !are_named) return look(value);
    for (std::size_t i = 0; i < value.size(); ++i)
      below(value.is_object() ? std::string(value.key(i)) : std::to_string(i), [&] { look(value[i]); });
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
                                  .append("' in form schema; the nearest known one is '")
                                  .append(meant)
                                  .append("'"),
                              "Nobody reads it: correct it, or take it out."));
    });
  }

  void check_bounds(const node& schema) {
    for (const bounds& one : all_bounds) {
      const std::optional<double> least = number_at(schema, one.least), most = number_at(schema, one.most);
      if (!least || !most || *least < *most || (one.may_be_equal && *least == *most)) continue;
      below(one.least, [&] {
        to_.error(file_.about(
            *schema.find(one.least), pointer_,
            std::string("invalid form schema: ")
                .append(one.least)
                .append(" is ")
                .append(schema.find(one.least)->as_json())
                .append(one.may_be_equal || *least > *most ? ", more than the " : ", and leaves nothing below the ")
                .append(one.most)
                .append(", ")
                .append(schema.find(one.most)->as_json()),
            "No answer could be right: correct one of them."));
      });
    }
  }

  const json_file& file_;
  misspellings& words_;
  report& to_;
};

}  // namespace

void check_schema_sense(const json_file& schema, misspellings& words, report& to) {
  sense_walk(schema, words, to).look(schema.root());
}

}  // namespace tenon::form
