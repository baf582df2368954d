#include "rules.hpp"

#include <string>
#include <utility>

#include "entries.hpp"
#include "reading.hpp"
#include "tenon/form/plan/form_plan.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// Rules may wait for what other rules hide, so deep and not in a circle.
constexpr int most_rounds = 64;

// A list without entries says nothing, as a field does that is empty.
void read_entries(form::filling& to, const form::element& asked, form::answer& given) {
  if (std::string wrong = entries_problem(asked, given.typed); !wrong.empty())
    given.problems.push_back(std::move(wrong));
  if (!asked.elements.empty()) to.values.set_entries(asked.name, asked.elements.size());
}

void read_into(form::filling& to, const form::element& asked, std::size_t number) {
  form::answer& given = to.answers[number];
  if (asked.list) return read_entries(to, asked, given);
  reading read = read_answer(asked, given);
  if (!read.wrong.empty() && asked.is_read_only)
    given.typed.clear();  // nobody could mend it
  else if (!read.wrong.empty())
    given.problems.emplace_back(read.wrong);
  if (!read.json.empty()) to.values.set(asked.name, std::move(read.json));
}

void read_all(const form::form_plan& plan, form::filling& to) {
  const auto read = [&](std::size_t number) { read_into(to, plan.question(number), number); };
  to.values = {};
  to.errors.clear();
  for (std::size_t i = 0; i < to.answers.size(); ++i) {
    form::answer& one = to.answers[i];
    one = {.typed = std::move(one.typed),
           .file = std::move(one.file),
           .is_hidden = one.is_hidden,
           .is_closed = one.is_closed};
    if (!one.is_hidden && !plan.question(i).has_dynamic_choices && !plan.question(i).is_computed) read(i);
  }
  add_what_functions_say(plan, to, read);
}

}  // namespace

void read_by_rules(const form::form_plan& plan, form::filling& to) {
  read_all(plan, to);
  if (!plan.has_rules()) return;
  for (int round = 0; round < most_rounds; ++round) {
    std::string looks = plan.looks_for(to.values);
    if (looks == to.looks) return;
    to.looks = std::move(looks);
    plan.close(to.looks, to.answers);
    read_all(plan, to);
  }
  to.problems.emplace_back("The rules of this form wait for each other in a circle, so it cannot be taken.");
}

bool is_hidden(const form::form_plan& plan, const form::filling& in, std::string_view pointer) {
  if (in.looks.empty()) return false;
  const std::string inside = std::string(pointer).append("/");
  bool is_there = false;
  for (std::size_t i = 0; i < in.answers.size(); ++i) {
    const std::string_view name = plan.question(i).name;
    if (name != pointer && !name.starts_with(inside)) continue;
    if (!in.answers[i].is_hidden) return false;
    is_there = true;
  }
  return is_there;
}

}  // namespace tenon_forms
