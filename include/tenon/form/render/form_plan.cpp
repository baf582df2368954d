#include "tenon/form/render/form_plan.hpp"

#include <utility>

#include "tenon/form/bundle.hpp"
#include "tenon/form/render/plan_maker.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/word/error.hpp"

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
                                                      .append(". Run ./tenon validate on the bundle."));
  return *std::move(read);
}

void number_questions(const element& in, std::vector<const element*>& to) {
  if (in.is_question()) to[in.number] = &in;
  for (const element& one : in.elements) number_questions(one, to);
}

answer answer_of(const json::node& value) {
  answer out;
  if (value.kind() == json::node_kind::list) {
    for (std::size_t i = 0; i < value.size(); ++i) out.typed.push_back(as_typed(value[i]));
  } else if (value.kind() != json::node_kind::null) {
    out.typed.push_back(as_typed(value));
  }
  return out;
}

}  // namespace

form_plan::form_plan(const form_init_data& of, std::span<const renderer_row> brought) : name_(of.form) {
  schema_ = with_definitions(object_in(of.schema.text, name_, "schema.json").root(), of.extensions);
  read_.push_back(object_in(schema_, name_, "schema.json"));
  const json::node schema = read_.front().root();
  std::optional<json::node> ui;
  if (!of.ui.text.empty()) {
    read_.push_back(object_in(of.ui.text, name_, "ui.json"));
    ui = read_.back().root();
  }
  title_ = text_of(schema, "title");
  description_ = text_of(schema, "description");
  if (title_.empty()) title_ = as_words(name_);
  plan_maker maker(schema, of.extensions, brought, errors_);
  root_ = maker.make(ui);
  by_name_ = maker.names();
  questions_.resize(by_name_.size());
  number_questions(root_, questions_);
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
    if (const std::optional<json::node> value = at_pointer(read->root(), questions_[i]->name))
      out[i] = answer_of(*value);
  return out;
}

}  // namespace tenon::form
