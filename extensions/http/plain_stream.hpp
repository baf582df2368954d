// A connection's bytes over TCP.
#pragma once

#include "contract.hpp"

namespace tenon::http1 {

// Owns the socket, also when it throws.
[[nodiscard]] std::unique_ptr<byte_stream> make_plain_stream(void*, boost::asio::io_context& io, int socket,
                                                             stream_user& user);

}  // namespace tenon::http1
