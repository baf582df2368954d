// A form made ready: which questions it has, and who draws each of them. Made once, drawn as often as wanted.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/function/function_site.hpp"
#include "tenon/form/plan/entry_maker.hpp"
#include "tenon/form/plan/form_fault.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/form/render/element.hpp"
#include "tenon/form/render/renderer_row.hpp"
#include "tenon/form/rule/form_rule.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

class form_plan {
 public:
  // Throws tenon::error where schema or ui is no JSON object; whatever else is wrong with them is shown in its place.
  // `brought` are the renderers of extensions, `functions` what they do for forms; the rows outlive the plan. `scripts`
  // are asked in the page about what no extension draws.
  form_plan(const form_init_data& of, std::span<const renderer_row> brought,
            std::span<const form_function_row> functions = {}, const script_renderers& scripts = {});

  form_plan(form_plan&&) = default;
  form_plan(const form_plan&) = delete;
  form_plan& operator=(const form_plan&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  // Of the whole form, as its schema says; may be empty.
  [[nodiscard]] const std::string& description() const noexcept { return description_; }
  [[nodiscard]] const element& root() const noexcept { return root_; }
  [[nodiscard]] const std::vector<load_error>& errors() const noexcept { return errors_; }
  // Those of its mistakes that are one in every program, and where they stand in its files; no more than most_faults.
  [[nodiscard]] const std::vector<form_fault>& faults() const noexcept { return faults_; }
  // False: it is too large, and what is beyond is left out.
  [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }
  // The schema with the definitions that the bundle brings, and with what formats mean by themselves, as JSON.
  [[nodiscard]] const std::string& schema() const noexcept { return schema_; }
  // The same as it is asked: with what an `allOf` demands put together.
  [[nodiscard]] json::node asked_schema() const noexcept { return read_[asked_].root(); }

  // Where it calls functions, in the order of the form.
  [[nodiscard]] const std::vector<function_site>& functions() const noexcept { return functions_; }
  // Whether functions have a part in how it is shown.
  [[nodiscard]] bool is_shown_by_functions() const noexcept;
  // Some of its data cannot be checked as they have to be, so that it cannot be sent: for whoever fills it.
  [[nodiscard]] bool is_beyond_checking() const noexcept;

  // How its rules make their elements look, in the order of the rules; as text, each a letter of `appearance`.
  [[nodiscard]] std::string looks_for(const form_values& said) const;
  [[nodiscard]] bool has_rules() const noexcept { return !rules_.empty(); }
  // By the numbers that elements outside of entries have, and those that `asks` of a list has.
  [[nodiscard]] std::span<const form_rule> rules() const noexcept { return std::span(rules_).first(rules_outside_); }
  [[nodiscard]] std::span<const form_rule> rules_of_entries() const noexcept { return rules_of_entries_; }
  // Some of its questions are answered with files.
  [[nodiscard]] bool has_files() const noexcept { return has_files_; }
  // Some questions are lists of objects. The plan has as many entries of each as there are before anybody has said
  // anything.
  [[nodiscard]] bool has_lists() const noexcept { return has_lists_; }
  // The same with other entries: a form is read once, and its lists are filled for each of those who fill it.
  [[nodiscard]] std::shared_ptr<const form_plan> with_entries(const entry_count& count) const;
  [[nodiscard]] std::shared_ptr<const form_plan> with_entries_of(const json::node& data) const;

  // Puts to the answers what rules that look like that make of them.
  void close(std::string_view looks, std::span<answer> answers) const;

  // By number. A question that stands twice in the form has one answer.
  [[nodiscard]] std::size_t question_count() const noexcept { return questions_.size(); }
  [[nodiscard]] const element& question(std::size_t number) const noexcept { return *questions_[number]; }
  // By its name, the JSON pointer into the data.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

  // What the data of a form says to its questions.
  [[nodiscard]] std::vector<answer> answers_of(const json::raw& data) const;

 private:
  form_plan(const form_plan& of, const entry_count& count);
  void check_places(function_site& of);
  [[nodiscard]] std::string suggestion(std::string_view place) const;
  void fill_lists(const entry_count& count);
  void number_all();

  std::string name_, title_, description_, schema_;
  std::vector<json::tree> read_;  // what the elements look at
  std::size_t asked_ = 0;         // the schema among them
  element root_;
  std::vector<const element*> questions_;
  std::unordered_map<std::string, std::size_t> by_name_;
  std::vector<load_error> errors_;
  std::vector<form_fault> faults_;
  std::vector<function_site> functions_;
  std::vector<form_rule> rules_;
  std::vector<form_rule> rules_of_entries_;  // of what lists ask
  std::size_t rules_outside_ = 0;            // so many are in no entry, and stand first
  bool has_lists_ = false, has_files_ = false, is_whole_ = true;
};

}  // namespace tenon::form
