#include "tenon/json/serialized.hpp"

#include <array>
#include <boost/json/serialize.hpp>
#include <string_view>

#include "tenon/json/scan.hpp"

namespace tenon::json {

std::string serialized(const boost::json::value& of) {
  struct exchange {
    std::string_view word, number;
  };
  constexpr std::array words{exchange{"Infinity", "1e400"}, exchange{"NaN", "0"}};
  std::string text = boost::json::serialize(of);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = string_end(text, at);
      continue;
    }
    for (const exchange& one : words)
      if (text.compare(at, one.word.size(), one.word) == 0) text.replace(at, one.word.size(), one.number);
    ++at;
  }
  return text;
}

}  // namespace tenon::json
