#include "listings.hpp"

#include <chrono>
#include <string_view>

#include "tenon/call/rows_named.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/type_name.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/framework.hpp"

namespace tenon_operations {

namespace {

using namespace tenon::reflect;

bool is_absent(const named_slot& field, const void* at) {
  return field.of->is == kind::optional && as<optional_type>(*field.of).get(at) == nullptr;
}

struct printing {
  const aggregate_type& arguments;
  std::string& out;
};
void print_arguments(void* context, const void* defaults) {
  const printing& to = *static_cast<const printing*>(context);
  void* places[most_places]{};
  to.arguments.places(const_cast<void*>(defaults), places);
  for (std::size_t i = 0; i < to.arguments.fields.size(); ++i) {
    const named_slot& field = to.arguments.fields[i];
    const bool absent = is_absent(field, places[i]);
    to.out.append(i == 0 ? "" : ", ").append(tenon::json::spelt(field.name, tenon::json::keys::camel));
    to.out.append(absent ? "?: " : ": ").append(tenon::json::type_name(field));
    if (!absent && !field.wears->required && !field.wears->secret)
      to.out.append(" = ").append(tenon::json::written(field, places[i], tenon::json::camel_case));
  }
}

std::string signature_of(const tenon::call::function_row& one) {
  std::string out = "(";
  printing to{as<aggregate_type>(*one.arguments.of), out};
  one.with_defaults(&to, &print_arguments);
  return out.append(") -> ").append(one.gives_result ? tenon::json::type_name(one.result) : "null");
}

}  // namespace

program_facts about_program(std::span<const tenon::extension_facts> extensions, tenon::timestamp booted) {
  program_facts out{.product = "tenon",
                    .version = std::string(tenon::framework_version),
                    .extensions = extensions.size(),
                    .server_time = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
                    .server_boot_time = booted};
  for (const tenon::extension_facts& one : extensions)
    if (one.implementation) out.extension_impl.append(one.manifest.name).append(" ").append(one.manifest.version);
  return out;
}

std::vector<listed_function> list_functions(std::span<const tenon::call::function_row> functions) {
  std::vector<listed_function> out;
  for (const tenon::call::function_row& one : functions)
    out.push_back({.name = tenon::call::whole_name(one),
                   .doc = std::string(one.doc),
                   .admin = one.admin || one.su,
                   .su = one.su,
                   .no_side_effects = one.no_side_effects,
                   .signature = signature_of(one)});
  return out;
}

listed_extension list_extension(const tenon::extension_facts& facts, const tenon::status_record& record) {
  const tenon::extension_status status = record.status;
  listed_extension out{.name = std::string(facts.manifest.name),
                       .version = std::string(facts.manifest.version),
                       .kind = std::string(facts.kind()),
                       .type = std::string(facts.type),
                       .ext_status = std::string(to_string(status))};
  // Of these two alone it may be read, whatever other threads do.
  if (status == tenon::extension_status::fault || status == tenon::extension_status::held) {
    out.status_msg = record.message;
    out.since = std::chrono::floor<std::chrono::milliseconds>(record.since);
  }
  return out;
}

std::vector<listed_lib> list_libs(std::span<const tenon::extension_facts> extensions) {
  std::vector<listed_lib> out;
  for (const tenon::extension_facts& one : extensions) {
    listed_lib made{.name = std::string(one.manifest.name),
                    .version = std::string(one.manifest.version),
                    .doc = std::string(one.manifest.doc)};
    for (const tenon::need& need : one.manifest.needs)
      made.depends.push_back(std::string(need.name).append(" ").append(need.versions));
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace tenon_operations
