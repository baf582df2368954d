#include "tenon/form/plan/entry_maker.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/plan/plan_maker.hpp"
#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/renderer_row.hpp"

namespace tenon::form {

namespace {

constexpr renderer_row entry_row = row_of_renderer<built_in::layout>("");

std::size_t elements_outside_of_entries(const element& one) {
  std::size_t out = 1;
  for (std::size_t i = 0; i < one.elements.size() && !one.list; ++i)
    out += elements_outside_of_entries(one.elements[i]);
  return out;
}

}  // namespace

void entry_maker::make(element& root) {
  made_ = elements_outside_of_entries(root);
  settle(root, {});
}

void entry_maker::settle(element& one, const place& in) {
  if (!in.id.empty()) {
    one.name.insert(0, one.name.empty() ? std::string() : in.pointer);
    one.id.insert(0, in.id);
    one.entry = in.label;
    if (one.rule != element::no_rule) {
      rules_.emplace_back(of_entries_[one.rule], in.pointer);
      one.rule = rules_.size() - 1;
    }
  }
  if (one.is_question()) one.number = names_.try_emplace(one.name, names_.size()).first->second;
  if (one.list) return add_entries(one);
  for (element& inside : one.elements) settle(inside, in);
}

void entry_maker::add_entries(element& list) {
  const entry_list& of = *list.list;
  const std::size_t count = std::min(count_(list), longest_list);
  list.elements.clear();
  for (std::size_t i = 0; i < count && made_ + of.elements <= most_elements; ++i) {
    made_ += of.elements;
    const std::string number = std::to_string(i);
    element entry{.label = std::string(of.label).append(" ").append(std::to_string(i + 1)), .level = list.level};
    entry.name = std::string(list.name).append("/").append(number);
    entry.id = std::string(list.id).append("-").append(number);
    entry.entry = list.entry;
    entry.drawn_by = &entry_row;
    entry.elements.push_back(of.asks);
    settle(entry.elements.front(), {entry.name, entry.id + "-", full_label(entry)});
    list.elements.push_back(std::move(entry));
  }
  if (list.elements.size() < count) list.note = "There is no room for more of these in this form.";
}

}  // namespace tenon::form
