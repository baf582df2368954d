#include "listings.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "parameter_type.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type.hpp"

namespace tenon_drivers {

namespace {

using tenon::call::interface_row, tenon::call::method_row;
using tenon::reflect::aggregate_type, tenon::reflect::as, tenon::reflect::named_slot;

std::optional<std::string> said(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

// As a declaration of the original has them, key by key.
struct parameter {
  std::string type{};
  std::optional<std::string> subtype{}, description{};
  std::optional<bool> unsigned_{}, required{}, optional{};
};
struct result {
  std::string type{};
};
struct method {
  std::string description{};
  std::optional<std::string> default_parameter{};
  std::map<std::string, tenon_drivers::parameter> parameters{};
  tenon_drivers::result result{};
};
struct specification {
  std::string description{};
  std::map<std::string, method> methods{};
  std::optional<std::vector<std::string>> drivers{};
};

parameter listed(const named_slot& field) {
  const parameter_type type = parameter_type_of(field);
  parameter out{.type = std::string(type.name()),
                .subtype = said(type.subtype),
                .description = said(field.wears->told.doc.view())};
  if (type.is_unsigned) out.unsigned_ = true;
  (tenon::reflect::has_to_be_said(field) ? out.required : out.optional) = true;
  return out;
}

// `*` is what the original calls a parameter that has all of them.
std::string name_of(const named_slot& field, const method_row& row) {
  std::string name = tenon::json::spelt(field.name, tenon::json::keys::camel);
  return !row.all_arguments.empty() && name == row.all_arguments ? "*" : name;
}

method listed(const method_row& row) {
  method out{.description = std::string(row.doc), .default_parameter = said(row.default_parameter)};
  for (const named_slot& field : as<aggregate_type>(*row.arguments.of).fields)
    out.parameters[name_of(field, row)] = listed(field);
  out.result.type = row.streams        ? "stream"
                    : row.gives_result ? std::string(parameter_type_of(row.result).name())
                                       : "void";
  return out;
}

specification listed(const interface_row& row) {
  specification out{.description = std::string(row.doc)};
  for (const method_row& one : row.methods) out.methods[std::string(one.name)] = listed(one);
  return out;
}

struct nothing {};
struct module_entry {
  specification spec{};
  std::map<std::string, nothing> implementors{};
};
struct service_entry {
  std::string name{};
  std::vector<std::string> traits{};
};
struct modules {
  std::map<std::string, module_entry> interfaces{};
  std::optional<std::vector<service_entry>> services{};
};

std::vector<service_entry> services(const driver_registry& drivers) {
  std::map<std::string, std::vector<std::string>> by_name;
  for (const auto& [name, interface] : drivers.all())
    for (const auto& [driver, what] : interface.drivers) by_name[driver].push_back(name);
  std::vector<service_entry> out;
  for (const auto& [name, traits] : by_name) out.push_back({name, traits});
  return out;
}

struct used {
  std::map<std::string, std::string> service{};
  std::int64_t calls = 0;
};
struct usages_of_all {
  std::vector<used> user{};
  std::map<std::string, std::vector<used>> apps{};
  std::map<std::string, nothing> app_objects{};
  std::vector<nothing> usages{};
};

}  // namespace

std::string interface_list(const driver_registry& drivers) {
  std::map<std::string, specification> out;
  for (const auto& [name, interface] : drivers.all()) {
    specification& one = out[name] = listed(interface.row);
    one.drivers.emplace();
    for (const auto& [driver, what] : interface.drivers) one.drivers->push_back(driver);
  }
  return tenon::json::to_text(out);
}

std::string module_list(const driver_registry& drivers, const grants& rights, const tenon::passport& who) {
  const bool sees_all = who.role != tenon::role::user;
  modules out;
  for (const auto& [name, interface] : drivers.all()) {
    if (interface.row.no_sdk) continue;
    module_entry one{.spec = listed(interface.row)};
    for (const auto& [driver, what] : interface.drivers)
      if (rights.allow(who, what.row)) one.implementors[driver];
    if (sees_all || !one.implementors.empty()) out.interfaces[name] = std::move(one);
  }
  if (sees_all) out.services = services(drivers);
  return tenon::json::to_text(out);
}

std::string usage_list(const std::vector<usage::row>& rows) {
  usages_of_all out;
  for (const usage::row& one : rows)
    (one.app.empty() ? out.user : out.apps[one.app])
        .push_back({{{"driver.interface", one.interface},
                     {"driver.implementation", one.driver},
                     {"driver.method", one.method}},
                    one.calls});
  return tenon::json::to_text(out);
}

}  // namespace tenon_drivers
