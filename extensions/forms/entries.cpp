#include "entries.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <system_error>

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// Digits and nothing else, as fields and pointers write it; a number that is too large is the largest.
std::optional<std::size_t> index_in(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  std::size_t out = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failed == std::errc() ? out : static_cast<std::size_t>(-1);
}

std::string inside_of(std::string_view list, std::size_t entry) {
  return std::string(list).append("/").append(std::to_string(entry)).append("/");
}

// All that was sent, by name.
class names_sent {
 public:
  explicit names_sent(const sent_pairs& all) {
    for (const auto& one : all) all_.emplace(one.first, one.second);
  }
  [[nodiscard]] std::size_t entries_of(std::string_view list) const {
    for (auto said = all_.lower_bound({list, {}}); said != all_.end() && said->first == list; ++said)
      if (const std::optional<std::size_t> number = index_in(said->second)) return *number;
    std::size_t out = 0;
    while (out < form::longest_list && has_inside(inside_of(list, out))) ++out;
    return out;
  }

 private:
  [[nodiscard]] bool has_inside(std::string_view before) const {
    const auto found = all_.lower_bound({before, {}});
    return found != all_.end() && found->first.starts_with(before);
  }
  std::set<std::pair<std::string_view, std::string_view>> all_{};
};

}  // namespace

void remove_entry(std::string_view entry, sent_pairs& from) {
  const std::size_t end = entry.rfind('/');
  const std::optional<std::size_t> gone =
      end == std::string_view::npos ? std::nullopt : index_in(entry.substr(end + 1));
  if (!gone) return;
  const std::string_view list = entry.substr(0, end);
  const std::string before = std::string(list).append("/");
  const std::string inside = inside_of(list, *gone);
  std::erase_if(from, [&](const auto& one) { return one.first.starts_with(inside); });
  for (auto& [name, value] : from) {
    if (name == list) {
      const std::optional<std::size_t> count = index_in(value);
      if (count && *count > *gone) value = std::to_string(*count - 1);
    }
    if (!name.starts_with(before)) continue;
    const std::size_t step_end = std::min(name.find('/', before.size()), name.size());
    const std::optional<std::size_t> index =
        index_in(std::string_view(name).substr(before.size(), step_end - before.size()));
    if (index && *index > *gone) name.replace(before.size(), step_end - before.size(), std::to_string(*index - 1));
  }
}

std::shared_ptr<const form::form_plan> with_sent_entries(const form::form_plan& plan, const sent_pairs& all,
                                                         std::string_view add, std::string& added) {
  const names_sent names(all);
  return plan.with_entries([&](const form::element& list) {
    if (list.is_read_only) return list.list->at_first;
    const std::size_t count = names.entries_of(list.name);
    if (list.name == add && count < list.list->most) {
      added = inside_of(list.name, count);
      return count + 1;
    }
    return !added.empty() && list.name.starts_with(added) ? list.list->at_first : count;
  });
}

std::string entries_problem(const form::element& list, const std::vector<std::string>& typed) {
  const std::size_t there = list.elements.size();
  if (!std::ranges::all_of(typed, [&](const std::string& one) { return one == typed.front(); }))
    return "This was answered twice, and not alike.";
  for (const std::string& one : typed) {
    const std::optional<std::size_t> said = index_in(one);
    if (!said) return "This does not say how many there are.";
    if (*said > there)
      return std::string("There is room for ").append(std::to_string(there)).append(" here, and not for more.");
  }
  return {};
}

}  // namespace tenon_forms
