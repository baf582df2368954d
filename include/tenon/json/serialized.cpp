#include "tenon/json/serialized.hpp"

#include <boost/json/serialize.hpp>
#include <cstddef>
#include <string_view>

#include "tenon/json/scan.hpp"

namespace tenon::json {

std::string serialized(const boost::json::value& of) {
  constexpr std::string_view word = "Infinity", number = "1e400";
  std::string text = boost::json::serialize(of);
  std::string out;
  std::size_t copied = 0;
  // Outside of texts no other word has a capital.
  for (std::size_t at = 0; (at = text.find_first_of("\"I", at)) != std::string::npos;) {
    if (text[at] == '"') {
      at = string_end(text, at);
      continue;
    }
    out.append(text, copied, at - copied).append(number);
    copied = at += word.size();
  }
  if (copied == 0) return text;
  out.append(text, copied);
  return out;
}

}  // namespace tenon::json
