// The functions that every program has: what it is, what it is made of, how it does, and its settings.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "listings.hpp"
#include "openapi.hpp"
#include "setting_values.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/function.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon_operations {

struct about {
  static constexpr auto function =
      tenon::function{.name = "about", .doc = "What this program is, and what time it has.", .no_side_effects = true};
};
struct ops {
  static constexpr auto function =
      tenon::function{.name = "ops", .doc = "Every function that can be called.", .no_side_effects = true};
};
struct exts {
  static constexpr auto function = tenon::function{
      .name = "exts", .doc = "Every extension, in start order, and how it does.", .no_side_effects = true};
};
struct libs {
  static constexpr auto function = tenon::function{
      .name = "libs", .doc = "Every extension with its version and what it needs.", .no_side_effects = true};
};
struct ext_settings {
  static constexpr auto function = tenon::function{
      .name = "extSettings", .doc = "The settings of an extension.", .admin = true, .no_side_effects = true};
  tenon::required<std::string> name;
  tenon::field<bool, {.doc = "Whether an extension that is not there is an error, and not null."}> checked = true;
};
struct ext_settings_update {
  static constexpr auto function = tenon::function{
      .name = "extSettingsUpdate", .doc = "Changes settings of an extension, and gives all of them.", .admin = true};
  tenon::required<std::string> name;
  tenon::required<tenon::field<tenon::json::raw, {.doc = "A JSON merge patch: null takes a stored change back."}>>
      changes;
};
struct is_steady_state {
  static constexpr auto function = tenon::function{
      .name = "isSteadyState", .doc = "Whether the program has been ready for a while.", .no_side_effects = true};
};
struct openapi {
  static constexpr auto function =
      tenon::function{.name = "openapi", .doc = "The OpenAPI 3.1 document of this program.", .no_side_effects = true};
};

}  // namespace tenon_operations

struct operations {
  static constexpr auto manifest =
      tenon::manifest{.name = "operations", .version = "1.0.0", .doc = "The functions that every program has."};
  using functions =
      tenon::functions<tenon_operations::about, tenon_operations::ops, tenon_operations::exts, tenon_operations::libs,
                       tenon_operations::ext_settings, tenon_operations::ext_settings_update,
                       tenon_operations::is_steady_state, tenon_operations::openapi>;

  explicit operations(const tenon::boot<operations>& boot) : settings_(boot.environment().settings_store) {}

  tenon_operations::program_facts call(const tenon_operations::about&, auto& ctx) const {
    return tenon_operations::about_program(ctx.extensions(), booted_);
  }
  std::vector<tenon_operations::listed_function> call(const tenon_operations::ops&, auto& ctx) const {
    return tenon_operations::list_functions(ctx.functions());
  }
  std::vector<tenon_operations::listed_extension> call(const tenon_operations::exts&, auto& ctx) const {
    std::vector<tenon_operations::listed_extension> out;
    for (std::size_t rank = 0; rank < ctx.extensions().size(); ++rank)
      out.push_back(tenon_operations::list_extension(ctx.extensions()[rank], ctx.status_of(rank)));
    return out;
  }
  std::vector<tenon_operations::listed_lib> call(const tenon_operations::libs&, auto& ctx) const {
    return tenon_operations::list_libs(ctx.extensions());
  }
  tenon::json::raw call(const tenon_operations::ext_settings& arguments, auto& ctx) const {
    return tenon_operations::values(settings_, arguments.name, arguments.checked, ctx.extensions());
  }
  tenon::json::raw call(const tenon_operations::ext_settings_update& arguments, auto& ctx) const {
    tenon_operations::change(settings_, arguments.name, arguments.changes.get().text);
    ctx.log().info(std::string("settings of ").append(arguments.name).append(" changed by extSettingsUpdate"));
    return tenon_operations::values(settings_, arguments.name, true, ctx.extensions());
  }
  bool call(const tenon_operations::is_steady_state&, auto& ctx) const { return ctx.is_steady(); }
  tenon::json::raw call(const tenon_operations::openapi&, auto& ctx) const {
    return {tenon_operations::openapi_document(
        {ctx.functions(), ctx.drivers(), ctx.routes(), tenon_operations::project_of(settings_)})};
  }

 private:
  tenon::settings::store* settings_;  // null where the program keeps none that can be changed
  tenon::timestamp booted_ = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
};
