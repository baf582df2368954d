#include "tenon/form/render/canvas.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "tenon/form/render/built_in.hpp"
#include "tenon/form/rule/form_rule.hpp"
#include "tenon/word/html_entity.hpp"

namespace tenon::form {

namespace {

// Has no place in HTML, and would only confuse whoever reads the page's source.
bool is_unprintable(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; }

void escape(std::string_view text, std::string& to) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view instead = html_entity(text[i]);
    if (instead.empty() && !is_unprintable(text[i])) continue;
    to.append(text.substr(plain, i - plain)).append(instead);
    plain = i + 1;
  }
  to.append(text.substr(plain));
}

// Browsers do not heed it where nothing is typed.
bool heeds_readonly(std::string_view tag) {
  constexpr std::array chosen{" type=\"checkbox\"", " type=\"radio\"", " type=\"range\"", " type=\"file\"",
                              " type=\"color\""};
  const auto is_chosen = [&](std::string_view type) { return tag.find(type) != std::string_view::npos; };
  return !tag.starts_with("<select") && std::ranges::none_of(chosen, is_chosen);
}

const answer nothing_said{};

}  // namespace

canvas& canvas::text(std::string_view foreign) {
  escape(foreign, out_);
  return *this;
}

canvas& canvas::number(std::size_t value) {
  out_.append(std::to_string(value));
  return *this;
}

canvas& canvas::attribute(literal name, std::string_view value) {
  out_.append(" ").append(name.view()).append("=\"");
  escape(value, out_);
  out_.append("\"");
  return *this;
}

const answer& canvas::given(const element& to) const noexcept {
  return to.number < answers_.size() ? answers_[to.number] : nothing_said;
}

std::string_view canvas::typed(const element& to) const noexcept {
  const answer& said = given(to);
  return said.typed.empty() ? std::string_view() : std::string_view(said.typed.front());
}

bool canvas::is_chosen(const element& to, std::string_view value) const noexcept {
  return std::ranges::find(given(to).typed, value) != given(to).typed.end();
}

canvas& canvas::describe(const element& asked) {
  if (!asked.description.empty())
    raw("<p class=\"hint\" id=\"").text(asked.id).raw("-hint\">").text(asked.description).raw("</p>\n");
  if (!asked.note.empty()) raw("<p class=\"note\">").text(asked.note).raw("</p>\n");
  const answer& said = given(asked);
  if (said.problems.empty()) return *this;
  raw("<p class=\"problem\" id=\"").text(asked.id).raw("-problem\"><strong>Wrong:</strong>");
  for (const std::string& one : said.problems) raw(" ").text(one);
  return raw("</p>\n");
}

canvas& canvas::described_by(const element& asked) {
  const bool is_wrong = !given(asked).problems.empty();
  if (is_wrong) raw(" aria-invalid=\"true\"");
  if (asked.description.empty() && !is_wrong) return *this;
  raw(" aria-describedby=\"");
  if (!asked.description.empty()) text(asked.id).raw("-hint");
  if (is_wrong) raw(asked.description.empty() ? literal("") : literal(" ")).text(asked.id).raw("-problem");
  return raw("\"");
}

canvas& canvas::begin_question(const element& asked) {
  raw(given(asked).problems.empty() ? literal("<div class=\"question\">\n<label for=\"")
                                    : literal("<div class=\"question wrong\">\n<label for=\""));
  text(asked.id).raw("\">").text(asked.label);
  if (asked.is_required) raw(" <span class=\"needed\">(needed)</span>");
  return raw("</label>\n").describe(asked);
}

canvas& canvas::begin_set(const element& asked) {
  raw(given(asked).problems.empty() ? literal("<fieldset class=\"question\" id=\"")
                                    : literal("<fieldset class=\"question wrong\" id=\""));
  text(asked.id).raw("\"").described_by(asked).raw(">\n<legend>").text(asked.label);
  if (asked.is_required) raw(" <span class=\"needed\">(needed)</span>");
  return raw("</legend>\n").describe(asked);
}

canvas& canvas::field_attributes(const element& asked) {
  attribute("id", asked.id).attribute("name", asked.name);
  if (asked.is_required) raw(" required");
  return read_only_attributes(asked).described_by(asked);
}

canvas& canvas::choice_attributes(const element& asked, std::size_t which, std::string_view value) {
  raw(" id=\"").text(asked.id).raw("-").number(which).raw("\"");
  attribute("name", asked.name).attribute("value", value);
  if (is_chosen(asked, value)) raw(" checked");
  return read_only_attributes(asked);
}

canvas& canvas::read_only_attributes(const element& asked) {
  if (!asked.is_read_only) return *this;
  // Nothing foreign has brought a `<`, so the last one is that of the tag.
  const std::string_view tag = std::string_view(out_).substr(std::min(out_.rfind('<'), out_.size()));
  raw(heeds_readonly(tag) ? literal(" readonly") : literal(" disabled"));
  return asked.is_computed ? raw(" data-computed") : *this;
}

void canvas::draw_plainly(const element& one) {
  if (!one.is_question()) {
    raw("<p class=\"note\">This part cannot be drawn as it should be.</p>\n").draw_inside(one);
    return;
  }
  if (one.list) return built_in::list::render(one, *this);
  begin_question(one).raw("<p class=\"note\">The renderer of this question failed; this is a plain field.</p>\n");
  raw("<input").field_attributes(one).attribute("value", typed(one)).raw(">\n").end_question();
}

// As functions say this time.
void canvas::draw_as_now(const element& one) {
  const answer& said = given(one);
  if (said.note.empty() && !one.has_dynamic_choices) return one.drawn_by->render(one, *this);
  element now = one;
  now.choices = said.choices;
  if (!now.note.empty() && !said.note.empty()) now.note.append(" ");
  now.note.append(said.note);
  if (said.is_without_choices) return built_in::unknown::render(now, *this);
  now.drawn_by->render(now, *this);
  if (!one.asks_for_update) return;
  // The page comes back at the question.
  raw("<p><button name=\"update\" value=\"").text(one.name).raw("\" formaction=\"#").text(one.id);
  raw("\">Update the choices<span class=\"apart\"> of ").text(one.label).raw("</span></button></p>\n");
}

bool canvas::is_hidden(const element& one) const noexcept {
  return one.rule < looks_.size() && static_cast<appearance>(looks_[one.rule]) == appearance::hidden;
}

// What somebody has typed into what has no field now: it is there again when the field is.
void canvas::keep_typed(const element& one) {
  const answer& said = given(one);
  if (said.is_closed && !one.is_read_only && !one.is_file && std::ranges::find(kept_, one.number) == kept_.end()) {
    kept_.push_back(one.number);
    const auto keep = [&](std::string_view text) {
      raw("<input type=\"hidden\"").attribute("name", one.name).attribute("value", text).raw(">\n");
    };
    if (one.list)
      keep(std::to_string(one.elements.size()));
    else
      std::ranges::for_each(said.typed, keep);
  }
  for (const element& inside : one.elements) keep_typed(inside);
}

void canvas::draw(const element& one) {
  if (one.rule >= looks_.size() || static_cast<appearance>(looks_[one.rule]) == appearance::open)
    return draw_whole(one);
  keep_typed(one);
  if (is_hidden(one)) return;
  raw("<fieldset class=\"closed\" disabled>\n");
  draw_whole(one);
  raw("</fieldset>\n");
}

// A script that draws it puts what it draws in there, and leaves the field that holds the answer.
void canvas::draw_whole(const element& one) {
  if (one.scripts.empty()) return draw_or_fall_back(one);
  raw("<div class=\"by-script\"").attribute("data-question", one.scripts).attribute("data-path", one.name);
  attribute("data-id", one.id).attribute("data-label", one.label).raw(">\n");
  draw_or_fall_back(one);
  raw("</div>\n");
}

void canvas::draw_or_fall_back(const element& one) {
  // What a group that fails holds is drawn once more: what failed in there is not tried again.
  if (std::ranges::find(broken_, &one) != broken_.end()) return draw_plainly(one);
  const std::size_t begun = out_.size();
  const auto fall_back = [&](std::string_view why) {
    out_.resize(begun);
    broken_.push_back(&one);
    errors_.push_back({"renderer_load_error",
                       std::string("Failed to load renderer ").append(one.drawn_by->name).append(": ").append(why),
                       std::string("at ").append(one.name.empty() ? one.label : one.name)});
    draw_plainly(one);
  };
  try {
    draw_as_now(one);
  } catch (const std::exception& thrown) {
    fall_back(thrown.what());
  } catch (...) {
    fall_back("it threw something that is no std::exception");
  }
}

}  // namespace tenon::form
