// A result that is sent while it is made.
#pragma once

#include "tenon/word/header_literal.hpp"
#include "tenon/word/pieces.hpp"

namespace tenon {

// What a method of a driver gives where the interface says `using result = tenon::streamed;`: the client gets the
// pieces as they are, without an envelope. They are made on the connection's thread, once the method has returned, so
// what they need is given to them by value. Failures before that are answered as of any method; what the pieces throw
// breaks the answer off.
//   tenon::streamed call(printer, const prints::page& arguments) { return {"text/csv", lines_of(arguments.title)}; }
struct streamed {
  header_literal content_type;
  pieces body;
};

}  // namespace tenon
