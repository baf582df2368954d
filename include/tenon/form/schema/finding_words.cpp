#include "tenon/form/schema/finding_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/json/scan.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t most_problems = 2000;

// What a description begins with, and what is said instead: a number in it stands where the # is.
struct wording {
  std::string_view begins, says;
  wrongness kind = wrongness::other;
};
constexpr std::array wordings{
    wording{"Failed to match against any enum", "This is none of the choices."},
    wording{"Failed to match expected value set by 'const'", "This is not the value that is wanted.",
            wrongness::constant},
    wording{"Failed to match regex", "This is not written as it has to be.", wrongness::pattern},
    wording{"Expected number less than or equal to", "This has to be at most #."},
    wording{"Expected number less than", "This has to be less than #."},
    wording{"Expected number greater than or equal to", "This has to be at least #."},
    wording{"Expected number greater than", "This has to be more than #."},
    wording{"Value should be a multiple of", "This has to be a multiple of #."},
    wording{"String should be no more than", "This has to have at most # characters."},
    wording{"String should be no fewer than", "This has to have at least # characters."},
    wording{"Array should contain no more than", "There have to be at most #."},
    wording{"Array should contain no fewer than", "There have to be at least #."},
    wording{"Elements at indexes", "Nothing may be there twice."},
    wording{"Value type not permitted", "This is of another kind than it has to be."},
    wording{"Missing required property", "This is needed.", wrongness::missing},
    wording{"Missing dependency", "This is needed.", wrongness::missing},
    wording{"Object contains a property that could not be validated", "There is something that nobody asked for.",
            wrongness::unknown_name},
};

std::string_view between_quotes(std::string_view text) {
  const std::size_t first = text.find('\''), last = text.rfind('\'');
  return last == first ? std::string_view() : text.substr(first + 1, last - first - 1);
}

// The first number, without the zeros that a library writes behind its point.
std::string number_in(std::string_view text) {
  const std::size_t from = std::min(text.find_first_of("-0123456789"), text.size());
  const std::size_t to = std::min(text.find_first_not_of("-+.eE0123456789", from), text.size());
  std::string out(text.substr(from, to - from));
  while (out.ends_with('.')) out.pop_back();
  if (out.find('.') == std::string::npos) return out;
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace

void finding_words::add(const std::vector<std::string>& way, const std::string& description) {
  if (all_.size() == most_problems) {
    are_more_ = true;
    return;
  }
  found out;
  for (std::size_t i = 1; i < way.size(); ++i)
    json::append_step(out.one.pointer, std::string_view(way[i]).substr(1, std::max<std::size_t>(way[i].size(), 2) - 2));
  const auto said = std::ranges::find_if(
      wordings, [&](const wording& one) { return std::string_view(description).starts_with(one.begins); });
  out.is_about_inside = said == wordings.end();
  out.one.message = out.is_about_inside ? "This does not fit what is asked for." : std::string(said->says);
  if (!out.is_about_inside) {
    out.one.kind = said->kind;
    if (said->kind == wrongness::missing) json::append_step(out.one.pointer, between_quotes(description));
    if (const std::size_t at = out.one.message.find('#'); at != std::string::npos)
      out.one.message.replace(at, 1, number_in(description.substr(said->begins.size())));
  }
  all_.push_back(std::move(out));
}

std::vector<data_finding> finding_words::all() const {
  std::vector<data_finding> out;
  for (const found& one : all_) {
    const auto says_more = [&](const found& other) {
      const bool is_nearer = !other.is_about_inside || other.one.pointer.size() > one.one.pointer.size();
      return is_nearer && other.one.pointer.starts_with(one.one.pointer);
    };
    if (one.is_about_inside && std::ranges::any_of(all_, says_more)) continue;
    if (std::ranges::find(out, one.one) == out.end()) out.push_back(one.one);
  }
  if (are_more_) out.push_back({.message = "There is more wrong than can be told."});
  return out;
}

}  // namespace tenon::form
