// Bytes of a peer, into the frames of a web socket: whatever pieces they come in, the messages are the same, and so is
// what the peer reads, which is made of whole frames as a server sends them, with nothing behind a close.
//
// The first line of an input says how long the pieces are, one letter each, in turn: A is 1, B is 2, @ is all the rest.
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzzed.hpp"
#include "tenon/web_socket/frames.hpp"
#include "tenon/word/request.hpp"

namespace {

using fuzzed::law;
namespace web_sockets = tenon::web_sockets;

constexpr std::size_t limit = 300;
constexpr unsigned close_frame = 8, pong_frame = 10;

[[nodiscard]] unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// As RFC 3629 has it, one character after the other.
[[nodiscard]] bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const unsigned first = byte_at(text, 0);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (size == 0 || text.size() < size) return false;
    unsigned code = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
      if ((byte_at(text, i) & 0xC0U) != 0x80U) return false;
      code = code << 6U | (byte_at(text, i) & 0x3FU);
    }
    constexpr unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
    text.remove_prefix(size);
  }
  return true;
}

struct message {
  std::string bytes;
  bool is_binary;
  friend bool operator==(const message&, const message&) = default;
};

// What comes in is given back at once where it says so, as a conversation does it.
struct outcome final : web_sockets::frames::reader {
  std::vector<message> seen{};
  std::string written{};
  int code = 0;
  std::string reason{};
  bool reads_on = false;

  void on_message(std::string_view bytes, bool is_binary) override {
    law(bytes.size() <= limit, "a message is not longer than the limit", bytes);
    law(is_binary || is_utf8(bytes), "a text is UTF-8", bytes);
    seen.push_back({std::string(bytes), is_binary});
  }
};

enum class manner { listens, echoes, leaves };

outcome talk(std::string_view bytes, std::string_view pieces, manner how) {
  constexpr tenon::header fields[] = {{"Host", "a"}, {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
  tenon::request handshake;
  handshake.target = "/";
  handshake.headers = fields;
  outcome out;
  web_sockets::frames server(out, handshake, {}, limit);
  const std::string head = server.take_output();
  law(head.starts_with("HTTP/1.1 101 ") && head.ends_with("\r\n\r\n"), "the head comes first", head);
  std::size_t given_back = 0;
  for (std::size_t turn = 0; !bytes.empty(); ++turn) {
    const std::size_t wanted = pieces.empty() ? 0 : static_cast<unsigned char>(pieces[turn % pieces.size()]) % 64U;
    const std::string_view some = bytes.substr(0, wanted == 0 ? bytes.size() : wanted);
    bytes.remove_prefix(some.size());
    server.take_in(some);
    for (; how == manner::echoes && server.can_send() && given_back < out.seen.size(); ++given_back) {
      server.send(out.seen[given_back].bytes, out.seen[given_back].is_binary);
      server.ping();
    }
    if (how == manner::leaves && server.can_send()) server.close(4000, "enough");
    if (server.output_size() != 0) out.written.append(server.take_output());
  }
  out.code = server.peer_code();
  out.reason = server.peer_reason();
  out.reads_on = server.is_reading();
  return out;
}

// Where the frames that a server has sent are whole, and have no mask; the last of them may be a close.
void look_at(const outcome& what) {
  bool has_closed = false;
  for (std::string_view left = what.written; !left.empty();) {
    law(!has_closed, "nothing is sent behind a close", what.written);
    law(left.size() >= 2 && (byte_at(left, 0) & 0x70U) == 0, "a frame has no reserved bits", what.written);
    const unsigned opcode = byte_at(left, 0) & 0xFU;
    std::size_t head = 2, size = byte_at(left, 1);
    law(size < 127, "a frame of the server has no mask and is short", what.written);
    if (size == 126 && left.size() >= 4) {
      head = 4;
      size = byte_at(left, 2) << 8U | byte_at(left, 3);
      law(size >= 126, "a size is written as short as it can be", what.written);
    }
    law(left.size() >= head + size, "a frame is whole", what.written);
    law(opcode < close_frame || (size <= 125 && head == 2), "a control frame is short", what.written);
    has_closed = opcode == close_frame;
    law(opcode <= 2 || (opcode >= close_frame && opcode <= pong_frame), "an opcode is one", what.written);
    if (has_closed) law(size == 0 || (size >= 2 && is_utf8(left.substr(4, size - 2))), "a close has a code and a text");
    left.remove_prefix(head + size);
  }
  law(what.reads_on || has_closed, "it does not end without a word", what.written);
  law(what.code == 0 || !what.reads_on, "what the peer has closed is closed");
  law(is_utf8(what.reason), "what the peer gives as its reason is UTF-8", what.reason);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzzed::text_of(data, size);
  std::string_view pieces = fuzzed::take_until(bytes, "\n");
  if (pieces.empty()) pieces = "A";
  const outcome whole = talk(bytes, {}, manner::listens);
  const outcome cut = talk(bytes, pieces, manner::listens);
  law(whole.seen == cut.seen, "the messages are the same in whatever pieces they come", bytes);
  law(whole.written == cut.written && whole.code == cut.code && whole.reason == cut.reason &&
          whole.reads_on == cut.reads_on,
      "so is all that is said of them", whole.written, cut.written);
  look_at(whole);
  const outcome echoed = talk(bytes, pieces, manner::echoes);
  law(echoed.seen == whole.seen, "what is sent does not change what comes", bytes);
  look_at(echoed);
  look_at(talk(bytes, pieces, manner::leaves));
  return 0;
}
