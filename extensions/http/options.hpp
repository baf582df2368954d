// What the HTTP/1.1 door can be told. It is a plain struct, so that a server can be made of it without an app.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tenon/word/byte_size.hpp"
#include "tenon/word/field.hpp"

namespace tenon::http1 {

// The server is made with its options: whichever changes, it is made anew.
template <facts Facts>
inline constexpr facts restarting = [] {
  facts all = Facts;
  all.restart = true;
  return all;
}();
template <class T, facts Facts>
using option = field<T, restarting<Facts>>;
template <facts Facts>
using count_field = option<int, Facts>;
template <facts Facts>
using size_field = option<byte_size, Facts>;
// Between a millisecond and a day.
template <field_text Doc>
using time_field = option<std::chrono::milliseconds, facts{.doc = Doc, .min = "1ms", .max = "24h"}>;

struct options {
  option<bool, {.doc = "Whether it has a port of its own; without, only what others bring (tls) is served."}> listen =
      true;
  option<std::string, {.doc = "An IP address; localhost is 127.0.0.1, :: every address of the machine."}> address =
      "127.0.0.1";
  count_field<{.doc = "0: the system chooses a free one.", .min = 0, .max = 65'535}> port = 8080;

  count_field<{.doc = "That serve connections; a connection stays with its thread.", .min = 1, .max = 256}> threads = 1;
  count_field<{.doc = "Most threads for work that blocks; started when they are needed.", .min = 1, .max = 1'024}>
      workers = 32;
  count_field<{
      .doc = "One more gets the place of one that is idle or slow; if there is none: 503.", .min = 1, .max = 1'000'000}>
      max_connections = 10'000;
  size_field<{.doc = "In a second, of a request or an answer; slower, a connection has to make room for a new one.",
              .min = "1B",
              .max = "1GiB"}>
      minimal_rate = byte_size{500};
  time_field<"After which the rate of a connection counts."> grace_period = std::chrono::milliseconds(2'000);

  size_field<{.doc = "Request line and header fields together; above: 431.", .min = "256B", .max = "16MiB"}>
      header_limit = byte_size{16'384};
  size_field<{.doc = "The request target; 192 less than header_limit at most; above: 414.", .min = "64B"}>
      target_limit = byte_size{8'000};
  count_field<{.doc = "Header fields of one request; above: 431.", .min = 1, .max = 10'000}> field_limit = 100;
  size_field<{.doc = "A body without its chunking, which is kept in memory; above: 413.", .max = "4GiB"}> body_limit =
      byte_size{1'048'576};

  size_field<{.doc = "A message of a web socket, with all its fragments; above: it is closed with 1009.",
              .min = "125B",
              .max = "1GiB"}>
      message_limit = byte_size{1'048'576};

  time_field<"For a whole header, and for a TLS handshake; after: 408."> header_timeout =
      std::chrono::milliseconds(10'000);
  time_field<"For a whole body; after: 408."> body_timeout = std::chrono::milliseconds(30'000);
  time_field<"Between two requests of a connection; after: it is closed."> idle_timeout =
      std::chrono::milliseconds(60'000);
  time_field<"Without a word from the peer of a web socket; after: it is asked, and after as long again it is closed.">
      ping_timeout = std::chrono::milliseconds(30'000);
  time_field<"In which the peer takes none of an answer; after: it is closed."> write_timeout =
      std::chrono::milliseconds(30'000);
  time_field<"That a peer has to close its side after the last answer."> linger_timeout =
      std::chrono::milliseconds(2'000);
  time_field<"That requests inside have to finish when the door closes."> drain_timeout =
      std::chrono::milliseconds(10'000);
};

// A sentence for each value that cannot work beside the others, where each is in its range; none: all can.
[[nodiscard]] std::vector<std::string> contradictions(const options& given);
// The same, and one for each value out of its range: for those who make options by hand.
[[nodiscard]] std::vector<std::string> problems(const options& given);

}  // namespace tenon::http1
