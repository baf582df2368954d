// The headers that are lists and conditions: those that ask for a file, or a part or a coding of it, and those that ask
// for a web socket, and those that bring a cookie. What comes of them is what a slow reading of RFC 9110, RFC 6455 and
// RFC 6265 comes to.
//
// The first line of an input is the method, as G in GET or A in HEAD, each further one a header.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundles/sessions.hpp"
#include "fuzzed.hpp"
#include "tenon/web/gui.hpp"
#include "tenon/web_socket/frames.hpp"
#include "tenon/web_socket/handshake.hpp"
#include "tenon/word/gui_file.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace {

using fuzzed::law;
using strings = std::vector<std::string>;

constexpr std::string_view token_signs =
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view digits = "0123456789";

bool has_only(std::string_view text, std::string_view letters) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return letters.find(c) != std::string_view::npos; });
}
std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}
std::string trimmed(std::string text) {
  text.erase(0, std::min(text.size(), text.find_first_not_of(" \t")));
  text.erase(text.find_last_not_of(" \t") + 1);
  return text;
}
strings split(std::string_view text, char by) {
  strings out(1);
  for (const char c : text)
    if (c == by)
      out.emplace_back();
    else
      out.back() += c;
  return out;
}

strings values_of(const tenon::request& from, std::string_view name) {
  strings out;
  for (const tenon::header& one : from.headers)
    if (lower(one.name) == lower(name)) out.emplace_back(one.value);
  return out;
}
std::optional<std::string> only_value_of(const tenon::request& from, std::string_view name) {
  const strings all = values_of(from, name);
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}
strings values_in(const tenon::response& answer, std::string_view name) {
  strings out;
  for (const tenon::response_header& one : answer.headers)
    if (lower(one.name.view()) == lower(name)) out.push_back(one.value);
  return out;
}

// As decimal numbers, however long.
bool less_or_equal(std::string_view a, std::string_view b) {
  const auto bare = [](std::string_view text) {
    return text.substr(std::min(text.size(), text.find_first_not_of('0')));
  };
  a = bare(a);
  b = bare(b);
  return a.size() != b.size() ? a.size() < b.size() : a <= b;
}

// Byte by byte, what is asked for of `content`. None: everything.
std::optional<std::string> slow_part(std::string_view field, std::string_view content) {
  if (!field.starts_with("bytes=")) return std::nullopt;
  const strings ends = split(field.substr(6), '-');
  if (ends.size() != 2 || !has_only(ends[0], digits) || !has_only(ends[1], digits)) return std::nullopt;
  if (ends[0].empty() && ends[1].empty()) return std::nullopt;
  // No file is that long: two such numbers may be in any order.
  const bool is_real = !less_or_equal("18446744073709551615", ends[1]);
  if (!ends[0].empty() && !ends[1].empty() && is_real && !less_or_equal(ends[0], ends[1])) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const std::string from_start = std::to_string(i), from_end = std::to_string(content.size() - i);
    if (ends[0].empty() ? less_or_equal(from_end, ends[1])
                        : less_or_equal(ends[0], from_start) && (ends[1].empty() || less_or_equal(from_start, ends[1])))
      out += content[i];
  }
  return out;
}

// Of an Accept-Encoding; none: it is malformed, or names a coding twice.
std::optional<bool> slowly_accepts(std::string_view field, std::string_view coding) {
  std::optional<bool> named, others;
  strings seen;
  for (const std::string& item : split(field, ',')) {
    if (trimmed(item).empty()) continue;
    const strings parts = split(item, ';');
    const std::string name = lower(trimmed(parts[0])), weight = parts.size() == 2 ? lower(trimmed(parts[1])) : "q=1";
    if (parts.size() > 2 || name.empty() || !has_only(name, token_signs) ||
        std::find(seen.begin(), seen.end(), name) != seen.end())
      return std::nullopt;
    seen.push_back(name);
    if (!weight.starts_with("q=0") && !weight.starts_with("q=1")) return std::nullopt;
    const std::string behind = weight.substr(3);
    if (!behind.empty() && (behind.front() != '.' || behind.size() > 4)) return std::nullopt;
    const std::string decimals = behind.empty() ? "" : behind.substr(1);
    if (!has_only(decimals, weight[2] == '1' ? "0" : digits)) return std::nullopt;
    const bool yes = weight[2] == '1' || !has_only(decimals, "0");
    if (name == coding) named = yes;
    if (name == "*") others = yes;
  }
  return named.value_or(others.value_or(false));
}

// Whether an If-None-Match has the tag; none: it is malformed.
std::optional<bool> slowly_has(std::string_view field, std::string_view tag) {
  if (field == "*") return true;
  bool out = false;
  for (std::string_view left = field;;) {
    left.remove_prefix(std::min(left.size(), left.find_first_not_of(" \t")));
    if (left.starts_with("W/")) left.remove_prefix(2);
    if (!left.starts_with('"')) return std::nullopt;
    const std::size_t end = left.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    for (const char c : left.substr(0, end))
      if (static_cast<unsigned char>(c) <= ' ' || c == '\x7f') return std::nullopt;
    out = out || left.substr(0, end + 1) == tag;
    left.remove_prefix(end + 1);
    left.remove_prefix(std::min(left.size(), left.find_first_not_of(" \t")));
    if (left.empty()) return out;
    if (!left.starts_with(',')) return std::nullopt;
    left.remove_prefix(1);
  }
}

constexpr tenon::gui_file plain{"/own/app.js", "text/javascript", "\"0f1e2d3c\"", "let all = 'twenty-six letters';"};
constexpr tenon::gui_file brotli{"/own/app.js.br", "application/octet-stream", "\"b0\"", "shortest"};
constexpr tenon::gui_file gzip{"/own/app.js.gz", "application/gzip", "\"60\"", "not so short"};
constexpr tenon::gui_file nothing{"/own/empty.txt", "text/plain", "\"e\"", ""};

void look_at_file(const tenon::web::gui_variants& variants, const tenon::request& from, std::string_view input) {
  const tenon::response answer = tenon::web::gui_answer(variants, from);
  const std::string_view body = answer.body.view();
  const strings codings = values_in(answer, "Content-Encoding"), ranges = values_in(answer, "Content-Range");
  const bool varies = variants.brotli != nullptr;
  law(values_in(answer, "Vary").size() == (varies ? 1U : 0U), "what depends on a header says so", input);
  law(codings.size() <= 1 && (codings.empty() || (varies && answer.status == 200)), "a part has no coding", input);
  law(ranges.size() == (answer.status == 206 || answer.status == 416 ? 1U : 0U), "a part says which it is", input);

  const bool reads = from.method == tenon::method::get;
  const auto range = reads ? only_value_of(from, "Range") : std::nullopt;
  if (values_of(from, "Range").size() > 1 || values_of(from, "Accept-Encoding").size() > 1 ||
      values_of(from, "If-None-Match").size() > 1 || values_of(from, "If-Range").size() > 1)
    return;
  const tenon::gui_file* file = variants.plain;
  std::string_view coding;
  if (varies && !range) {
    const std::string accepted = only_value_of(from, "Accept-Encoding").value_or("");
    const auto takes_brotli = slowly_accepts(accepted, "br"), takes_gzip = slowly_accepts(accepted, "gzip");
    if (!takes_brotli || !takes_gzip) return;
    file = *takes_brotli ? &brotli : *takes_gzip ? &gzip : &plain;
    coding = *takes_brotli ? "br" : *takes_gzip ? "gzip" : "";
  }
  law(values_in(answer, "ETag") == strings{std::string(file->tag.view())}, "the tag is that of what is sent", input);
  const auto kept = only_value_of(from, "If-None-Match");
  const auto is_kept = kept ? slowly_has(*kept, file->tag.view()) : false;
  if (!is_kept) return;
  if (*is_kept) return law(answer.status == 304 && body.empty(), "what somebody has is not sent again", input, body);
  const auto condition = only_value_of(from, "If-Range");
  const auto part =
      range && (!condition || *condition == file->tag.view()) ? slow_part(*range, file->content.view()) : std::nullopt;
  if (!part) {
    law(answer.status == 200 && body == file->content.view(), "else all of it is sent", input, body);
    return law(codings == (coding.empty() ? strings() : strings{std::string(coding)}), "and says how it is coded",
               input);
  }
  const std::string size = std::to_string(file->content.view().size());
  if (part->empty())
    return law(answer.status == 416 && body.empty() && ranges[0] == "bytes */" + size, "nothing of it is there", input);
  law(answer.status == 206 && body == *part, "a part is what a slow search finds", input, body);
  const std::size_t first = std::strtoull(ranges[0].c_str() + 6, nullptr, 10);
  law(ranges[0] == "bytes " + std::to_string(first) + "-" + std::to_string(first + part->size() - 1) + "/" + size &&
          file->content.view().substr(first, part->size()) == *part,
      "and lies where it says", input, ranges[0]);
}

// A host and its port; none: it is no such thing.
std::optional<std::string> authority_of(const std::string& text, const char* port) {
  const std::size_t colon = text.find(':');
  const std::string host = lower(text.substr(0, colon));
  const std::string written = colon == std::string::npos ? port : text.substr(colon + 1);
  if (host.empty() || !has_only(host, token_signs) || written.empty() || !has_only(written, digits) ||
      (written.front() == '0'))
    return std::nullopt;
  return host + ":" + written;
}

bool lists(const tenon::request& from, const char* name, const char* token) {
  for (const std::string& value : values_of(from, name))
    for (const std::string& one : split(value, ','))
      if (lower(trimmed(one)) == token) return true;
  return false;
}

// 22 letters of base64 and two signs that fill it up.
bool is_of_16_bytes(const std::string& key) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return key.size() == 24 && has_only(key.substr(0, 22), letters) && key.substr(22) == "==";
}

int slow_objection(const tenon::request& from) {
  if (from.method != tenon::method::get || !lists(from, "Upgrade", "websocket")) return 426;
  if (!lists(from, "Connection", "upgrade")) return 400;
  if (values_of(from, "Sec-WebSocket-Version") != strings{"13"}) return 426;
  const auto key = only_value_of(from, "Sec-WebSocket-Key");
  return key && is_of_16_bytes(*key) ? 0 : 400;
}

struct silent final : tenon::web_sockets::frames::reader {
  void on_message(std::string_view, bool) override {}
};

void look_at_handshake(const tenon::request& from, std::string_view input) {
  const auto objection = tenon::web_sockets::objection_to(from, true);
  law((objection ? objection->status : 0) == slow_objection(from), "a handshake is refused for what it lacks", input);
  const auto of_page = tenon::web_sockets::objection_to(from, false);
  if (objection) {
    law(of_page && of_page->status == objection->status, "its origin is looked at last", input);
    law((objection->status == 426) == (values_in(*objection, "Sec-WebSocket-Version") == strings{"13"}),
        "who speaks another version hears of this one", input);
    return;
  }
  law(!of_page || of_page->status == 403, "an origin is forbidden or allowed", input);
  const strings hosts = values_of(from, "Host"), origins = values_of(from, "Origin");
  law(!origins.empty() || !of_page, "who is no page of a browser may talk", input);
  if (hosts.size() == 1 && origins.size() == 1) {
    const bool is_tls = origins[0].starts_with("https://");
    const char* const port = is_tls ? "443" : "80";
    const auto host = authority_of(hosts[0], port);
    if (!is_tls && !origins[0].starts_with("http://"))
      law(of_page.has_value(), "what is no page of the web is of another origin", input);
    else if (const auto origin = authority_of(origins[0].substr(is_tls ? 8 : 7), port); origin && host)
      law((origin == host) == !of_page, "a page of this host may talk, and no other", input);
  }

  silent nobody;
  tenon::web_sockets::frames server(nobody, from, {}, 100);
  std::string head = server.take_output();
  law(head.starts_with("HTTP/1.1 101 ") && head.ends_with("\r\n\r\n") && head.find("\r\n\r\n") == head.size() - 4,
      "what is accepted is accepted in one head", input, head);
  const std::size_t accept = lower(head).find("\r\nsec-websocket-accept: ");
  law(accept != std::string::npos && head.substr(accept + 24).find("=\r\n") == 27, "with 20 bytes in base64", head);
  law(lower(head).find("\r\nsec-websocket-protocol:") == std::string::npos, "and no protocol that nobody has", head);
}

void look_at_cookie(const tenon::request& from, std::string_view input) {
  const strings headers = values_of(from, "Cookie");
  if (headers.size() > 1) return;  // which a browser does not send
  std::string slow;
  bool is_there = false;
  for (std::string one : split(headers.empty() ? "" : headers[0], ';')) {
    while (one.starts_with(' ')) one.erase(0, 1);
    const strings parts = split(one, '=');
    if (is_there || parts.size() < 2 || parts[0] != tenon_bundles::cookie_name) continue;
    slow = one.substr(parts[0].size() + 1);
    is_there = true;
  }
  law(tenon_bundles::cookie_of(from) == slow, "a cookie is the first of its name", input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzzed::text_of(data, size);
  std::string_view left = input;
  tenon::request from;
  from.method = fuzzed::take_until(left, "\n") == "A" ? tenon::method::head : tenon::method::get;
  from.target = from.path = "/";
  std::vector<tenon::header> fields;
  strings values;  // as the door gives them: without space around them, and without what no header may have
  constexpr std::size_t most = 8;
  values.reserve(most);  // what is pointed at stays where it is
  while (!left.empty() && fields.size() < most) {
    std::string_view line = fuzzed::take_until(left, "\n");
    const std::string_view name = fuzzed::take_until(line, ":");
    const std::string value = trimmed(std::string(line));
    const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f'; };
    if (name.empty() || !has_only(name, token_signs) || std::any_of(value.begin(), value.end(), is_control)) continue;
    values.push_back(value);
    fields.push_back({name, values.back()});
  }
  from.headers = fields;
  look_at_file({&plain, &brotli, &gzip}, from, input);
  look_at_file({&plain}, from, input);
  look_at_file({&nothing}, from, input);
  look_at_handshake(from, input);
  look_at_cookie(from, input);
  return 0;
}
