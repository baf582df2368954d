#include "tenon/form/schema/pattern.hpp"

#include <re2/re2.h>

#include <cstdint>

namespace tenon::form {

std::unique_ptr<const re2::RE2> compiled_pattern(std::string_view pattern) {
  re2::RE2::Options how(re2::RE2::Quiet);
  how.set_max_mem(std::int64_t{1} << 20U);
  return std::make_unique<const re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), how);
}

}  // namespace tenon::form
