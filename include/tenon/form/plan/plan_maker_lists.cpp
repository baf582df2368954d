// Those parts of the maker of plans that are about lists of objects.
#include "tenon/form/plan/plan_maker.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <utility>

#include "tenon/form/plan/entry_maker.hpp"
#include "tenon/form/render/schema_view.hpp"

namespace tenon::form {

namespace {

std::size_t count_in(const std::string& number, std::size_t otherwise) {
  std::size_t out = otherwise;
  std::from_chars(number.data(), number.data() + number.size(), out);
  return out;
}

std::size_t size_of(const element& one) {
  std::size_t out = 1;
  for (const element& inside : one.elements) out += size_of(inside);
  return out;
}

std::string bounds_in_words(std::size_t least, std::size_t most) {
  const std::string from = std::string("At least ").append(std::to_string(least)).append(".");
  const std::string to = std::string("At most ").append(std::to_string(most)).append(".");
  return least == 0 ? to : from + " " + to;
}

}  // namespace

void plan_maker::read_list(const place& of, depth at, element& to) {
  if (to.type != "array" || to.has_choices()) return;
  const std::optional<json::node> said = of.schema.find("items");
  if (!said || !said->is_object()) return;
  place items{*said, *said, "", "", of.schema_at + "/items", of.schema_at + "/items"};
  items.schema = follow(items.says, items.schema_at);
  add_own_default(items);
  items.is_read_only = is_true(items.says, "readOnly") || is_true(items.schema, "readOnly");
  if (type_of(schema_, items.schema) != "object" || !items.schema.find("properties") || is_too_much(at)) return;
  const std::size_t least = count_in(number_of(of.schema, "minItems"), 0);
  const std::size_t most = count_in(number_of(of.schema, "maxItems"), longest_list);
  auto list = std::make_shared<entry_list>();
  list->label = text_of(*said, "title");
  if (list->label.empty()) list->label = text_of(items.schema, "title");
  if (list->label.empty()) list->label = to.label;
  list->least = least;
  list->most = std::min(most, longest_list);
  list->at_first = of.is_required ? std::min(least, longest_list) : 0;
  if (!to.description.empty()) to.description.append(" ");
  to.description.append(bounds_in_words(least, list->most));
  if (least > longest_list) {
    to.note = "This has to have more entries than the 100 that a list may have here, so it cannot be sent.";
    complain("Failed to load a list: its minItems is more than 100, which no list has here. Make it less.", of.pointer,
             {"element: its minItems is more than 100, which no list has here",
              "Make it less.",
              {false, of.schema_at + "/minItems"}});
  }
  tell_what_contradicts_itself(items, to);
  const place outside = std::exchange(scopes_begin_at_, items);
  std::vector<form_rule>* const rules = std::exchange(rules_, &rules_of_entries_);
  lists_around_.push_back(of.pointer);
  list->asks = asked_of_each(items, to, at);
  lists_around_.pop_back();
  rules_ = rules;
  scopes_begin_at_ = outside;
  list->elements = 1 + size_of(list->asks);
  to.list = std::move(list);
}

element plan_maker::asked_of_each(const place& items, const element& list, depth at) {
  const std::optional<json::node> options = list.ui ? list.ui->find("options") : std::nullopt;
  const std::optional<json::node> detail = options ? options->find("detail") : std::nullopt;
  if (detail && detail->is_object()) {
    const std::size_t length = ui_at_.size();
    ui_at_.append("/options/detail");
    element all = from_ui(*detail, at);
    ui_at_.resize(length);
    return all;
  }
  element all = begun("layout", {}, at);
  all.drawn_by = renderers_.for_element(all);
  add_properties(items, at, all);
  return all;
}

}  // namespace tenon::form
