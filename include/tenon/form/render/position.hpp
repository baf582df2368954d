// Where something is: what a question of the format `gps` asks for.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/element.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

inline constexpr std::string_view position_format = "gps";

// In the order in which they are asked for, and in which they stand in a text.
struct position_part {
  std::string_view key, title, description;
  std::string_view least, most;  // as JSON; empty: there is none
};
inline constexpr std::array position_parts{
    position_part{"latitude", "Latitude", "In degrees, negative in the south.", "-90", "90"},
    position_part{"longitude", "Longitude", "In degrees, negative in the west.", "-180", "180"},
    position_part{"altitude", "Altitude", "In metres.", "", ""},
    position_part{"accuracy", "Accuracy", "In metres.", "0", ""},
};

// What an object with a position holds, where its schema does not say so itself. It lives as long as the program.
[[nodiscard]] json::node schema_of_position();
// Likewise, to be held against: both of the first two have to be there, and with `ranges` each part in its own.
[[nodiscard]] std::string schema_to_hold_position(bool ranges);

// It lists a latitude and a longitude, each a number.
[[nodiscard]] bool has_parts_of_position(const element& asked);
// One that the framework draws, and whose answer is a text.
[[nodiscard]] bool is_position_text(const element& asked);

// As they are typed, each in its field.
using typed_position = std::array<std::string, position_parts.size()>;

// What fields, or a client that sends a text, say: of a question that stands twice, each of those that say something.
[[nodiscard]] std::vector<typed_position> positions_in(std::span<const std::string> typed);

// A URI after RFC 5870, `geo:-1.2921,36.8219,1661;u=5`, or what is wrong.
struct position_text {
  std::string uri{};
  std::string_view wrong{};
};
[[nodiscard]] position_text position_of(const typed_position& typed);

}  // namespace tenon::form
