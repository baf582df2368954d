// A connection's bytes over TLS over TCP.
#pragma once

#include "tenon/contract/http.hpp"

namespace tenon::tls_door {

// `context` is an SSL_CTX that outlives the stream. Owns the socket, also when it throws.
[[nodiscard]] std::unique_ptr<http1::byte_stream> make_tls_stream(void* context, boost::asio::io_context& io,
                                                                  int socket, http1::stream_user& user);

}  // namespace tenon::tls_door
