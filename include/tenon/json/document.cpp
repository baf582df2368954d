#include "tenon/json/document.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <utility>

#include "tenon/json/exact_parse.hpp"
#include "tenon/json/parsed.hpp"
#include "tenon/json/scan.hpp"

namespace tenon::json {

namespace {

std::string decoded(std::string_view quoted) { return std::string(parse_exactly(quoted).as_string()); }

std::size_t count_members(const boost::json::value& value) {
  std::size_t count = 0;
  if (const auto* object = value.if_object()) {
    count = object->size();
    for (const auto& member : *object) count += count_members(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array) count += count_members(element);
  }
  return count;
}

// What an editor put before the text, or made of it, and nobody sees; empty where that is not what is wrong.
std::string encoding_fault(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF"))
    return "the text begins with a byte order mark (EF BB BF), which JSON does not have. Save it as UTF-8 without a "
           "byte order mark.";
  const auto begins = [&](std::string_view with) { return text.starts_with(with); };
  using namespace std::string_view_literals;
  if (begins("\xFF\xFE\0\0"sv) || begins("\0\0\xFE\xFF"sv) || begins("\0\0\0"sv) ||
      (text.size() % 4 == 0 && text.substr(1).starts_with("\0\0\0"sv)))
    return "the text is written in UTF-32, and JSON is UTF-8. Save it as UTF-8 without a byte order mark.";
  if (begins("\xFF\xFE"sv) || begins("\xFE\xFF"sv) || begins("\0"sv) || (text.size() % 2 == 0 && text[1] == '\0'))
    return "the text is written in UTF-16, and JSON is UTF-8. Save it as UTF-8 without a byte order mark.";
  return {};
}

std::string message_for(boost::json::error_code code, std::string_view text, std::size_t at, const wire& how) {
  using boost::json::error;
  if (code == error::incomplete)
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos
               ? "expected a JSON value, found nothing."
               : "the text ends before the JSON value does. A bracket or a quote is not closed.";
  if (code == error::extra_data) return "something stands behind the JSON value. Remove it.";
  if (code == error::too_deep)
    return fmt::format(FMT_COMPILE("brackets are nested more than {} deep. Nest them less."), how.max_depth);
  if (code == error::exponent_overflow) return "the exponent of this number is too large.";
  const unsigned char found = at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  if (found >= 0x80) return "these bytes are not UTF-8, or stand outside of a text in quotes. Save the text as UTF-8.";
  if (code != error::syntax)
    return fmt::format(FMT_COMPILE("this escape in a text is not one of JSON ({})."), code.message());
  if (found < 0x20) return "a control character stands here. In a text in quotes, write it as an escape, e.g. \\n.";
  if (found == '"' && at >= 6 && text.substr(at - 6, 2) == "\\u")
    return "the escape before this quote is half of a pair of surrogates. Write both halves, or the character itself.";
  if (found == '"') return "this is not JSON: a quote cannot stand here. A comma or a colon may be missing before it.";
  std::string hint;
  if (found == '\'')
    hint = " JSON has double quotes only.";
  else if (found == '/' || found == '#')
    hint = " JSON has no comments.";
  else if (found == '}' || found == ']')
    hint = " The comma before it may be one too many.";
  return fmt::format(FMT_COMPILE("this is not JSON: \"{}\" cannot stand here.{}"), static_cast<char>(found), hint);
}

}  // namespace

std::optional<document> document::parse(std::string_view text, const wire& how, std::vector<finding>& findings) {
  const std::string source(how.source);
  if (text.size() > how.max_bytes) {
    findings.push_back(
        {source,
         {},
         fmt::format(FMT_COMPILE("the text has {} bytes, at most {} are allowed."), text.size(), how.max_bytes)});
    return std::nullopt;
  }
  boost::json::error_code code;
  std::size_t at = 0;
  boost::json::value root = parse_exactly(text, how.max_depth, code, at);
  if (code) {
    std::string encoding = text.empty() ? std::string() : encoding_fault(text);
    if (!encoding.empty()) at = 0;
    finding wrong{source, {}, encoding.empty() ? message_for(code, text, at, how) : std::move(encoding)};
    put_place(wrong, text, at);
    findings.push_back(std::move(wrong));
    return std::nullopt;
  }
  auto inside = std::make_shared<parsed>(parsed{std::string(text), std::move(root)});
  if (count_members(inside->root) != json::count_members(text)) {
    for (finding& twice : repeated_keys(text, decoded)) {
      twice.source = source;
      findings.push_back(std::move(twice));
    }
    return std::nullopt;
  }
  return document(std::move(inside));
}

bool document::is_object() const { return inside_->root.is_object(); }

std::vector<std::string> document::keys() const {
  std::vector<std::string> all;
  if (const auto* object = inside_->root.if_object())
    for (const auto& member : *object) all.emplace_back(member.key());
  return all;
}

std::optional<std::string> document::text_of(std::string_view key) const {
  const auto place = place_of(key);
  if (!place) return std::nullopt;
  return inside_->text.substr(place->value_at, value_end(inside_->text, place->value_at) - place->value_at);
}

finding document::about(std::string_view key, std::string message, std::string_view source) const {
  finding one{std::string(source), {}, std::move(message)};
  append_step(one.pointer, key);
  if (const auto place = place_of(key)) put_place(one, inside_->text, place->key_at);
  return one;
}

// Members stand in the value in the order in which they stand in the text.
std::optional<member> document::place_of(std::string_view key) const {
  const auto* object = inside_->root.if_object();
  if (object == nullptr) return std::nullopt;
  std::size_t at = blank_end(inside_->text, 0) + 1;
  for (const auto& one : *object) {
    const member place = member_at(inside_->text, at);
    if (one.key() == boost::json::string_view(key.data(), key.size())) return place;
    at = value_end(inside_->text, place.value_at);
  }
  return std::nullopt;
}

}  // namespace tenon::json
