#include "driver_registry.hpp"

#include <span>
#include <utility>

#include "tenon/call/driver_name.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon_drivers {

namespace {

std::string_view nearest_key(const auto& map, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& [key, value] : map) names.push_back(key);
  return tenon::nearest(name, std::span<const std::string_view>(names));
}

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::server_misconfigured, std::move(message));
}

}  // namespace

const driver_registry::driver* driver_registry::known_interface::find(std::string_view name) const {
  const auto found = drivers.find(name);
  return found == drivers.end() ? nullptr : &found->second;
}

const driver_registry::driver* driver_registry::known_interface::meant_by(std::string_view name) const {
  if (!name.empty()) return find(name);
  if (const driver* of_that_name = find(row.name)) return of_that_name;
  return drivers.size() == 1 ? &drivers.begin()->second : nullptr;
}

std::optional<std::size_t> driver_registry::known_interface::method(std::string_view name) const {
  for (std::size_t i = 0; i < row.methods.size(); ++i)
    if (row.methods[i].name == name) return i;
  return std::nullopt;
}

std::string driver_registry::known_interface::method_names() const {
  std::string out;
  for (const tenon::call::method_row& one : row.methods) out.append(out.empty() ? "" : ", ").append(one.name);
  return out;
}

std::string_view driver_registry::known_interface::nearest_driver(std::string_view name) const {
  return nearest_key(drivers, name);
}

driver_registry::driver_registry(const tenon::call::driver_door& composed) {
  for (const tenon::call::driver_row& row : composed.rows)
    add(driver{
        row,
        [composed, &row](std::size_t method, const tenon::call::caller& by) { return composed.call(row, method, by); },
        [composed, &row] { return composed.is_available(row); }, nullptr});
}

driver_registry::known_interface& driver_registry::add(const tenon::call::interface_row& row) {
  known_interface& known = all_.try_emplace(std::string(row.name), known_interface{row}).first->second;
  // Two of one spelling may still be two, in two files.
  if (known.row.type != row.type || known.row.methods.data() != row.methods.data())
    refuse(std::string("two types are interfaces named ")
               .append(row.name)
               .append(": ")
               .append(known.row.type)
               .append(" and ")
               .append(row.type)
               .append(". Rename one of them, or use one type for both, which stands in a contract."));
  return known;
}

void driver_registry::add(driver what) {
  known_interface& known = add(what.row.of);
  std::string name(what.row.name);
  const auto [at, is_new] = known.drivers.try_emplace(std::move(name), std::move(what));
  if (!is_new)
    refuse(std::string("the interface ")
               .append(known.row.name)
               .append(" has a driver named ")
               .append(at->first)
               .append(" already, of ")
               .append(at->second.row.extension)
               .append(". Give one of them another name."));
  at->second.row.name = at->first;  // which lives as long as it
}

void driver_registry::add(tenon::call::created_driver what, origin from) {
  if (const std::string_view problem = tenon::call::driver_name_problem(what.name); !problem.empty())
    refuse(std::string(from.extension)
               .append(" makes a driver named `")
               .append(what.name)
               .append("`, a name that ")
               .append(problem)
               .append(". Write it as in no-frills."));
  if (what.options.most_calls != 0 && what.options.within_seconds == 0)
    refuse(std::string(from.extension)
               .append(" lets its driver ")
               .append(what.name)
               .append(" be called so often in 0 seconds, which limits nothing. Give .within_seconds a number."));
  for (const tenon::call::method_row& one : what.of.methods)
    if (one.streams)
      refuse(std::string(from.extension)
                 .append(" makes a driver of ")
                 .append(what.of.name)
                 .append(" while the program runs, and ")
                 .append(one.name)
                 .append(" of that gives its result in pieces, which may outlast who made it. Put it into `drivers`."));
  auto options = std::make_unique<const tenon::driver_options>(what.options);
  tenon::call::driver_row row{.name = what.name,
                              .doc = options->doc.view(),
                              .extension = from.extension,
                              .version = from.version,
                              .of = what.of,
                              .to = options->to,
                              .most_calls = options->most_calls,
                              .within_seconds = options->within_seconds};
  add(driver{row,
             [call = std::move(what.call), visit = std::move(from.visit)](
                 std::size_t method, const tenon::call::caller& by) { return visit([&] { call(method, by); }); },
             std::move(from.runs), std::move(options)});
}

const driver_registry::known_interface* driver_registry::find(std::string_view interface) const {
  const auto found = all_.find(interface);
  return found == all_.end() ? nullptr : &found->second;
}

std::string_view driver_registry::nearest(std::string_view interface) const { return nearest_key(all_, interface); }

}  // namespace tenon_drivers
