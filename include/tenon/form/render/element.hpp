// One thing of a form as its renderer sees it: a question, or a group of them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/renderer_row.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

struct choice {
  std::string value{};  // as a field sends it
  std::string label{};
  std::string meaning{};  // as JSON
};

struct entry_list;

struct element {
  // In the place of an answer's number or of a rule's.
  static constexpr std::size_t no_answer = static_cast<std::size_t>(-1), no_rule = no_answer;

  std::string format{};  // by which its renderer was found: `date`, `text`, `group`, or one that an extension draws
  std::string label{}, description{};
  std::string id{};    // unique on the page
  std::string note{};  // what of the form's wish could not be met; shown beside

  // Of a question.
  std::size_t number = no_answer;  // of its answer
  std::string name{};              // of its field: the JSON pointer into the data
  std::string type{};              // as the schema says: `integer`
  std::string schema_format{};     // likewise: `email`
  std::string placeholder{};
  std::vector<choice> choices{};
  std::string minimum{}, maximum{}, step{};  // numbers as JSON; empty where there is none
  bool is_required = false;
  bool is_read_only = false;         // nobody changes it: it says what it begins with, or what is computed
  bool is_file = false;              // it is answered with a file, and not by what is typed
  bool is_computed = false;          // by a function: what a client sends for it is not looked at
  bool has_dynamic_choices = false;  // a function offers them each time anew: they stand with the answer
  bool asks_for_update = false;      // and they depend on other answers

  std::size_t rule = no_rule;       // of the plan's: whether it is shown
  std::vector<element> elements{};  // of a group
  std::size_t level = 2;            // of its heading

  // Of a list of objects, whose answer is how many entries it has: what they ask. `elements` are those that there are.
  std::shared_ptr<const entry_list> list{};
  std::string entry{};  // of what is inside of one: which, `Member 2`
  std::string whole{};  // of a part of an answer: the label of all of it

  std::optional<json::node> begins_with{};   // the `default`, its own or that of what is around it
  std::optional<json::node> schema{}, ui{};  // as the bundle says them; `options` of `ui` are the renderer's own
  const renderer_row* drawn_by = nullptr;
  std::string scripts{};  // of a bundle that may draw it instead, as a page reads it (script_question); empty: none

  [[nodiscard]] bool has_choices() const noexcept { return has_dynamic_choices || !choices.empty(); }
  [[nodiscard]] bool is_question() const noexcept { return number != no_answer; }
  // The text of an option of its UI schema; empty where there is none.
  [[nodiscard]] std::string_view option(std::string_view key) const noexcept {
    if (!ui) return {};
    const std::optional<json::node> options = ui->find("options");
    const std::optional<json::node> found = options ? options->find(key) : std::nullopt;
    return found ? found->text() : std::string_view();
  }
};

// Names inside of `asks` are pointers into an entry, and rules those of entries: form_plan::with_entries.
struct entry_list {
  element asks{};
  std::string label{};       // of one of them, without its number
  std::size_t elements = 0;  // that each of them has
  std::size_t least = 0, most = 0, at_first = 0;
};

// Wherever it is read apart from its place: `Member 2, Name`.
[[nodiscard]] inline std::string full_label(const element& of) {
  std::string out;
  for (const std::string& around : {of.entry, of.whole})
    if (!around.empty()) out.append(around).append(", ");
  return out.append(of.label);
}

// What was said to a question, and what is wrong with it.
struct answer {
  std::vector<std::string> typed{};  // as fields send them; of several choices one each; of a file its name
  std::vector<std::string> problems{};
  std::string file{};  // of a question that is answered with one: what its data say of it, as JSON

  // What functions say this time.
  std::vector<choice> choices{};    // where the question has dynamic ones
  std::string note{};               // for whoever fills the form
  bool is_without_choices = false;  // they cannot be had, so it cannot be answered

  // What rules make of it.
  bool is_hidden = false;  // wherever it stands: it says nothing, and is not missed
  bool is_closed = false;  // or hidden: what was typed comes back without a field
};

}  // namespace tenon::form
