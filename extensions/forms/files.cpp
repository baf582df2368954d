#include "files.hpp"

#include "media_type.hpp"
#include "pages.hpp"
#include "tenon/form/render/sheet.hpp"

namespace tenon_forms {

namespace {

bool is_plain_in_a_header(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

// RFC 6266: once for programs of before, once with all its letters (RFC 8187).
std::string disposition_of(std::string_view name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string plain, whole;
  for (const char c : name) {
    plain += is_plain_in_a_header(c) || c == ' ' ? c : '_';
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain_in_a_header(c))
      whole += c;
    else
      whole.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
  }
  return std::string("attachment; filename=\"").append(plain).append("\"; filename*=UTF-8''").append(whole);
}

unsigned digit_of(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10); }

}  // namespace

tenon::response to_be_saved(const kept_file& one, tenon::pieces bytes) {
  return tenon::form::secured(tenon::response::in_pieces(known_media_type(one.type), std::move(bytes)))
      .with("Content-Disposition", disposition_of(one.name))
      .with("Cache-Control", "no-store");
}

tenon::response no_such_file() {
  return tenon::form::secured(tenon::response::html(plain_page("Not found", "No such file was sent."), 404))
      .with("Cache-Control", "no-store");
}

std::string bytes_in(std::string_view digits) {
  std::string out;
  out.reserve(digits.size() / 2);
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    out += static_cast<char>(digit_of(digits[i]) << 4U | digit_of(digits[i + 1]));
  return out;
}

}  // namespace tenon_forms
