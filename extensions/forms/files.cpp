#include "files.hpp"

#include "media_type.hpp"
#include "pages.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/word/percent_encoded.hpp"

namespace tenon_forms {

namespace {

// RFC 6266: once for programs of before, once with all its letters (RFC 8187).
std::string disposition_of(std::string_view name) {
  std::string out = "attachment; filename=\"";
  for (const char c : name) out += tenon::is_unreserved(c) || c == ' ' ? c : '_';
  return out.append("\"; filename*=UTF-8''").append(tenon::percent_encoded(name));
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
