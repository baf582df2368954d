// Amounts of bytes as text.
#pragma once

#include <string>
#include <string_view>

#include "tenon/reflect/text_form.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/field.hpp"

namespace tenon::reflect {

template <>
struct text_form<byte_size> {
  static constexpr std::string_view expected = "an amount of bytes", example = "8MiB, 500kB or 4096";

  static std::string print(const byte_size& value) { return to_string(value); }
  static bool parse(std::string_view text, byte_size& value) {
    const auto read = byte_size_from(text);
    if (read) value = *read;
    return read.has_value();
  }
  static constexpr bool takes_whole = true;  // a plain number is one of bytes
  static constexpr measure measured = measure::bytes;
  static constexpr double magnitude(const byte_size& value) { return static_cast<double>(value.bytes); }
  static std::string print_magnitude(double bytes) { return to_string(byte_size{static_cast<std::uint64_t>(bytes)}); }
};

}  // namespace tenon::reflect
