#include "sentence.hpp"

namespace tenon::http1 {

std::string sentence(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (std::string_view one : parts) out += one;
  return out;
}

}  // namespace tenon::http1
