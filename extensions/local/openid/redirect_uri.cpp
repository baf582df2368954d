#include "redirect_uri.hpp"

#include <boost/url.hpp>
#include <charconv>

namespace tenon_local {

namespace urls = boost::urls;

namespace {

std::string origin_of(const urls::url_view& url) {
  std::string out(url.scheme());
  out.append("://").append(url.encoded_host_and_port());
  return out;
}

// Absent, or 1 to 65535.
bool has_possible_port(const urls::url_view& url) {
  if (!url.has_port()) return true;
  const std::string_view text = url.port();
  unsigned number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc() && end == text.data() + text.size() && number >= 1 && number <= 65535;
}

}  // namespace

bool is_local_redirect(std::string_view uri) {
  const auto url = urls::parse_uri(uri);
  return url.has_value() && url->scheme_id() == urls::scheme::http && !url->has_userinfo() && !url->has_fragment() &&
         url->host_type() == urls::host_type::name && url->encoded_host() == "localhost" && has_possible_port(*url);
}

std::string with_parameters(std::string_view uri,
                            const std::vector<std::pair<std::string_view, std::string_view>>& parameters) {
  urls::url url(uri);
  // What a query keeps as it stands (RFC 3986), but for what a form reads as something else: `&`, `=`, and a `+`, which
  // would be a blank.
  constexpr auto kept = urls::unreserved_chars + urls::grammar::lut_chars("/?:@!$'()*,;");
  for (const auto& [name, value] : parameters)
    url.encoded_params().append({urls::encode(name, kept), urls::encode(value, kept)});
  return std::string(url.buffer());
}

bool is_trusted_origin(std::string_view origin, std::string_view issuer) {
  const auto url = urls::parse_uri(origin);
  if (!url || url->has_userinfo()) return false;
  const auto own = urls::parse_uri(issuer);
  if (own && origin_of(*url) == origin_of(*own)) return true;
  const bool is_web = url->scheme_id() == urls::scheme::http || url->scheme_id() == urls::scheme::https;
  const std::string_view host = url->encoded_host();
  return is_web && (host == "localhost" || host == "127.0.0.1" || host == "[::1]");
}

}  // namespace tenon_local
