// Makes the elements of a form out of its schema and its UI schema.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tenon/form/function/site_collector.hpp"
#include "tenon/form/plan/form_fault.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/form/render/element.hpp"
#include "tenon/form/render/resolution.hpp"
#include "tenon/form/rule/form_rule.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// A form may have no more questions and groups, nested no deeper; what is beyond is left out, and an error says so.
inline constexpr std::size_t most_elements = 5'000, deepest_element = 24;
// Nor may its questions have more text: what stands once in its schema is there as often as it is referred to.
inline constexpr std::size_t most_element_bytes = std::size_t{32} << 20U;

class plan_maker {
 public:
  // `contradictions` are those of the schema, by where they stand: merged_schema.hpp.
  plan_maker(const json::node& schema, const std::map<std::string, std::string>& contradictions,
             const std::optional<extension_data>& says, std::span<const renderer_row> brought,
             const script_renderers& scripts, site_collector& functions, std::vector<form_rule>& rules,
             std::vector<form_rule>& rules_of_entries, std::vector<load_error>& errors, std::vector<form_fault>& faults)
      : schema_(schema),
        scopes_begin_at_{schema, schema, "", "", "", ""},
        contradictions_(contradictions),
        says_(says),
        renderers_(brought, errors),
        scripts_(scripts),
        functions_(functions),
        rules_(&rules),
        rules_of_entries_(rules_of_entries),
        errors_(errors),
        faults_(faults) {}

  // Without a UI schema all properties, in their order.
  [[nodiscard]] element make(const std::optional<json::node>& ui);

  // The numbers of answers, by the names of their questions.
  [[nodiscard]] const std::unordered_map<std::string, std::size_t>& names() const noexcept { return names_; }
  // Schemas that the data are to be held against beside the form's own: what formats mean by themselves.
  [[nodiscard]] const std::vector<std::string>& also_held_to() const noexcept { return also_held_to_; }
  // Some of it is a list of objects, which has no entries yet.
  [[nodiscard]] bool has_lists() const noexcept { return has_lists_; }
  // It was too large, and some of it is left out.
  [[nodiscard]] bool is_cut() const noexcept { return is_cut_; }

 private:
  // A property, where it stands and whether its object demands it.
  struct place {
    json::node schema, says;  // with and without its reference followed
    std::string pointer, key;
    std::string schema_at, says_at;  // where those two stand in the schema
    bool is_required = false, is_read_only = false;
    std::vector<json::node> defaults{};  // the nearest first: its own, and what those around it say of it
  };
  struct depth {
    std::size_t steps = 0, heading = 2;
    bool is_read_only = false;  // what is around it says so
    [[nodiscard]] depth inside(std::size_t headings, bool read_only) const {
      return {steps + 1, heading + headings, is_read_only || read_only};
    }
  };

  [[nodiscard]] element from_ui(const json::node& ui, depth at);
  [[nodiscard]] element control(const json::node& ui, depth at);
  [[nodiscard]] element question(const place& of, const std::optional<json::node>& ui, depth at);
  [[nodiscard]] element begun(std::string_view format, const std::optional<json::node>& ui, depth at);
  void add_properties(const place& object, depth at, element& to);
  void add_elements(const json::node& ui, depth at, element& to);
  void read_schema(const place& of, depth at, element& to);
  void read_rule(const json::node& rule, element& to);
  void check_rule_asks_about_something(const json::node& rule);
  void choose_renderer(const place& of, element& to);
  [[nodiscard]] bool is_for_scripts(const element& one, std::string_view format) const;
  [[nodiscard]] bool is_offered_to_scripts(const place& of, element& to, std::string_view wanted);
  [[nodiscard]] bool is_question_of_file(const place& of, const element& one);
  [[nodiscard]] bool is_file_in_vain(const place& of, element& at);
  void say_what_it_cannot_be(const place& of, std::string_view wanted, element& to, bool is_plain);
  void add_parts_of_position(const place& of, depth at, element& to);
  void hold_to(std::string schema, std::string_view pointer);
  void read_list(const place& of, depth at, element& to);
  [[nodiscard]] element asked_of_each(const place& items, const element& list, depth at);
  [[nodiscard]] bool is_inside_of_list() const noexcept { return rules_ == &rules_of_entries_; }
  [[nodiscard]] json::node follow(const json::node& says, std::string& at) const;
  [[nodiscard]] std::optional<place> scope(std::string_view scope);
  [[nodiscard]] std::optional<place> property(const place& object, std::string_view key);
  static void add_own_default(place& to);
  [[nodiscard]] std::string suggestion(std::string_view scope);
  [[nodiscard]] bool is_too_much(depth at);
  void tell_what_contradicts_itself(const place& of, element& to);
  void complain(std::string message, std::string details);
  // The fault has no message yet where it says the same.
  void complain(std::string message, std::string details, form_fault fault);
  [[nodiscard]] form_place in_ui(std::string_view below = {}) const { return {true, ui_at_ + std::string(below)}; }
  void number(element& one);

  json::node schema_;
  place scopes_begin_at_;
  const std::map<std::string, std::string>& contradictions_;
  const std::optional<extension_data>& says_;
  resolution renderers_;
  const script_renderers& scripts_;
  site_collector& functions_;
  std::vector<form_rule>* rules_;
  std::vector<form_rule>& rules_of_entries_;
  std::vector<load_error>& errors_;
  std::vector<form_fault>& faults_;
  std::string ui_at_{};  // of the element that is made
  std::unordered_map<std::string, std::size_t> names_{};
  std::unordered_set<const script_renderer*> told_{};
  std::size_t made_ = 0, made_bytes_ = 0;
  std::vector<std::string> also_held_to_{};
  std::vector<std::string> lists_around_{};  // the pointer of each, from the entry of the one around it
  bool is_cut_ = false, has_lists_ = false;
};

}  // namespace tenon::form
