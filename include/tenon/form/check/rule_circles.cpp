#include "tenon/form/check/rule_circles.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/function/function_site.hpp"
#include "tenon/form/render/element.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/rule/form_rule.hpp"

namespace tenon::form {

namespace {

// A form with more is no longer looked at, and no more circles are told of one.
constexpr std::size_t most_waits = 20'000, most_told = 20, most_tries = 200, most_named = 4;

using rule_numbers = std::vector<std::size_t>;

// What is asked in a form outside of its lists, or in an entry of one of them.
class circle_search {
 public:
  circle_search(std::span<const form_rule> rules, std::span<const function_site> functions)
      : rules_(rules), functions_(functions), waits_for_(rules.size()) {}

  void look(const element& root, const json_file& ui, report& to) {
    collect(root);
    for (std::size_t i = 0; i < here_.size() && steps_ < most_waits; ++i) find_what_it_waits_for(here_[i]);
    if (steps_ >= most_waits)
      return to.warning(ui.about(ui.root(), {},
                                 "whether rules of this form wait for each other is not looked at: they read too much",
                                 "Ask in conditions about single questions, or in fewer of them."));
    leave_what_is_in_no_circle();
    std::size_t told = 0, tries = 0;
    for (std::size_t i = 0; i < here_.size() && told < most_told && tries < most_tries && !to.is_full(); ++i) {
      if (waits_for_[here_[i]].empty()) continue;
      ++tries;
      const rule_numbers circle = circle_of(here_[i]);
      if (circle.empty()) continue;
      ++told;
      tell(circle, ui, to);
    }
  }

 private:
  // Of a question that stands in several places it takes a rule in each to hide it.
  struct hidden {
    rule_numbers by{};
    bool is_always_there = false;
  };

  void collect(const element& one) {
    const bool is_ruled = one.rule < rules_.size() && rules_[one.rule].hides();
    if (one.rule < rules_.size()) here_.push_back(one.rule);
    if (is_ruled) around_.push_back(one.rule);
    if (one.is_question()) {
      hidden& is = hidden_[one.name];
      is.is_always_there = is.is_always_there || around_.empty();
      is.by.insert(is.by.end(), around_.begin(), around_.end());
    }
    for (std::size_t i = 0; i < one.elements.size() && !one.list; ++i) collect(one.elements[i]);
    if (is_ruled) around_.pop_back();
  }

  void find_what_it_waits_for(std::size_t rule) {
    std::set<std::size_t> found;
    std::set<std::string> seen;
    std::vector<std::string> ask = rules_[rule].reads();
    const auto look_at = [&](const std::string& name, const hidden& is) {
      ++steps_;
      if (!is.is_always_there) found.insert(is.by.begin(), is.by.end());
      steps_ += is.by.size();
      if (seen.insert(name).second) add_what_it_is_made_of(name, ask);
    };
    for (std::size_t i = 0; i < ask.size() && steps_ < most_waits; ++i) {
      const std::string at = ask[i], inside = at + "/";
      if (const auto exact = hidden_.find(at); exact != hidden_.end()) look_at(exact->first, exact->second);
      for (auto next = hidden_.lower_bound(inside); next != hidden_.end() && next->first.starts_with(inside); ++next)
        look_at(next->first, next->second);
    }
    waits_for_[rule].assign(found.begin(), found.end());
  }

  // What a function says of a question follows from what it is given.
  void add_what_it_is_made_of(const std::string& name, std::vector<std::string>& to) const {
    for (const function_site& one : functions_)
      if (one.pointer == name && !one.validates() && one.says)
        to.insert(to.end(), one.says->places.begin(), one.says->places.end());
  }

  void leave_what_is_in_no_circle() {
    for (bool is_less = true; is_less;) {
      is_less = false;
      for (rule_numbers& one : waits_for_) {
        const std::size_t left = std::erase_if(one, [&](std::size_t of) { return waits_for_[of].empty(); });
        is_less = is_less || left > 0;
      }
    }
  }

  // The shortest, from that rule on.
  [[nodiscard]] rule_numbers circle_of(std::size_t rule) const {
    std::map<std::size_t, std::size_t> before;
    rule_numbers ask{rule};
    for (std::size_t i = 0; i < ask.size(); ++i)
      for (const std::size_t next : waits_for_[ask[i]]) {
        if (next != rule) {
          if (before.emplace(next, ask[i]).second) ask.push_back(next);
          continue;
        }
        rule_numbers out{ask[i]};
        while (out.back() != rule) out.push_back(before.at(out.back()));
        std::ranges::reverse(out);
        return out;
      }
    return {};
  }

  void tell(const rule_numbers& circle, const json_file& ui, report& to) const {
    const std::string& where = rules_[circle.front()].where();
    std::string message = "rule in a circle: ";
    if (circle.size() == 1) message.append("it hides what its own condition asks about");
    for (std::size_t i = 1; i < std::min(circle.size(), most_named); ++i)
      message.append(i == 1 ? "it asks about what the rule at " : ", that about what the one at ")
          .append(rules_[circle[i]].where())
          .append(" hides");
    if (circle.size() > most_named) message.append(", and so on");
    if (circle.size() > 1) message.append(", and that about what this one hides");
    to.warning(ui.about(ui.root().find_pointer(where).value_or(ui.root()), where, std::move(message),
                        "What is hidden says nothing, and a form whose rules come to no end is not taken: ask about "
                        "something else."));
  }

  std::span<const form_rule> rules_;
  std::span<const function_site> functions_;
  std::vector<rule_numbers> waits_for_;
  rule_numbers here_{}, around_{};  // those of its elements, and of what is around the one that is looked at
  std::map<std::string, hidden> hidden_{};
  std::size_t steps_ = 0;
};

void look_into_lists(const element& in, const json_file& ui, const form_plan& plan, report& to) {
  if (in.list) {
    circle_search(plan.rules_of_entries(), {}).look(in.list->asks, ui, to);
    return look_into_lists(in.list->asks, ui, plan, to);
  }
  for (const element& one : in.elements) look_into_lists(one, ui, plan, to);
}

}  // namespace

void check_rule_circles(const json_file& ui, const form_plan& plan, report& to) {
  if (!plan.rules().empty()) circle_search(plan.rules(), plan.functions()).look(plan.root(), ui, to);
  if (!plan.rules_of_entries().empty()) look_into_lists(plan.root(), ui, plan, to);
}

}  // namespace tenon::form
