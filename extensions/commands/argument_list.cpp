#include "argument_list.hpp"

#include <cstddef>
#include <utility>

#include "tenon/json/key.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/expectation.hpp"

namespace tenon_commands {

namespace {

using tenon::reflect::aggregate_type;

struct arguments_of {
  const aggregate_type& type;
  std::vector<listed_argument>& to;
};
void add_arguments(void* context, const void* defaults) {
  const arguments_of& all = *static_cast<const arguments_of*>(context);
  void* places[tenon::reflect::most_places]{};
  all.type.places(const_cast<void*>(defaults), places);
  for (std::size_t i = 0; i < all.type.fields.size(); ++i) {
    const tenon::reflect::named_slot& field = all.type.fields[i];
    listed_argument one{.name = tenon::json::spelt(field.name, tenon::json::keys::camel),
                        .type = tenon::reflect::expected(field),
                        .required = field.wears->required,
                        .doc = std::string(field.wears->told.doc.view())};
    const bool absent = field.of->is == tenon::reflect::kind::optional &&
                        tenon::reflect::as<tenon::reflect::optional_type>(*field.of).get(places[i]) == nullptr;
    if (!one.required && !absent)
      one.value = tenon::json::raw{
          field.wears->secret ? "\"***\"" : tenon::json::written(field, places[i], tenon::json::camel_case)};
    all.to.push_back(std::move(one));
  }
}

}  // namespace

std::vector<listed_argument> listed_arguments(const tenon::reflect::slot& arguments,
                                              decltype(tenon::call::function_row::with_defaults) with_defaults) {
  std::vector<listed_argument> out;
  arguments_of all{tenon::reflect::as<aggregate_type>(*arguments.of), out};
  with_defaults(&all, add_arguments);
  return out;
}

std::string shown(const std::vector<listed_argument>& arguments) {
  std::string text;
  for (const listed_argument& one : arguments) {
    text.append(text.empty() ? "" : ", ").append(one.name);
    if (one.value)
      text.append(" = ").append(one.value->text);
    else if (!one.required)
      text.append("?");
  }
  return text;
}

}  // namespace tenon_commands
