// What a renderer draws on: HTML in which nothing foreign can be markup.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/render/element.hpp"
#include "tenon/word/literal.hpp"

namespace tenon::form {

// What could not be loaded or drawn, as the page, the log and the init data say it.
struct load_error {
  std::string type{};  // renderer_load_error or function_load_error
  std::string message{}, details{};
  friend bool operator==(const load_error&, const load_error&) = default;
};

// Markup is what stands in the program's text; whatever is known only at run time is escaped.
class canvas {
 public:
  // `looks` are those of the form's rules.
  canvas(std::span<const answer> answers, std::string& out, std::vector<load_error>& errors,
         std::string_view looks = {})
      : answers_(answers), out_(out), errors_(errors), looks_(looks) {}

  canvas& raw(literal markup) {
    out_.append(markup.view());
    return *this;
  }
  canvas& text(std::string_view foreign);
  // Its digits, whatever `value` counts.
  canvas& number(std::size_t value);
  // ` name="value"`.
  canvas& attribute(literal name, std::string_view value);

  // What was said so far.
  [[nodiscard]] const answer& given(const element& to) const noexcept;
  [[nodiscard]] std::string_view typed(const element& to) const noexcept;  // the first, or nothing
  [[nodiscard]] bool is_hidden(const element& one) const noexcept;
  [[nodiscard]] bool is_chosen(const element& to, std::string_view value) const noexcept;

  // What stands around a field: its label, what it is about, what is wrong with it.
  //   to.begin_question(asked).raw("<input").field_attributes(asked).raw(">").end_question();
  canvas& begin_question(const element& asked);
  canvas& end_question() { return raw("</div>\n"); }
  // The same around several fields that are one question.
  canvas& begin_set(const element& asked);
  canvas& end_set() { return raw("</fieldset>\n"); }
  // What it is about, and what is wrong with it; the two above do that.
  canvas& describe(const element& asked);
  // Its id, its name, and what ties it to its label and its problems. Where it cannot be changed a browser is told so:
  // what the tag is, and its type, have to stand before.
  canvas& field_attributes(const element& asked);
  // One of several fields with the question's name, of which it is number `which`: ` id="q1-2" name="/a" value="..."`.
  canvas& choice_attributes(const element& asked, std::size_t which, std::string_view value);
  // That it cannot be changed: the two above say it.
  canvas& read_only_attributes(const element& asked);

  // By its own renderer; where that throws, by a plain field and a sentence that says so.
  void draw(const element& one);
  canvas& draw_inside(const element& group) {
    for (const element& one : group.elements) draw(one);
    return *this;
  }

 private:
  canvas& described_by(const element& asked);
  void draw_whole(const element& one);
  void draw_or_fall_back(const element& one);
  void draw_as_now(const element& one);
  void keep_typed(const element& one);
  void draw_plainly(const element& one);

  std::span<const answer> answers_;
  std::string& out_;
  std::vector<load_error>& errors_;
  std::string_view looks_;
  std::vector<const element*> broken_{};
  std::vector<std::size_t> kept_{};  // questions
};

}  // namespace tenon::form
