#include "tenon/reflect/file_form.hpp"

#include <algorithm>
#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/binary_from_base64.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <cstddef>
#include <optional>
#include <utility>

#include "tenon/word/hexadecimal.hpp"
#include "tenon/word/query.hpp"

namespace tenon::reflect {

namespace {

namespace to = boost::archive::iterators;

bool is_of_base64(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

std::optional<std::string> without_escapes(std::string_view text) {
  for (std::size_t i = text.find('%'); i != std::string_view::npos; i = text.find('%', i + 1))
    if (i + 2 >= text.size() || !is_hexadecimal(text[i + 1]) || !is_hexadecimal(text[i + 2])) return std::nullopt;
  return percent_decoded(text);
}

// With padding or without.
std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 == 0)
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  if (text.size() % 4 == 1 || !std::all_of(text.begin(), text.end(), is_of_base64)) return std::nullopt;
  std::string out(text.size() * 6 / 8, '\0');
  // So many and no more: the bits that are left over at the end are no byte.
  to::transform_width<to::binary_from_base64<std::string_view::const_iterator>, 8, 6> next(text.begin());
  for (char& c : out) {
    c = static_cast<char>(*next);
    ++next;
  }
  return out;
}

}  // namespace

bool is_media_type(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string print_file(const file& value) {
  using encoded = to::base64_from_binary<to::transform_width<std::string::const_iterator, 6, 8>>;
  std::string out = "data:";
  out.append(is_media_type(value.type) && value.type.find(',') == std::string::npos ? value.type : "");
  out.append(";base64,");
  out.append(encoded(value.bytes.begin()), encoded(value.bytes.end()));
  return out.append((3 - value.bytes.size() % 3) % 3, '=');
}

bool parse_file(std::string_view text, file& value) {
  constexpr std::string_view scheme = "data:", encoding = ";base64";
  const std::size_t comma = text.find(',');
  if (!text.starts_with(scheme) || comma == std::string_view::npos) return false;
  std::string_view type = text.substr(scheme.size(), comma - scheme.size());
  const bool encoded = type.ends_with(encoding);
  if (encoded) type.remove_suffix(encoding.size());
  std::optional<std::string> bytes = without_escapes(text.substr(comma + 1));
  if (bytes && encoded) bytes = from_base64(*bytes);
  if (!bytes || !is_media_type(type)) return false;
  value = {.name = "", .type = std::string(type), .bytes = *std::move(bytes)};
  return true;
}

}  // namespace tenon::reflect
