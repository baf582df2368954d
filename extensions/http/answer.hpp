// An answer, as bytes.
#pragma once

#include <cstdint>
#include <string_view>

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

// How the peer sees where the body ends.
enum class framing : std::uint8_t {
  length,
  chunked,      // in pieces
  until_close,  // in pieces, in HTTP/1.0
};

// Appends the whole answer, which `fault_of` finds nothing wrong with. `without_body`: the answer to HEAD, whose length
// is told all the same.
void append_answer(buffer& out, const response& answer, const date_line& date, persistence then, bool without_body,
                   framing how = framing::length);

// One piece of a body that is chunked, and its end. An empty piece would be the end, and adds nothing.
void append_chunk(buffer& out, std::string_view piece);
void append_last_chunk(buffer& out);

}  // namespace tenon::http1
