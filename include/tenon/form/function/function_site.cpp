#include "tenon/form/function/function_site.hpp"

#include <algorithm>
#include <exception>
#include <unordered_set>
#include <utility>

#include "tenon/form/bundle.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/value_template.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/reflect/search.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

// More of them nobody chooses from, and a page has to hold them.
constexpr std::size_t most_choices = 5'000;

load_error failure(const function_site& of, std::string_view why) {
  return {"function_load_error",
          std::string("Failed to load function ").append(of.says ? of.says->function : "").append(": ").append(why),
          std::string(of.keyword).append(" of ").append(of.pointer.empty() ? "the form" : of.pointer)};
}

std::string plain_text(const std::string& json) {
  std::vector<finding> ignored;
  const auto read = json::tree::parse(json, {.max_bytes = most_json_bytes, .max_depth = 64}, ignored);
  return read ? as_typed(read->root()) : json;
}

// Parameters as JSON, with what was said in their places.
class parameter_writer {
 public:
  explicit parameter_writer(const form_values& with) : with_(with) {}

  // False: `missing` is a place where nothing was said.
  bool write(const node& value, std::string& to) {
    if (value.is_text()) return text(value.text(), to);
    const bool is_object = value.is_object();
    if (!is_object && value.kind() != node_kind::list) {
      to.append(value.as_json());
      return true;
    }
    to.append(is_object ? "{" : "[");
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) to.append(",");
      if (is_object) json::write_string(value.key(i), to);
      if (is_object) to.append(":");
      if (!write(value[i], to)) return false;
    }
    to.append(is_object ? "}" : "]");
    return true;
  }

  std::string missing{};

 private:
  bool text(std::string_view written, std::string& to) {
    std::string ignored, whole;
    const std::optional<value_template> read = value_template::read(written, ignored);
    for (const value_template::part& one : read->parts()) {
      if (!one.is_place) {
        whole.append(one.text);
        continue;
      }
      const std::optional<std::string> said = with_.find(one.text);
      if (!said) {
        missing = one.text;
        return false;
      }
      if (read->is_one_place()) {
        to.append(*said);
        return true;
      }
      whole.append(plain_text(*said));
    }
    json::write_string(whole, to);
    return true;
  }

  const form_values& with_;
};

bool is_needed(const form_function_row& by, std::string_view parameter) {
  for (const reflect::named_slot& one : reflect::as<reflect::aggregate_type>(*by.parameters.of).fields)
    if (json::spells(one.name, parameters_wire.keys, parameter)) return reflect::has_to_be_said(one);
  return false;
}

}  // namespace

std::string result_problem(std::string_view keyword, const form_function_row& of) {
  reflect::slot result = of.result;
  if (result.of->is == reflect::kind::optional) result = reflect::inner_of(result);
  const reflect::kind is = result.of->is;
  if (is == reflect::kind::raw || keyword == computed_keyword) return {};
  const bool is_text = is == reflect::kind::text || is == reflect::kind::view;
  const bool is_good =
      keyword == validate_keyword ? is == reflect::kind::boolean || is_text : is == reflect::kind::list;
  if (is_good) return {};
  return std::string("it gives ")
      .append(result.of->name)
      .append(keyword == validate_keyword ? ", and x-validate needs bool or a text that says what is wrong"
                                          : ", and x-dynamicEnum needs a list");
}

function_outcome called(const function_site& of, const form_values& with) {
  using state = function_outcome::state;
  if (of.calls == nullptr || !of.says) return {state::failed, {}, {}, failure(of, "it cannot be called")};
  parameter_writer writer(with);
  std::string parameters = "{";
  for (const auto& [name, value] : of.says->parameters) {
    const std::size_t before = parameters.size();
    if (before > 1) parameters.append(",");
    json::write_string(name, parameters);
    parameters.append(":");
    if (writer.write(value, parameters)) continue;
    if (is_needed(*of.calls, name)) return {state::waits, {}, writer.missing, {}};
    parameters.resize(before);
  }
  parameters.append("}");
  std::vector<finding> wrong;
  try {
    if (std::optional<std::string> result = of.calls->call(parameters, wrong))
      return {state::gave, *std::move(result), {}, {}};
    std::string why = "its parameters do not fit: ";
    if (!wrong.empty()) why.append(to_string(wrong.front()));
    return {state::failed, {}, {}, failure(of, why)};
  } catch (const std::exception& thrown) {
    return {state::failed, {}, {}, failure(of, thrown.what())};
  } catch (...) {
    return {state::failed, {}, {}, failure(of, "it threw something that is no std::exception")};
  }
}

std::optional<std::vector<choice>> choices_in(const function_site& of, std::string_view json, load_error& error) {
  std::vector<finding> ignored;
  const auto read = json::tree::parse(json, {.max_bytes = most_json_bytes, .max_depth = 64}, ignored);
  if (!read || read->root().kind() != node_kind::list) {
    error = failure(of, std::string("Function returned ")
                            .append(read ? json::described(read->root().kind()) : "too much")
                            .append(", expected array"));
    return std::nullopt;
  }
  const node all = read->root();
  if (all.size() > most_choices) {
    error = failure(of, "it gave more than 5000 choices");
    return std::nullopt;
  }
  std::vector<choice> out;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::optional<node> constant = all[i].is_object() ? all[i].find("const") : std::optional(all[i]);
    if (!constant || constant->is_object() || constant->kind() == node_kind::list) {
      error = failure(of, "it gave something that is neither a value nor {\"const\", \"title\"}");
      return std::nullopt;
    }
    choice one{.value = as_typed(*constant), .meaning = constant->as_json()};
    if (constant->kind() == node_kind::null || one.value.empty() || !seen.insert(one.value).second) continue;
    one.label = text_of(all[i], "title");
    if (one.label.empty()) one.label = one.value;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace tenon::form
