// An answer, as bytes.
#pragma once

#include <cstdint>

#include "buffer.hpp"
#include "date_line.hpp"
#include "tenon/word/response.hpp"

namespace tenon::http1 {

// What the answer says of the connection.
enum class persistence : std::uint8_t {
  implied,  // HTTP/1.1 stays open without a word
  stated,   // HTTP/1.0 stays open only if it is told so
  closes,
};

// Appends the whole answer, which `fault_of` finds nothing wrong with. `without_body`: the answer to HEAD, whose length
// is told all the same.
void append_answer(buffer& out, const response& answer, const date_line& date, persistence then, bool without_body);

}  // namespace tenon::http1
