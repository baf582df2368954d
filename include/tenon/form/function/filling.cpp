#include "tenon/form/function/filling.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "tenon/form/render/schema_view.hpp"

namespace tenon::form {

namespace {

using outcome = function_outcome::state;

std::string called_label(const form_plan& plan, const std::string& pointer) {
  if (const std::optional<std::size_t> found = plan.find(pointer)) return plan.question(*found).label;
  const std::vector<std::string> steps = steps_of(pointer);
  return steps.empty() ? std::string() : as_words(steps.back());
}

// A JSON value as fields send it.
std::vector<std::string> typed_of(const std::string& json) {
  std::vector<finding> ignored;
  const auto read = json::tree::parse(json, {.max_bytes = std::size_t{4} << 20U, .max_depth = 64}, ignored);
  if (!read || read->root().kind() == json::node_kind::null) return {};
  std::vector<std::string> out;
  if (read->root().kind() != json::node_kind::list) return {as_typed(read->root())};
  for (std::size_t i = 0; i < read->root().size(); ++i) out.push_back(as_typed(read->root()[i]));
  return out;
}

void fail(filling& in, answer& at, load_error error, std::string_view note) {
  in.errors.push_back(std::move(error));
  at.note = note;
}

void compute(const function_site& by, filling& to) {
  answer& at = to.answers[by.number];
  at.typed.clear();
  function_outcome found = called(by, to.values);
  if (found.is == outcome::failed) return fail(to, at, std::move(found.error), "This cannot be computed now.");
  if (found.is != outcome::gave) return;
  at.typed = typed_of(found.json);
  if (!at.typed.empty()) to.values.set(by.pointer, std::move(found.json));
}

void offer_choices(const function_site& by, const form_plan& plan, filling& to) {
  answer& at = to.answers[by.number];
  function_outcome found = called(by, to.values);
  std::optional<std::vector<choice>> choices;
  if (found.is == outcome::gave) choices = choices_in(by, found.json, found.error);
  if (found.is == outcome::waits) {
    at.note = std::string("First answer '").append(called_label(plan, found.waits_for));
    at.note.append("': the choices depend on it.");
  } else if (!choices) {
    at.is_without_choices = true;
    fail(to, at, std::move(found.error), "The choices cannot be had now, so this cannot be answered.");
  } else {
    at.choices = *std::move(choices);
  }
}

// An answer that says no is a text, or false.
std::string complaint_of(const function_site& by, const std::string& json) {
  if (json == "true" || json == "null" || json == "\"\"") return {};
  if (json == "false") return by.says->message.empty() ? "This is not right." : std::string(by.says->message);
  std::vector<std::string> said = typed_of(json);
  return said.empty() ? "This is not right." : said.front();
}

std::string verdict(const function_site& by, const form_plan& plan, filling& of) {
  function_outcome found = called(by, of.values);
  switch (found.is) {
    case outcome::gave:
      return complaint_of(by, found.json);
    case outcome::waits:
      return std::string("This cannot be checked before '")
          .append(called_label(plan, found.waits_for))
          .append("' is answered.");
    case outcome::failed:
      break;
  }
  of.errors.push_back(std::move(found.error));
  return "This cannot be checked now, so it cannot be taken. Try again later, or tell those who run this server.";
}

}  // namespace

bool filling::is_good() const {
  return problems.empty() && std::ranges::all_of(answers, [](const answer& one) { return one.problems.empty(); });
}

bool opens_more(std::string_view before, std::string_view looks) {
  for (std::size_t i = 0; i < looks.size() && before.size() == looks.size(); ++i)
    if (before[i] != looks[i] && static_cast<appearance>(looks[i]) == appearance::open) return true;
  return false;
}

void add_what_functions_say(const form_plan& plan, filling& to, const std::function<void(std::size_t)>& read) {
  for (const function_site& one : plan.functions()) {
    if (one.number == element::no_answer) continue;
    if (to.answers[one.number].is_hidden) {
      if (one.computes()) to.answers[one.number].typed.clear();
      continue;
    }
    if (one.computes()) compute(one, to);
    if (one.validates() && one.calls == nullptr)
      to.answers[one.number].note = "This server cannot check this as it has to be, so it cannot be answered.";
    if (!one.offers_choices()) continue;
    offer_choices(one, plan, to);
    read(one.number);
  }
}

void check_by_functions(const form_plan& plan, filling& of) {
  for (const function_site& one : plan.functions()) {
    if (!one.validates() || one.number == element::no_answer) continue;
    std::vector<std::string>& problems = of.answers[one.number].problems;
    if (!problems.empty() || !of.values.find(one.pointer)) continue;
    if (std::string wrong = verdict(one, plan, of); !wrong.empty()) problems.push_back(std::move(wrong));
  }
  // What is about several answers is asked of those that are good by themselves.
  const bool is_good = of.is_good();
  for (const function_site& one : plan.functions()) {
    if (!one.validates() || one.number != element::no_answer || !is_good) continue;
    if (!one.pointer.empty() && !of.values.find(one.pointer)) continue;
    std::string wrong = verdict(one, plan, of);
    if (wrong.empty()) continue;
    of.problems.push_back(one.pointer.empty() ? std::move(wrong) : std::string(one.label).append(": ").append(wrong));
  }
}

}  // namespace tenon::form
