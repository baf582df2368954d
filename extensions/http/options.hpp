// What the HTTP/1.1 door can be told. It is a plain struct, so that a server can be made of it without an app.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tenon/word/byte_size.hpp"

namespace tenon::http1 {

struct options {
  bool listen = true;  // false: no port of its own; only what others bring (tls) is served
  std::string address =
      "127.0.0.1";  // an IP address; "localhost" counts as 127.0.0.1; "::" is every address of the machine
  int port = 8080;  // 0: the system chooses a free one

  int threads = 1;               // that serve connections; a connection stays with its thread
  int workers = 8;               // most threads for work that blocks; started when they are needed
  int max_connections = 10'000;  // one more is answered with 503

  byte_size header_limit{16'384};   // the request line and all header fields together; above: 431
  byte_size target_limit{8'000};    // the request target; above: 414
  int field_limit = 100;            // header fields of one request; above: 431
  byte_size body_limit{1'048'576};  // a body, without the chunking; it is kept in memory; above: 413

  std::chrono::milliseconds header_timeout{10'000};  // for a whole header, and for a TLS handshake; after: 408
  std::chrono::milliseconds body_timeout{30'000};    // for a whole body; after: 408
  std::chrono::milliseconds idle_timeout{60'000};    // between two requests of one connection; after: it is closed
  std::chrono::milliseconds write_timeout{30'000};   // in which the peer takes none of an answer; after: it is closed
  std::chrono::milliseconds linger_timeout{2'000};   // that a peer has to close its side after the last answer
  std::chrono::milliseconds drain_timeout{10'000};   // that requests inside have to finish when the door closes
};

// A sentence for each value that cannot work; none: all can.
[[nodiscard]] std::vector<std::string> problems(const options& given);

}  // namespace tenon::http1
