#include "form.hpp"

#include <boost/url.hpp>
#include <string>

namespace tenon_local {

namespace urls = boost::urls;

std::optional<form> form::from(std::string_view encoded) {
  form out;
  if (encoded.empty()) return out;
  // A copy, because before Boost 1.83 the last value is read up to a zero byte, whatever the view's size is.
  const std::string terminated(encoded);
  const auto fields = urls::parse_query(terminated);
  if (!fields) return std::nullopt;
  urls::encoding_opts with_plus;
  with_plus.space_as_plus = true;
  for (const urls::param_pct_view field : *fields) {
    const auto added = out.fields_.emplace(field.key.decode(with_plus), field.value.decode(with_plus));
    if (!added.second) return std::nullopt;
  }
  return out;
}

std::string_view form::operator[](std::string_view name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace tenon_local
