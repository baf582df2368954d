#include "tenon/form/function/function_table.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/report.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/type_name.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

const reflect::named_slot* field_of(const form_function_row& of, std::string_view parameter) {
  for (const reflect::named_slot& one : reflect::as<reflect::aggregate_type>(*of.parameters.of).fields)
    if (json::spells(one.name, parameters_wire.keys, parameter)) return &one;
  return nullptr;
}

bool is_of_type(std::string_view declared, const reflect::slot& field) {
  const std::string_view has = json::type_name(field);
  const bool is_known = declared == "boolean" || declared == "integer" || declared == "number" || declared == "array" ||
                        declared == "object" || declared == "string";
  return has == json::any_type || !is_known || declared == has || (declared == "integer" && has == "number") ||
         (declared == "number" && has == "integer");
}

std::string quoted(std::string_view before, std::string_view word) {
  return std::string(before).append(" '").append(shown(word)).append("'");
}

std::string titled(const form_function_row& of) { return std::string(of.name).append(" of ").append(of.extension); }

std::string suggestion(std::string_view wrong, const form_function_row& of) {
  std::vector<std::string> known;
  for (const reflect::named_slot& one : reflect::as<reflect::aggregate_type>(*of.parameters.of).fields)
    known.push_back(json::spelt(one.name, parameters_wire.keys));
  const std::string_view meant = nearest(wrong, known);
  return meant.empty() ? std::string(".") : quoted(". Did you mean", meant).append("?");
}

}  // namespace

std::string declaration_problem(const std::vector<function_parameter>& declared, const form_function_row& has) {
  if (declared.empty()) return {};
  const std::string of = titled(has);
  for (const function_parameter& one : declared) {
    const reflect::named_slot* field = field_of(has, one.name);
    if (field == nullptr)
      return quoted("it declares the parameter", one.name).append(", and ").append(of).append(" has none of that name");
    if (!is_of_type(one.type, *field))
      return quoted("it declares the parameter", one.name)
          .append(" as ")
          .append(shown(one.type))
          .append(", and that of ")
          .append(of)
          .append(" is ")
          .append(json::type_name(*field));
    if (!one.required && reflect::has_to_be_said(*field))
      return quoted("it declares that the parameter", one.name)
          .append(" may be left out, and ")
          .append(of)
          .append(" needs it");
  }
  for (const reflect::named_slot& field : reflect::as<reflect::aggregate_type>(*has.parameters.of).fields) {
    const std::string name = json::spelt(field.name, parameters_wire.keys);
    if (reflect::has_to_be_said(field) &&
        std::ranges::find(declared, name, &function_parameter::name) == declared.end())
      return quoted("it does not declare the parameter", name).append(", which ").append(of).append(" needs");
  }
  return {};
}

std::string parameters_problem(const function_use& says, const form_function_row& of) {
  for (const auto& [name, value] : says.parameters)
    if (field_of(of, name) == nullptr)
      return quoted("it is given the parameter", name)
          .append(", and ")
          .append(titled(of))
          .append(" has none of that name")
          .append(suggestion(name, of));
  for (const reflect::named_slot& field : reflect::as<reflect::aggregate_type>(*of.parameters.of).fields) {
    const std::string name = json::spelt(field.name, parameters_wire.keys);
    const auto is_it = [&](const auto& one) { return one.first == name; };
    if (reflect::has_to_be_said(field) && std::ranges::none_of(says.parameters, is_it))
      return quoted("it is not given the parameter", name).append(", which ").append(titled(of)).append(" needs.");
  }
  return {};
}

function_table::function_table(std::span<const form_function_row> brought, const std::optional<extension_data>& says,
                               std::vector<load_error>& errors)
    : brought_(brought) {
  if (!says) return;
  for (const auto& [key, one] : says->functions) {
    const auto found = std::ranges::find(brought_, one.name, &form_function_row::name);
    if (found == brought_.end()) continue;
    std::string why = declaration_problem(one.parameters, *found);
    if (why.empty()) continue;
    errors.push_back(
        {"function_load_error", std::string("Failed to load function ").append(key).append(": ").append(why),
         std::string(one.origin).append(": correct its 'parameters' there, or the members of the function.")});
    refused_.emplace(one.name, std::move(why));
  }
}

const form_function_row* function_table::find(std::string_view name, std::string& why) const {
  if (const auto refused = refused_.find(name); refused != refused_.end()) {
    why = refused->second;
    return nullptr;
  }
  const auto found = std::ranges::find(brought_, name, &form_function_row::name);
  if (found != brought_.end()) return &*found;
  why = std::string("Function \"").append(shown(name)).append("\" not found. Available: ");
  for (const form_function_row& one : brought_) why.append(&one == brought_.data() ? "" : ", ").append(one.name);
  why.append(brought_.empty() ? "none." : ".");
  return nullptr;
}

}  // namespace tenon::form
