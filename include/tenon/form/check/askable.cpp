#include "tenon/form/check/askable.hpp"

#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/function_keyword.hpp"
#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

using json::node;

// What is asked in a form, or in an entry of a list, by its pointer there.
using asked_by_name = std::map<std::string, const element*, std::less<>>;

class asked_walk {
 public:
  asked_walk(const json_file& file, report& to) : file_(file), to_(to) {}

  void look(const node& object, const std::string& at, const element& inside) {
    asked_by_name asked;
    collect(inside, asked);
    look(object, at, "", asked);
  }

  std::size_t elements = 0;

 private:
  // What cannot be asked counts as well: that it cannot is said of itself.
  void collect(const element& one, asked_by_name& to) {
    ++elements;
    const bool is_beyond = one.drawn_by != nullptr && one.drawn_by->format == built_in::unknown::renderer.format;
    if (one.is_question() || (is_beyond && !one.name.empty())) to.emplace(one.name, &one);
    for (std::size_t i = 0; i < one.elements.size() && !one.list; ++i) collect(one.elements[i], to);
  }

  struct reason {
    std::string_view why{}, advice{};
  };
  // Why nobody will ever answer it; `says` is its schema. Nothing: it may be answered.
  [[nodiscard]] static reason never_answered(const element& one, const node& says) {
    constexpr std::string_view give = "Give it a 'default', or let it be answered.";
    if (!one.is_read_only || one.is_computed || !one.is_question()) return {};
    const bool begins = one.begins_with && one.begins_with->kind() != json::node_kind::null;
    if (one.type == "boolean") {  // a box that nobody can tick says no
      const std::optional<node> only = says.find("const");
      const bool is_ticked = begins && one.begins_with->is_true();
      if (!only || !only->is_true() || is_ticked) return {};
      return {"', which has to be true, is read only and begins as false", "Give it the 'default' true."};
    }
    if (one.list ? one.list->at_first > 0 : begins && !one.is_file && !is_empty_text(*one.begins_with)) return {};
    if (!says.find("default")) return {"', which is read only and has no default", give};
    if (one.list || one.is_file)
      return {"', which is read only and begins empty, whatever its default says",
              "Let it be answered, or take it out of 'required'."};
    return {"', which is read only and begins empty", "Give it another 'default', or let it be answered."};
  }
  // As whose answer nothing is sent.
  [[nodiscard]] static bool is_empty_text(const node& value) { return value.is_text() && value.text().empty(); }

  [[nodiscard]] static bool is_asked(const std::string& name, const asked_by_name& asked) {
    if (asked.contains(name)) return true;
    const std::string inside = name + "/";
    const auto next = asked.lower_bound(inside);
    return next != asked.end() && next->first.starts_with(inside);
  }

  // What stands in an `allOf` is demanded of the same object.
  struct part {
    node schema;
    std::string at;
  };
  using all_parts = std::vector<part>;
  void add_parts(const node& says, std::string at, std::size_t depth, all_parts& to) const {
    constexpr std::size_t most_parts = 100, deepest = 8;
    const node schema = followed(file_.root(), says, &at);
    const std::optional<node> all = schema.find("allOf");
    to.push_back({schema, at});
    for (std::size_t i = 0; all && !all->is_object() && i < all->size() && depth < deepest; ++i)
      if (to.size() < most_parts) add_parts((*all)[i], at + "/allOf/" + std::to_string(i), depth + 1, to);
  }

  void look(const node& says, std::string at, const std::string& name, const asked_by_name& asked) {
    if (to_.is_full()) return;
    all_parts parts;
    add_parts(says, std::move(at), 0, parts);
    for (const part& one : parts) {
      look_at_part(one, parts, name, asked);
      count(one, name, asked);
    }
  }

  void count(const part& one, const std::string& name, const asked_by_name& asked) {
    const std::optional<node> wanted = one.schema.find("minProperties");
    if (!wanted || wanted->kind() != json::node_kind::number || asked.contains(name)) return;
    const std::string inside = name + "/";
    std::set<std::string_view> there;
    for (auto next = asked.lower_bound(inside); next != asked.end() && next->first.starts_with(inside); ++next) {
      const std::string_view rest = std::string_view(next->first).substr(inside.size());
      there.insert(rest.substr(0, rest.find('/')));
    }
    if (std::strtod(wanted->as_json().c_str(), nullptr) <= static_cast<double>(there.size())) return;
    to_.warning(file_.about(*wanted, one.at + "/minProperties",
                            std::string("form cannot be sent: it needs ")
                                .append(wanted->as_json())
                                .append(" properties, and its UI schema asks for ")
                                .append(std::to_string(there.size())),
                            "Ask for more, or make it less."));
  }

  void look_at_part(const part& one, const all_parts& parts, const std::string& name, const asked_by_name& asked) {
    const std::optional<node> properties = one.schema.find("properties"), required = one.schema.find("required");
    for (std::size_t i = 0; required && !required->is_object() && i < required->size(); ++i)
      if ((*required)[i].is_text())
        demand((*required)[i], std::string(one.at).append("/required/").append(std::to_string(i)), parts, name, asked);
    for (std::size_t i = 0; properties && properties->is_object() && i < properties->size(); ++i) {
      std::string inside = name, below = one.at + "/properties";
      json::append_step(inside, properties->key(i));
      json::append_step(below, properties->key(i));
      if (is_asked(inside, asked)) look_inside((*properties)[i], std::move(below), inside, asked);
    }
  }

  [[nodiscard]] static std::optional<node> property_in(const all_parts& parts, std::string_view key) {
    for (const part& one : parts)
      if (const std::optional<node> all = one.schema.find("properties"); all && all->find(key)) return all->find(key);
    return std::nullopt;
  }

  void look_inside(const node& says, std::string at, const std::string& name, const asked_by_name& asked) {
    const auto found = asked.find(name);
    if (found == asked.end()) return look(says, std::move(at), name, asked);
    if (!found->second->list) return;
    all_parts parts;
    add_parts(says, std::move(at), 0, parts);
    for (const part& list : parts)
      if (const std::optional<node> items = list.schema.find("items"); items && items->is_object())
        look(*items, list.at + "/items", found->second->list->asks);
  }

  void demand(const node& key, std::string at, const all_parts& parts, std::string name, const asked_by_name& asked) {
    json::append_step(name, key.text());
    const std::optional<node> property = property_in(parts, key.text());
    if (const auto found = asked.find(name); found != asked.end() && property)
      if (const reason never = never_answered(*found->second, followed(file_.root(), *property)); !never.why.empty())
        return to_.warning(file_.about(
            key, at, std::string("form cannot be sent: it needs '").append(shown(key.text())).append(never.why),
            std::string(never.advice)));
    if (is_asked(name, asked)) return;
    std::string message = std::string("form cannot be sent: it needs '").append(shown(key.text())).append("', ");
    message.append(property ? "and its UI schema does not ask for it" : "which is none of its properties");
    // A player that is given a value as a parameter can send it all the same.
    to_.warning(file_.about(key, at, std::move(message), advice_on(key.text(), property, parts)));
  }

  [[nodiscard]] std::string advice_on(std::string_view key, const std::optional<node>& property,
                                      const all_parts& parts) {
    if (property && property->find(computed_keyword))
      return "Lay it out in ui.json, where it stands read only: what is not laid out is not computed.";
    if (property) return "Lay it out in ui.json, or take it out of 'required': here nobody else gives it a value.";
    std::vector<std::string_view> known;
    for (const part& one : parts) {
      const std::optional<node> all = one.schema.find("properties");
      for (std::size_t i = 0; all && all->is_object() && i < all->size() && i < 100 && suggested_ < 20; ++i)
        known.push_back(all->key(i));
    }
    ++suggested_;
    const std::string_view near = nearest(key, known);
    if (near.empty()) return "Take it out of 'required', or add it to 'properties'.";
    return std::string("The nearest property is '").append(shown(near)).append("'.");
  }

  const json_file& file_;
  report& to_;
  std::size_t suggested_ = 0;  // looking for the nearest takes long where the words are
};

}  // namespace

std::size_t check_all_is_asked(const json_file& schema, const form_plan& plan, report& to) {
  asked_walk walk(schema, to);
  walk.look(schema.root(), "", plan.root());
  return walk.elements;
}

}  // namespace tenon::form
