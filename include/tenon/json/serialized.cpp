#include "tenon/json/serialized.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cstddef>
#include <string_view>

#include "tenon/json/scan.hpp"
#include "tenon/reflect/real_text.hpp"

namespace tenon::json {

namespace {

// What Boost.JSON has written of a number with an exponent.
std::string as_people_write(std::string_view number) {
  double value = 0;
  return reflect::parse_real(number, value) ? reflect::print_real(value) : std::string(number);
}

}  // namespace

std::string serialized(const boost::json::value& of) {
  constexpr std::string_view word = "Infinity", beyond = "1e400", number = "0123456789+-.E";
  const std::string text = boost::json::serialize(of);
  std::string out;
  std::size_t copied = 0;
  // Outside of texts no other word has a capital, and every number that is not whole has an E.
  for (std::size_t at = 0; (at = text.find_first_of("\"IE", at)) != std::string::npos;) {
    if (text[at] == '"') {
      at = string_end(text, at);
      continue;
    }
    const bool is_number = text[at] == 'E';
    const std::size_t begin = is_number ? text.find_last_not_of(number, at) + 1 : at;
    const std::size_t end = is_number ? std::min(text.find_first_not_of(number, at), text.size()) : at + word.size();
    out.append(text, copied, begin - copied);
    out += is_number ? as_people_write(std::string_view(text).substr(begin, end - begin)) : std::string(beyond);
    copied = at = end;
  }
  if (copied == 0) return text;
  return out.append(text, copied);
}

}  // namespace tenon::json
