#include "report/figure.hpp"

#include <fmt/format.h>

namespace bench {

std::optional<double> figure::ratio() const {
  if (own_ratio) return own_ratio;
  if (!ours.value || !theirs.value || *theirs.value == 0) return std::nullopt;
  return *ours.value / *theirs.value;
}

verdict figure::judge() const {
  using enum wish::rule;
  const bool about_ratio = wanted.how == ratio_at_most || wanted.how == ratio_at_least;
  const std::optional<double> value = about_ratio ? ratio() : ours.value;
  const bool peer_counts = about_ratio || wanted.how == none;
  if (!value || (peer_counts && !peer.empty() && !theirs.value)) return verdict::not_measured;
  bool good = false;
  switch (wanted.how) {
    case none:
      return verdict::shown;
    case at_most:
    case ratio_at_most:
      good = *value <= wanted.bound;
      break;
    case below:
      good = *value < wanted.bound;
      break;
    case equal:
      good = *value == wanted.bound;
      break;
    case ratio_at_least:
      good = *value >= wanted.bound;
      break;
  }
  return good ? verdict::met : verdict::missed;
}

std::string figure::wanted_text() const {
  const std::string bound = text_of(wanted.bound, of);
  switch (wanted.how) {
    case wish::rule::none:
      return "";
    case wish::rule::at_most:
      return "at most " + bound;
    case wish::rule::below:
      return "under " + bound;
    case wish::rule::equal:
      return bound;
    case wish::rule::ratio_at_most:
      return fmt::format("ratio at most {:.2f}", wanted.bound);
    case wish::rule::ratio_at_least:
      return fmt::format("ratio at least {:.2f}", wanted.bound);
  }
  return "";
}

}  // namespace bench
