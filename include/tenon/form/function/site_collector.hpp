// Finds where a form calls functions, while its elements are made.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/function/function_site.hpp"
#include "tenon/form/function/function_table.hpp"
#include "tenon/form/plan/form_fault.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/element.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Calls beyond these are not made, and an error says so; what they were to check is not taken.
inline constexpr std::size_t most_function_sites = 500;

// A schema, and its pointer in the form's.
struct located_schema {
  json::node schema;
  std::string_view at;
};

class site_collector {
 public:
  // `all` gets the sites in the order of the form.
  site_collector(const function_table& known, std::vector<function_site>& all, std::vector<load_error>& errors,
                 std::vector<form_fault>& faults)
      : known_(known), all_(all), errors_(errors), faults_(faults) {}

  // The keywords of a question, or of a group, whose schema that is, with and without its reference followed. Sets of
  // the element what follows from them.
  void look_at(std::initializer_list<located_schema> schemas, element& at);
  // Inside of a list no function is called: where one would have to be it is an error, and a note to the element.
  [[nodiscard]] bool is_called_in_vain(std::initializer_list<located_schema> schemas, element& at);

  // `x-validate` where no element can be: inside of `items`, `allOf`, `if` and so on. It is an error, and nothing that
  // it should have checked is taken.
  void look_for_lost(const json::node& root);

 private:
  void found(std::string_view keyword, const json::node& value, std::string where, element& at);
  void walk(const json::node& root, const json::node& schema, const std::string& where, bool is_reached,
            std::size_t depth);
  void complain(std::string message, std::string details);
  void add_fault_of(std::string_view why, std::string advice, std::string where);

  const function_table& known_;
  std::vector<function_site>& all_;
  std::vector<load_error>& errors_;
  std::vector<form_fault>& faults_;
  std::set<std::pair<std::string_view, std::string>> seen_{};
  std::size_t steps_ = 0;
  bool is_lost_ = false;
};

}  // namespace tenon::form
