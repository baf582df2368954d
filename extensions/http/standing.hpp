// What would be lost if a connection were closed now to let another one in.
#pragma once

#include <cstdint>

namespace tenon::http1 {

enum class standing : std::uint8_t {
  needed,   // a handler works for it, or another protocol is spoken on it: it stays
  moving,   // a request comes, or an answer goes, or what a handler says is not taken yet
  idle,     // it waits for its next request
  leaving,  // all is said, and only the peer has not closed its side
};

}  // namespace tenon::http1
