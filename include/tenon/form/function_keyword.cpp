#include "tenon/form/function_keyword.hpp"

#include <algorithm>

#include "tenon/form/report.hpp"
#include "tenon/form/value_template.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

using json::node;

// What the original says beside `params`; here they are parameters like any other.
constexpr std::array<std::string_view, 4> parameters_beside{"query", "valueField", "labelField", "distinct"};

constexpr std::array<std::string_view, 3> members{"function", "params", "message"};

class use_reader {
 public:
  use_reader(std::string_view keyword, std::vector<use_problem>& wrong) : wrong_(wrong) { out_.keyword = keyword; }

  std::optional<function_use> read(const node& value) {
    const std::size_t before = wrong_.size();
    if (value.is_object())
      for (std::size_t i = 0; i < value.size(); ++i) member(value.key(i), value[i]);
    if (out_.function.empty() && wrong_.size() == before)
      complain(value, "names no function", R"(Write {"function": "<name>", "params": {}}.)");
    return wrong_.size() == before ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  void member(std::string_view key, const node& value) {
    const std::size_t length = pointer_.size();
    json::append_step(pointer_, key);
    const bool is_beside =
        out_.keyword == dynamic_enum_keyword && std::ranges::find(parameters_beside, key) != parameters_beside.end();
    if (key == "function" || (key == "message" && out_.keyword == validate_keyword))
      text(key, value, key == "function" ? out_.function : out_.message);
    else if (key == "params")
      parameters(value);
    else if (is_beside)
      parameter(key, value);
    else
      complain(value, std::string("has a member '").append(shown(key)).append("', which nobody reads"), advice_on(key));
    pointer_.resize(length);
  }

  [[nodiscard]] std::string advice_on(std::string_view key) const {
    std::string_view near = nearest(key, members);
    if (near.empty() && out_.keyword == dynamic_enum_keyword) near = nearest(key, parameters_beside);
    if (near == "message" && out_.keyword != validate_keyword) near = {};
    if (near.empty()) return "Correct it, or take it out.";
    return std::string("The nearest known one is '").append(near).append("'. Correct it, or take it out.");
  }

  void text(std::string_view key, const node& value, std::string_view& to) {
    to = value.text();
    if (to.empty()) complain(value, std::string("has a '").append(key).append("' that is no text"), "Write a text.");
  }

  void parameters(const node& all) {
    if (!all.is_object()) return complain(all, "has 'params' that are no object", R"(Write {"<name>": <value>}.)");
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::size_t length = pointer_.size();
      json::append_step(pointer_, all.key(i));
      parameter(all.key(i), all[i]);
      pointer_.resize(length);
    }
  }

  void parameter(std::string_view name, const node& value) {
    const auto is_it = [&](const auto& one) { return one.first == name; };
    if (std::ranges::any_of(out_.parameters, is_it))
      return complain(value, std::string("says the parameter '").append(shown(name)).append("' twice"),
                      "Say it once, among 'params'.");
    out_.parameters.emplace_back(name, value);
    look_for_places(value);
  }

  void look_for_places(const node& in) {
    for (std::size_t i = 0; i < in.size(); ++i) look_for_places(in[i]);
    if (!in.is_text()) return;
    std::string why;
    const std::optional<value_template> read = value_template::read(in.text(), why);
    if (!read) return complain(in, std::string("has a text that is wrong: ").append(why), "");
    for (const value_template::part& one : read->parts())
      if (one.is_place && std::ranges::find(out_.places, one.text) == out_.places.end())
        out_.places.push_back(one.text);
  }

  void complain(const node& about, std::string message, std::string advice) {
    wrong_.push_back({about, pointer_, std::string(out_.keyword).append(" ").append(message), std::move(advice)});
  }

  function_use out_{};
  std::vector<use_problem>& wrong_;
  std::string pointer_{};
};

}  // namespace

std::optional<function_use> read_function_use(std::string_view keyword, const node& value,
                                              std::vector<use_problem>& wrong) {
  return use_reader(keyword, wrong).read(value);
}

}  // namespace tenon::form
