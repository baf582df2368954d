// JSON Schema, 2020-12, from types: for editors and other tools that want to know what a text may say.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::json {

// A member of an object, and a value of its type as it is made, whose parts stand as defaults. The value may have
// changed afterwards.
struct schema_member {
  std::string name;
  reflect::slot place;
  void* defaults = nullptr;
};

// The schema of an object of these members, all of which may be left out, and no others but `$schema`. What a range of
// lengths of time means stands in the description: a schema can only say it of numbers. A length of text is in
// characters there and in bytes here, so a schema may let one in that is too long. What holds a secret has no default
// and is `writeOnly`; `x-restart` says that a change takes effect when the extension starts anew.
[[nodiscard]] std::string schema(std::string_view title, std::span<const schema_member> members);

// What a schema is for: a setting; an argument, of which a client may leave out what has a default, and say more than
// is read; or a result, which is there as a whole but for what is optional. The latter two have the wire's spelling.
enum class schema_use : std::uint8_t { setting, argument, result };

// The schema of one value, in one line. `defaults` may be null: then nothing is said of them.
[[nodiscard]] std::string schema_of(const reflect::slot& place, void* defaults, schema_use use);

}  // namespace tenon::json
