// What the door itself refuses, before a request reaches the app: one row each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon::http1 {

enum class refusal : std::uint8_t {
  none,
  bad_request_line,
  bad_target_form,
  bad_authority,
  bad_target_character,
  bad_escape,
  speaks_tls,
  bad_header_field,
  folded_field,
  bad_content_length,
  repeated_content_length,
  length_and_chunked,
  chunked_in_http_1_0,
  bad_chunk,
  missing_host,
  repeated_host,
  bad_host,
  repeated_authorization,
  incomplete_request,
  switch_in_http_1_0,
  timeout,
  too_slow,
  body_too_large,
  target_too_long,
  unknown_expectation,
  header_too_large,
  too_many_fields,
  unknown_transfer_coding,
  too_many_connections,
  unsupported_version,
};

struct refusal_row {
  refusal which;
  int status;
  std::string_view message;  // plain text without characters that JSON escapes
};

inline constexpr std::array refusal_table{
    refusal_row{refusal::none, 500, "The server refused this request without a reason."},
    refusal_row{
        refusal::bad_request_line, 400,
        "The first line of the request must read METHOD TARGET HTTP/1.1, with one space between the parts and a "
        "carriage return and a line feed at its end."},
    refusal_row{
        refusal::bad_target_form, 400,
        "The request target must be a path that begins with a slash, an absolute http or https URL, or an asterisk "
        "with OPTIONS."},
    refusal_row{refusal::bad_authority, 400,
                "The host in the request target must be a host name or an IP address, and perhaps a colon and a port."},
    refusal_row{refusal::bad_target_character, 400,
                "The request target holds a character that a URL cannot hold. Percent-encode it."},
    refusal_row{refusal::bad_escape, 400,
                "The request target holds a percent sign that two hexadecimal digits do not follow. Write %25 for the "
                "percent sign itself."},
    refusal_row{
        refusal::speaks_tls, 400,
        "This port speaks HTTP without TLS, but the first bytes were those of a TLS handshake. Use http:// here, or "
        "the port of the tls extension."},
    refusal_row{
        refusal::bad_header_field, 400,
        "A header field is malformed: each is a name of letters, digits and hyphens, a colon, a value without control "
        "characters, and a carriage return with a line feed."},
    refusal_row{refusal::folded_field, 400,
                "A header field goes on in a second line. Such folding is obsolete; write the value in one line."},
    refusal_row{refusal::bad_content_length, 400, "The Content-Length header must be one decimal number."},
    refusal_row{refusal::repeated_content_length, 400,
                "There must be one Content-Length header with one number, not several."},
    refusal_row{
        refusal::length_and_chunked, 400,
        "A request has either Content-Length or Transfer-Encoding, each once; with both, where its body ends would be "
        "a matter of opinion."},
    refusal_row{refusal::chunked_in_http_1_0, 400,
                "Transfer-Encoding does not exist in HTTP/1.0. Send Content-Length, or use HTTP/1.1."},
    refusal_row{
        refusal::bad_chunk, 400,
        "The chunked body is malformed: each chunk is its size in hexadecimal digits, a line end, that many bytes, and "
        "a line end."},
    refusal_row{refusal::missing_host, 400, "An HTTP/1.1 request must have a Host header."},
    refusal_row{refusal::repeated_host, 400, "A request must not have more than one Host header."},
    refusal_row{refusal::bad_host, 400,
                "The Host header must be a host name or an IP address, and perhaps a colon and a port."},
    refusal_row{refusal::repeated_authorization, 400, "A request must not have more than one Authorization header."},
    refusal_row{refusal::incomplete_request, 400, "The connection ended in the middle of the request."},
    refusal_row{refusal::switch_in_http_1_0, 400,
                "A connection goes on with another protocol from HTTP/1.1 alone; this request came in HTTP/1.0."},
    refusal_row{refusal::timeout, 408, "The rest of the request did not come in time."},
    refusal_row{
        refusal::too_slow, 408,
        "The server has as many connections as it may have, and gave the place of this one to another, because the "
        "request came more slowly than http.minimal_rate. Try again."},
    refusal_row{refusal::body_too_large, 413, "The body is larger than this server accepts (setting http.body_limit)."},
    refusal_row{refusal::target_too_long, 414,
                "The request target is longer than this server accepts (setting http.target_limit)."},
    refusal_row{refusal::unknown_expectation, 417, "The only expectation that this server knows is 100-continue."},
    refusal_row{refusal::header_too_large, 431,
                "The header is larger than this server accepts (setting http.header_limit)."},
    refusal_row{refusal::too_many_fields, 431,
                "The request has more header fields than this server accepts (setting http.field_limit)."},
    refusal_row{refusal::unknown_transfer_coding, 501,
                "The only transfer coding that this server knows is chunked, alone."},
    refusal_row{refusal::too_many_connections, 503,
                "The server has as many connections as it may have (setting http.max_connections). Try again later."},
    refusal_row{refusal::unsupported_version, 505, "This server speaks HTTP/1.1 and HTTP/1.0."},
};

// Total: every refusal has its row, at its own index.
static_assert(refusal_table.size() == static_cast<std::size_t>(refusal::unsupported_version) + 1 && [] {
  for (std::size_t i = 0; i < refusal_table.size(); ++i)
    if (static_cast<std::size_t>(refusal_table[i].which) != i) return false;
  return true;
}());

[[nodiscard]] constexpr const refusal_row& row_of(refusal which) noexcept {
  return refusal_table[static_cast<std::size_t>(which)];
}

}  // namespace tenon::http1
