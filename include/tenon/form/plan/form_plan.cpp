#include "tenon/form/plan/form_plan.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/bundle.hpp"
#include "tenon/form/function/function_table.hpp"
#include "tenon/form/function/site_collector.hpp"
#include "tenon/form/plan/merged_schema.hpp"
#include "tenon/form/plan/plan_maker.hpp"
#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

json::tree object_in(std::string_view text, const std::string& form, std::string_view file) {
  std::vector<finding> wrong;
  std::optional<json::tree> read =
      json::tree::parse(text, {.max_bytes = 2 * most_json_bytes, .max_depth = 64, .source = file}, wrong);
  std::string why = "it is not a JSON object";
  if (!read && !wrong.empty()) why = wrong.front().message;
  if (!read || !read->root().is_object())
    throw error(error_type::server_misconfigured, std::string("form ")
                                                      .append(form)
                                                      .append(": ")
                                                      .append(file)
                                                      .append(" cannot be used: ")
                                                      .append(why)
                                                      .append(why.ends_with('.') ? " " : ". ")
                                                      .append("Run ./tenon validate on the bundle."));
  return *std::move(read);
}

// One that stands twice is read only where it is so in both places.
void number_questions(const element& in, std::vector<const element*>& to) {
  if (in.is_question() && (to[in.number] == nullptr || !in.is_read_only || to[in.number]->is_read_only))
    to[in.number] = &in;
  for (const element& one : in.elements) number_questions(one, to);
}

int distance(appearance of) { return of == appearance::open ? 0 : of == appearance::closed ? 1 : 2; }
bool is_less_there(appearance one, appearance other) { return distance(one) < distance(other); }

// A question that stands twice is where it looks best.
void close_inside(const element& one, appearance around, std::string_view looks, std::span<answer> answers) {
  if (one.rule < looks.size()) around = std::max(around, static_cast<appearance>(looks[one.rule]), is_less_there);
  if (one.number < answers.size()) {
    answer& at = answers[one.number];
    at.is_hidden = at.is_hidden && around == appearance::hidden;
    at.is_closed = at.is_closed && around != appearance::open;
  }
  for (const element& inside : one.elements) close_inside(inside, around, looks, answers);
}

answer answer_of(const json::node& value, const element& asked) {
  answer out;
  if (asked.is_file && value.is_object()) {
    out.typed.emplace_back(text_of(value, "name"));
  } else if (asked.list) {
    out.typed.push_back(std::to_string(asked.elements.size()));
  } else if (value.kind() == json::node_kind::list) {
    for (std::size_t i = 0; i < value.size(); ++i) out.typed.push_back(as_typed(value[i]));
  } else if (value.kind() != json::node_kind::null) {
    out.typed.push_back(as_typed(value));
  }
  return out;
}

}  // namespace

form_plan::form_plan(const form_init_data& of, std::span<const renderer_row> brought,
                     std::span<const form_function_row> functions, const script_renderers& scripts)
    : name_(of.form) {
  schema_ = with_definitions(object_in(of.schema.text, name_, "schema.json").root(), of.extensions);
  read_.push_back(object_in(schema_, name_, "schema.json"));
  merged_schema merged;
  if (schema_.find("\"allOf\"") != std::string::npos) merged = merged_for_asking(read_.front().root());
  if (std::vector<finding> ignored; !merged.text.empty())
    if (auto read = json::tree::parse(merged.text, {.max_bytes = 2 * most_json_bytes, .max_depth = 64}, ignored))
      read_.push_back(*std::move(read));
  asked_ = read_.size() - 1;
  const json::node schema = asked_schema();
  std::optional<json::node> ui;
  if (!of.ui.text.empty()) {
    read_.push_back(object_in(of.ui.text, name_, "ui.json"));
    // An empty one is written where there has to be a file: it lays out what the schema has.
    if (read_.back().root().size() > 0) ui = read_.back().root();
  }
  title_ = text_of(schema, "title");
  description_ = text_of(schema, "description");
  if (title_.empty()) title_ = as_words(name_);
  const function_table known(functions, of.extensions, errors_);
  site_collector sites(known, functions_, errors_, faults_);
  plan_maker maker(schema, merged.contradictions, of.extensions, brought, scripts, sites, rules_, rules_of_entries_,
                   errors_, faults_);
  root_ = maker.make(ui);
  by_name_ = maker.names();
  has_lists_ = maker.has_lists();
  is_whole_ = !maker.is_cut();
  if (!maker.also_held_to().empty()) schema_ = held_to(read_.front().root(), maker.also_held_to());
  rules_outside_ = rules_.size();
  if (has_lists_) fill_lists([](const element& list) { return list.list->at_first; });
  number_all();
  for (function_site& one : functions_) check_places(one);
}

form_plan::form_plan(const form_plan& of, const entry_count& count)
    : name_(of.name_),
      title_(of.title_),
      description_(of.description_),
      schema_(of.schema_),
      read_(of.read_),
      asked_(of.asked_),
      root_(of.root_),
      errors_(of.errors_),
      faults_(of.faults_),
      functions_(of.functions_),
      rules_(of.rules_.begin(), of.rules_.begin() + static_cast<std::ptrdiff_t>(of.rules_outside_)),
      rules_of_entries_(of.rules_of_entries_),
      rules_outside_(of.rules_outside_),
      has_lists_(of.has_lists_),
      is_whole_(of.is_whole_) {
  fill_lists(count);
  number_all();
}

void form_plan::fill_lists(const entry_count& count) {
  entry_maker maker(rules_of_entries_, count, rules_);
  maker.make(root_);
  by_name_ = maker.names();
  for (function_site& one : functions_)
    if (one.number != element::no_answer) one.number = by_name_.at(one.pointer);
}

void form_plan::number_all() {
  questions_.assign(by_name_.size(), nullptr);
  number_questions(root_, questions_);
  has_files_ = std::ranges::any_of(questions_, [](const element* one) { return one->is_file; });
}

std::shared_ptr<const form_plan> form_plan::with_entries(const entry_count& count) const {
  return std::shared_ptr<const form_plan>(new form_plan(*this, count));
}

std::shared_ptr<const form_plan> form_plan::with_entries_of(const json::node& data) const {
  return with_entries([&](const element& list) {
    const std::optional<json::node> said = data.find_pointer(list.name);
    return said && said->kind() == json::node_kind::list ? said->size() : std::size_t{0};
  });
}

std::string form_plan::suggestion(std::string_view place) const {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < questions_.size() && i < 100 && faults_.size() < most_faults; ++i)
    known.push_back(questions_[i]->name);
  const std::string_view near = nearest(place, known);
  if (near.empty()) return "Write {{data.<name of a question>}}.";
  return std::string("The nearest question is ").append(near).append(".");
}

// What no question answers would be waited for without end.
void form_plan::check_places(function_site& of) {
  if (!of.says) return;
  for (const std::string& place : of.says->places) {
    const std::string inside = place + "/";
    const auto is_there = [&](const element* one) { return one->name == place || one->name.starts_with(inside); };
    if (std::ranges::any_of(questions_, is_there)) continue;
    add_fault(faults_, {std::string("function: the parameters of ")
                            .append(shown(of.says->function))
                            .append(" refer to ")
                            .append(shown(place))
                            .append(", and the form asks for no such thing"),
                        suggestion(place),
                        {false, of.where}});
    if (of.calls == nullptr) return;
    of.calls = nullptr;
    errors_.push_back({"function_load_error",
                       std::string("Failed to load function ")
                           .append(of.says->function)
                           .append(": its parameters refer to ")
                           .append(shown(place))
                           .append(", and the form asks for no such thing."),
                       std::string(of.keyword)
                           .append(" of ")
                           .append(of.pointer.empty() ? "the form" : of.pointer)
                           .append(", at ")
                           .append(to_string(form_place{false, of.where}))});
    return;
  }
}

std::string form_plan::looks_for(const form_values& said) const {
  std::string out;
  for (const form_rule& one : rules_) out += static_cast<char>(one.look_of(said));
  return out;
}

void form_plan::close(std::string_view looks, std::span<answer> answers) const {
  for (answer& one : answers) one.is_hidden = one.is_closed = true;
  close_inside(root_, appearance::open, looks, answers);
}

bool form_plan::is_shown_by_functions() const noexcept {
  return std::ranges::any_of(functions_, [](const function_site& one) { return !one.validates(); });
}

bool form_plan::is_beyond_checking() const noexcept {
  return std::ranges::any_of(functions_, [](const function_site& one) {
    return one.validates() && one.calls == nullptr && one.number == element::no_answer;
  });
}

std::optional<std::size_t> form_plan::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<answer> form_plan::answers_of(const json::raw& data) const {
  std::vector<answer> out(questions_.size());
  std::vector<finding> ignored;
  const std::optional<json::tree> read =
      json::tree::parse(data.text, {.max_bytes = most_json_bytes, .max_depth = 64, .source = "data"}, ignored);
  for (std::size_t i = 0; read && i < questions_.size(); ++i)
    if (const std::optional<json::node> value = read->root().find_pointer(questions_[i]->name))
      out[i] = answer_of(*value, *questions_[i]);
  return out;
}

}  // namespace tenon::form
