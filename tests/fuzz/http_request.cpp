// Bytes of a peer, through a connection whose stream is made up: whatever pieces they come in, the requests that get
// as far as the door are the same, and so is what the peer reads.
//
// The first line of an input says how long the pieces are, one letter each, in turn: A is 1, B is 2, @ is all the rest.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzzed.hpp"
#include "http/connection.hpp"
#include "http/connection_list.hpp"
#include "http/loop.hpp"

namespace {

using fuzzed::law;
namespace http1 = tenon::http1;

// What the connection waits for, and what it has written.
struct wire {
  http1::stream_user* user = nullptr;
  char* into = nullptr;  // of a read that is under way
  std::size_t room = 0;
  std::size_t writing = 0;  // bytes of a write that is under way
  std::size_t takes = 0;    // at once, where it writes; 0: everything
  bool finishing = false, closed = false, gone = false;
  std::string written{};
};

class made_up_stream final : public http1::byte_stream {
 public:
  explicit made_up_stream(wire& of) : wire_(of) {}
  ~made_up_stream() override { wire_.gone = true; }

  bool open() override { return true; }
  void read(char* into, std::size_t room) override {
    law(wire_.into == nullptr && room != 0, "one read at a time is under way, and has room");
    wire_.into = into;
    wire_.room = room;
  }
  void write(const char* from, std::size_t size) override {
    law(wire_.writing == 0 && size != 0, "one write at a time is under way, and has something to write");
    wire_.writing = wire_.takes == 0 ? size : std::min(size, wire_.takes);
    wire_.written.append(from, wire_.writing);
  }
  std::ptrdiff_t write_now(const char* from, std::size_t size) noexcept override {
    const std::size_t taken = wire_.takes == 0 ? size : std::min(size, wire_.takes);
    wire_.written.append(from, taken);
    return static_cast<std::ptrdiff_t>(taken);
  }
  std::size_t unsent() noexcept override { return 0; }
  void cancel_read() noexcept override {}
  bool has_unread_input() noexcept override { return false; }
  void finish(char*, std::size_t) override { wire_.finishing = true; }
  void close() noexcept override { wire_.closed = true; }

 private:
  wire& wire_;
};

// A request as the door has seen it.
struct heard {
  std::string method, path, query, body;
  std::vector<std::pair<std::string, std::string>> fields;
  friend bool operator==(const heard&, const heard&) = default;
};
using conversation = std::vector<heard>;

bool is_token(std::string_view name) {
  constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           signs.find(c) != std::string_view::npos;
  });
}

bool handle(void* app, tenon::exchange& one) {
  const tenon::request& asked = one.request;
  law(is_token(asked.method_name), "a method is a token", asked.method_name);
  law(!asked.path.empty() && (asked.path.front() == '/'), "a path begins with a slash", asked.path);
  bool good = true;
  static_cast<void>(fuzzed::undone_escapes(asked.path, good));
  static_cast<void>(fuzzed::undone_escapes(asked.query, good));
  law(good, "each percent sign that the door lets in has its two digits", asked.target);
  for (const std::string_view part : {asked.path, asked.query})
    law(std::all_of(part.begin(), part.end(), [](char c) { return c > ' ' && c <= '~' && c != '#'; }),
        "a target has no blanks and nothing that a URL cannot hold", part);
  std::size_t hosts = 0, lengths = 0;
  for (const tenon::header& field : asked.headers) {
    law(is_token(field.name), "the name of a field is a token", field.name);
    law(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
        "a value has no line end and no zero byte", field.value);
    hosts += tenon::same_field_name(field.name, "Host");
    lengths +=
        tenon::same_field_name(field.name, "Content-Length") || tenon::same_field_name(field.name, "Transfer-Encoding");
  }
  law(hosts <= 1 && lengths <= 1, "a request has one host, and one way to say how long it is");
  law(lengths == 1 || asked.body.empty(), "a body that nothing announces is none");

  heard& all = static_cast<conversation*>(app)->emplace_back(heard{
      std::string(asked.method_name), std::string(asked.path), std::string(asked.query), std::string(asked.body), {}});
  for (const tenon::header& field : asked.headers) all.fields.emplace_back(field.name, field.value);
  one.response = tenon::response::text("heard");
  return true;
}

struct outcome {
  conversation seen;
  std::string written;
};

// Limits that a short input can reach; the body has room to move where it grows.
http1::options narrow_limits() {
  http1::options given;
  given.header_limit = tenon::byte_size{300};
  given.target_limit = tenon::byte_size{64};
  given.field_limit = 6;
  given.body_limit = tenon::byte_size{6000};
  return given;
}

class house {
 public:
  explicit house(http1::options limits) : limits_(std::move(limits)) { list_.enter({&seen_, &handle}); }

  outcome serve(std::string_view bytes, std::string_view pieces) {
    wire_ = {};
    seen_.clear();
    if (!pieces.empty()) wire_.takes = static_cast<unsigned char>(pieces.front()) % 64U;
    list_.announce_arrival();
    list_.admit({.socket = 0, .remote_address = "127.0.0.1", .streams = {&wire_, &make_stream}});
    for (std::size_t turn = 0; !wire_.gone;) {
      if (wire_.writing != 0) {
        wire_.user->on_written(std::exchange(wire_.writing, 0));
      } else if (wire_.into != nullptr) {
        const std::size_t wanted =
            pieces.empty() ? 0 : static_cast<unsigned char>(pieces[turn++ % pieces.size()]) % 64U;
        std::size_t size = std::min(bytes.size(), wire_.room);
        if (wanted != 0) size = std::min(size, wanted);
        std::memcpy(std::exchange(wire_.into, nullptr), bytes.data(), size);
        bytes.remove_prefix(size);
        wire_.user->on_read(size);
      } else if (wire_.finishing) {
        wire_.finishing = false;
        wire_.user->on_finished();
      } else {
        law(false, "a connection that is there waits for something");
      }
    }
    law(list_.count() == 0 && list_.unanswered() == 0, "a connection that has gone is not counted");
    return {std::move(seen_), without_invitations(std::move(wire_.written))};
  }

 private:
  static std::unique_ptr<http1::byte_stream> make_stream(void* data, boost::asio::io_context&, int,
                                                         http1::stream_user& user) {
    auto& of = *static_cast<wire*>(data);
    of.user = &user;
    return std::make_unique<made_up_stream>(of);
  }
  // Whoever has sent the body already is not invited to send it.
  static std::string without_invitations(std::string written) {
    constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
    for (std::size_t at = written.find(invitation); at != std::string::npos; at = written.find(invitation, at))
      written.erase(at, invitation.size());
    return written;
  }

  http1::options limits_;
  http1::worker_pool workers_{1};
  http1::loop loop_{workers_};
  wire wire_{};
  conversation seen_{};
  http1::connection_list list_{loop_, limits_, tenon::log(), [] {}};
};

// Each request once more, its body in chunks of other sizes.
std::string in_chunks(const conversation& all, std::string_view pieces) {
  std::string out;
  for (const heard& one : all) {
    out.append(one.method).append(" ").append(one.path).append(one.query.empty() ? "" : "?").append(one.query);
    out.append(" HTTP/1.1\r\nTransfer-Encoding: chunked\r\n");
    for (const auto& [name, value] : one.fields) out.append(name).append(":").append(value).append("\r\n");
    out.append("\r\n");
    std::size_t turn = 0;
    for (std::string_view left = one.body; !left.empty();) {
      const std::string_view part =
          left.substr(0, 1 + static_cast<unsigned char>(pieces[turn++ % pieces.size()]) % 32U);
      std::array<char, 16> size{};
      std::snprintf(size.data(), size.size(), "%zx\r\n", part.size());
      out.append(size.data()).append(part).append("\r\n");
      left.remove_prefix(part.size());
    }
    out.append("0\r\n\r\n");
  }
  return out;
}
// Without what says how it was sent, and with the host that it needs to be sent again.
conversation without_framing(conversation all) {
  for (heard& one : all) {
    std::erase_if(one.fields, [](const auto& field) {
      for (const std::string_view name : {"Transfer-Encoding", "Content-Length", "Connection", "Expect", "Upgrade"})
        if (tenon::same_field_name(field.first, name)) return true;
      return false;
    });
    if (std::none_of(one.fields.begin(), one.fields.end(),
                     [](const auto& field) { return tenon::same_field_name(field.first, "Host"); }))
      one.fields.emplace_back("Host", "a");
  }
  return all;
}

// What is wrong with a header that has its end and is not too long is one thing, but for a field that goes on in a
// second line: that may be wrong in itself too. Of any other, and of a chunked body, the parser may find one thing
// wrong where it has everything, and the connection another where it waits for the rest: each refuses it.
bool are_alike(std::string_view one, std::string_view other) {
  if (one == other) return true;
  using enum http1::refusal;
  bool may_differ = false;
  const auto take_refusal = [&](std::string_view& written) {
    std::size_t from = written.size();
    for (const std::string_view status : {"HTTP/1.1 4", "HTTP/1.1 5"}) from = std::min(from, written.find(status));
    const std::string_view last = written.substr(from);
    for (const http1::refusal why : {incomplete_request, target_too_long, header_too_large, unsupported_version,
                                     body_too_large, bad_chunk, folded_field})
      may_differ |= last.find(http1::row_of(why).message) != std::string_view::npos;
    may_differ |= last.ends_with("\r\n\r\n");  // to HEAD nothing is said
    written.remove_suffix(last.size());
    return last.find("\r\nConnection: close\r\n") != std::string_view::npos;
  };
  const bool one_refused = take_refusal(one), other_refused = take_refusal(other);
  return one_refused && other_refused && may_differ && one == other;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static house narrow(narrow_limits()), wide({});
  std::string_view bytes = fuzzed::text_of(data, size);
  std::string_view pieces = fuzzed::take_until(bytes, "\n");
  if (pieces.empty()) pieces = "A";
  const outcome whole = narrow.serve(bytes, {});
  const outcome cut = narrow.serve(bytes, pieces);
  law(whole.seen == cut.seen, "the requests are the same in whatever pieces they come", bytes);
  law(are_alike(whole.written, cut.written), "so are the answers", whole.written, cut.written);
  const conversation all = without_framing(whole.seen);
  const std::string again = in_chunks(all, pieces);
  law(without_framing(wide.serve(again, pieces).seen) == all, "what is sent again in chunks is the same", bytes, again);
  return 0;
}
