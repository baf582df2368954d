// What a program is made of, as the built-in functions give it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tenon/call/function_row.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/word/status.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon_operations {

struct program_facts {
  std::string product{}, version{};  // tenon itself
  std::string extension_impl{};      // name and version of what stands behind the alias; empty: nothing does
  std::size_t extensions = 0;
  tenon::timestamp server_time{}, server_boot_time{};
};
[[nodiscard]] program_facts about_program(std::span<const tenon::extension_facts> extensions, tenon::timestamp booted);

struct listed_function {
  std::string name{};  // whole, as in hello::helloWorld
  std::string doc{};
  bool admin = false, su = false, no_side_effects = false;
  std::string signature{};  // (subject: string = "World") -> string
};
[[nodiscard]] std::vector<listed_function> list_functions(std::span<const tenon::call::function_row> functions);

struct listed_extension {
  std::string name{}, version{}, kind{}, type{};
  std::string ext_status{};  // ok or fault, or a word of the lifecycle between
  std::string status_msg{};
  std::optional<tenon::timestamp> since{};  // of a fault, or of being held
};
[[nodiscard]] listed_extension list_extension(const tenon::extension_facts& facts, const tenon::status_record& status);

struct listed_lib {
  std::string name{}, version{}, doc{};
  std::vector<std::string> depends{};  // "http 1.x.x"
};
[[nodiscard]] std::vector<listed_lib> list_libs(std::span<const tenon::extension_facts> extensions);

}  // namespace tenon_operations
