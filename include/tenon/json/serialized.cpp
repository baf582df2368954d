#include "tenon/json/serialized.hpp"

#include <boost/json/serialize.hpp>
#include <string_view>

#include "tenon/json/scan.hpp"

namespace tenon::json {

std::string serialized(const boost::json::value& of) {
  constexpr std::string_view word = "Infinity", number = "1e400";
  std::string text = boost::json::serialize(of);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = string_end(text, at);
      continue;
    }
    if (text.compare(at, word.size(), word) == 0) text.replace(at, word.size(), number);
    ++at;
  }
  return text;
}

}  // namespace tenon::json
