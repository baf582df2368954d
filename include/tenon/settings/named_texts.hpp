// Fields from texts with their names, as a query has them, or a command line: without quotes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tenon/reflect/type.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::settings {

using named_text = std::pair<std::string, std::string>;

enum class unknown_names : std::uint8_t { ignored, refused };

// Sets the fields of the aggregate at `to`, whose names are spelt as on the wire (`maxItems`): texts stand as they are,
// lists and objects as JSON. A field without a text keeps its value; a finding says where one is required, where a name
// comes twice, or where a text does not fit, with the pointer to it.
void read_named_texts(std::span<const named_text> given, unknown_names unknown, const reflect::slot& place, void* to,
                      std::vector<finding>& findings);

}  // namespace tenon::settings
