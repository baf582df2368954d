#include "tenon/form/plan/plan_maker.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "tenon/form/known_renderers.hpp"
#include "tenon/form/render/built_in.hpp"
#include "tenon/form/render/built_in_files.hpp"
#include "tenon/form/render/position.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

// Where nobody draws these, a line of text would not do instead.
constexpr std::array<std::string_view, 10> beyond_text{"photo", "signature", "select_file", "audio",           "gps",
                                                       "video", "image",     "file",        "sub-observation", "html"};

constexpr renderer_row unknown_row = row_of_renderer<built_in::unknown>("");

struct layout_name {
  std::string_view type, format;
};
constexpr std::array layouts{
    layout_name{"VerticalLayout", "layout"}, layout_name{"HorizontalLayout", "row"},
    layout_name{"Group", "group"},           layout_name{"Categorization", "categorization"},
    layout_name{"Category", "category"},     layout_name{"SwipeLayout", "categorization"},
    layout_name{"Label", "builtin-text"},
};

template <class Words>
bool holds(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

std::string_view nearest_type(std::string_view type) {
  std::array<std::string_view, layouts.size() + 1> all{"Control"};
  std::ranges::transform(layouts, all.begin() + 1, &layout_name::type);
  return nearest(type, all);
}

// What the built-in renderers of a format ask of a question; empty where there are none, or they ask nothing.
struct format_need {
  std::string_view format, needs;
};
constexpr std::string_view a_file = "the type object or string, no choices, and no function that computes it",
                           a_text = "the type string", a_number = "the type number or integer",
                           a_choice = "choices: an enum, or a oneOf of const and title";
constexpr std::array format_needs{
    format_need{"photo", a_file},
    format_need{"image", a_file},
    format_need{"signature", a_file},
    format_need{"audio", a_file},
    format_need{"video", a_file},
    format_need{"select_file", a_file},
    format_need{"file", a_file},
    format_need{"gps", "the type object with a latitude and a longitude, each a number, or the type string"},
    format_need{"qrcode", a_text},
    format_need{"text", a_text},
    format_need{"textarea", a_text},
    format_need{"date", a_text},
    format_need{"time", a_text},
    format_need{"date-time", a_text},
    format_need{"datetime", a_text},
    format_need{"adate", a_text},
    format_need{"number", a_number},
    format_need{"integer", a_number},
    format_need{"slider", "the type number or integer, a minimum and a maximum"},
    format_need{"range", "the type number or integer, a minimum and a maximum"},
    format_need{"rating", "the type integer, and no more than 21 steps from minimum to maximum"},
    format_need{"boolean", "the type boolean"},
    format_need{"checkbox", "the type boolean"},
    format_need{"toggle", "the type boolean"},
    format_need{"select", a_choice},
    format_need{"combo", a_choice},
    format_need{"radio", a_choice},
    format_need{"multiselect", "the type array, and choices of its items"},
    format_need{"likert", "choices, whole numbers, or an object of questions with the same choices"},
    format_need{"sub-observation", "the type array, and items that are objects with properties"},
};
std::string_view needs_of(std::string_view format) {
  const auto* const found = std::ranges::find(format_needs, format, &format_need::format);
  return found == format_needs.end() ? std::string_view() : found->needs;
}

std::string_view format_by_type(const element& one) {
  if (one.list) return built_in::list::renderer.format;
  if (one.type == "array") return one.has_choices() ? "multiselect" : "";
  if (one.has_choices()) return "select";
  if (one.type == "boolean" || one.type == "number") return one.type;
  if (one.type == "integer") return "number";
  if (one.type == "string") return "text";
  return "";
}

std::string_view format_by_options(const element& one) {
  const std::optional<json::node> options = one.ui ? one.ui->find("options") : std::nullopt;
  if (!options) return {};
  if (is_true(*options, "multi")) return "textarea";
  if (is_true(*options, "slider")) return "slider";
  if (is_true(*options, "toggle")) return "toggle";
  return {};
}

// As JsonForms has it, and as schemas spell it.
bool is_read_only_in(const json::node& ui) {
  const std::optional<json::node> options = ui.find("options");
  return options && (is_true(*options, "readonly") || is_true(*options, "readOnly"));
}

// Whole numbers from the least to the most, for those who are shown each of them.
void add_steps(element& to) {
  long least = 1, most = 5;
  const auto read = [](const std::string& text, long& into) {
    std::from_chars(text.data(), text.data() + text.size(), into);
  };
  read(to.minimum, least);
  read(to.maximum, most);
  if (most < least || most - least > 20) return;
  for (long i = least; i <= most; ++i) {
    const std::string step = std::to_string(i);
    to.choices.push_back({step, step, step});
  }
}

}  // namespace

void plan_maker::complain(std::string message, std::string details) {
  if (errors_.size() < 100) errors_.push_back({"renderer_load_error", std::move(message), std::move(details)});
}

void plan_maker::complain(std::string message, std::string details, form_fault fault) {
  details.append(details.empty() ? "at " : ", at ").append(to_string(fault.at));
  complain(std::move(message), std::move(details));
  add_fault(faults_, std::move(fault));
}

bool plan_maker::is_too_much(depth at) {
  const bool too_much = made_ >= most_elements || made_bytes_ > most_element_bytes || at.steps > deepest_element;
  if (too_much && !std::exchange(is_cut_, true)) {
    const std::string advice = "Make several forms of it, or take a circle out of its references.";
    errors_.push_back(
        {"renderer_load_error",
         "The form is too large: what is beyond 5000 elements, 32 MiB of text or 24 steps deep is left out.", advice});
    add_fault(faults_, {"element: the form has more than 5000 elements, 32 MiB of text or 24 steps of depth", advice,
                        in_ui(), false, true});
  }
  return too_much;
}

// Inside of an entry it is numbered when there is one.
void plan_maker::number(element& one) {
  one.number = 0;
  if (!is_inside_of_list()) one.number = names_.try_emplace(one.name, names_.size()).first->second;
}

element plan_maker::begun(std::string_view format, const std::optional<json::node>& ui, depth at) {
  element out{.format = std::string(format), .id = std::string("q").append(std::to_string(made_++)), .ui = ui};
  out.level = at.heading;
  if (ui) out.label = text_of(*ui, "label");
  if (const std::optional<json::node> rule = ui ? ui->find("rule") : std::nullopt) read_rule(*rule, out);
  return out;
}

// What has a rule that cannot be kept to is there for everybody, rather than for nobody.
void plan_maker::read_rule(const json::node& rule, element& to) try {
  form_rule read(rule, ui_at_ + "/rule");
  check_rule_asks_about_something(rule);
  rules_->push_back(std::move(read));
  to.rule = rules_->size() - 1;
} catch (const rule_error& why) {
  to.note = "This has a rule that cannot be kept to, so it is always here.";
  complain(std::string("Failed to load a rule of ui.json: ").append(why.message()), std::string(rule.as_json(), 0, 200),
           {std::string("rule: ").append(why.message()), "Until that is mended, what it is about is always shown.",
            in_ui("/rule" + why.pointer())});
}

void plan_maker::check_rule_asks_about_something(const json::node& rule) {
  for (const rule_place& one : form_rule::places_of(rule))
    if (one.scope != "#" && one.scope != "#/" && !scope(one.scope))
      throw rule_error(std::string("its condition has the scope '")
                           .append(shown(one.scope))
                           .append("', which leads nowhere")
                           .append(suggestion(one.scope)),
                       one.pointer);
}

element plan_maker::make(const std::optional<json::node>& ui) {
  element whole{.label = "The form"};
  scopes_begin_at_.schema = follow(schema_, scopes_begin_at_.schema_at);
  add_own_default(scopes_begin_at_);
  tell_what_contradicts_itself(scopes_begin_at_, whole);
  scopes_begin_at_.is_read_only = is_true(schema_, "readOnly") || is_true(scopes_begin_at_.schema, "readOnly");
  functions_.look_at({{schema_, ""}, {scopes_begin_at_.schema, scopes_begin_at_.schema_at}}, whole);
  functions_.look_for_lost(schema_);
  if (ui) return from_ui(*ui, {});
  element all = begun("layout", {}, {});
  all.drawn_by = renderers_.for_element(all);
  add_properties(scopes_begin_at_, depth{}.inside(0, false), all);
  return all;
}

element plan_maker::from_ui(const json::node& ui, depth at) {
  const std::string_view type = text_of(ui, "type");
  if (type == "Control") return control(ui, at);
  const auto found = std::ranges::find(layouts, type, &layout_name::type);
  element out = begun(found != layouts.end() ? found->format : type, ui, at);
  if (type == "Label" && out.label.empty()) out.label = text_of(ui, "text");
  if (const std::string_view own = out.option("format"); !own.empty()) out.format = own;
  out.drawn_by = renderers_.for_element(out);
  if (out.drawn_by == nullptr && found != layouts.end()) {
    out.format = found->format;
    out.drawn_by = renderers_.for_element(out);
  }
  if (out.drawn_by == nullptr) {
    out.drawn_by = &unknown_row;
    out.note = std::string("This server knows no element of the type '").append(shown(type)).append("'.");
    std::string advice =
        "Write Control, VerticalLayout, HorizontalLayout, Group, Categorization, SwipeLayout, Category or Label.";
    if (const std::string_view near = nearest_type(type); !near.empty())
      advice = std::string("The nearest known one is '").append(near).append("'. ").append(advice);
    complain(
        std::string("Failed to load renderer ").append(shown(type)).append(": no renderer for it in this server"), "",
        {type.empty() ? std::string("element: it has no 'type'")
                      : std::string("element: nobody draws elements of the type '").append(shown(type)).append("'"),
         std::move(advice), in_ui(ui.find("type") ? "/type" : ""), !ui.find("scope")});
  }
  const bool is_heading = !out.label.empty() && type != "Label";
  add_elements(ui, at.inside(is_heading ? 1 : 0, is_read_only_in(ui)), out);
  return out;
}

void plan_maker::add_elements(const json::node& ui, depth at, element& to) {
  const std::optional<json::node> inside = ui.find("elements");
  if (!inside || inside->kind() != json::node_kind::list) return;
  const std::size_t length = ui_at_.size();
  for (std::size_t i = 0; i < inside->size() && !is_too_much(at); ++i) {
    ui_at_.append("/elements/").append(std::to_string(i));
    to.elements.push_back(from_ui((*inside)[i], at));
    ui_at_.resize(length);
  }
}

element plan_maker::control(const json::node& ui, depth at) {
  const std::string_view where = text_of(ui, "scope");
  if (where == "#" || where == "#/") {
    element all = begun("layout", ui, at);
    all.drawn_by = renderers_.for_element(all);
    add_properties(scopes_begin_at_, at.inside(0, is_read_only_in(ui)), all);
    return all;
  }
  if (const std::optional<place> of = scope(where)) return question(*of, ui, at);
  element lost = begun("unknown", ui, at);
  lost.drawn_by = &unknown_row;
  const std::optional<json::node> said = ui.find("scope");
  if (said && !said->is_text()) {
    lost.note = "This asks for nothing: its scope is no text.";
    complain("Failed to load renderer of a control: its scope is no text", {},
             {std::string("element: a scope must be a text, found ").append(json::described(said->kind())),
              "Write it as in \"#/properties/age\".", in_ui("/scope")});
    return lost;
  }
  lost.note = std::string("The form asks for '").append(shown(where)).append("', which its schema does not have.");
  complain(std::string("Failed to load renderer of a control: its scope leads nowhere"), std::string(where),
           {said ? std::string("element: the scope '")
                       .append(shown(where))
                       .append("' leads nowhere")
                       .append(suggestion(where))
                 : std::string("element: a Control without a 'scope' asks for nothing"),
            "Let it lead to a property of the schema.", in_ui(said ? "/scope" : "")});
  return lost;
}

void plan_maker::add_properties(const place& object, depth at, element& to) {
  const std::optional<json::node> properties = object.schema.find("properties");
  for (std::size_t i = 0; properties && properties->is_object() && i < properties->size() && !is_too_much(at); ++i)
    if (const std::optional<place> of = property(object, properties->key(i)))
      to.elements.push_back(question(*of, {}, at));
}

void plan_maker::read_schema(const place& of, depth at, element& to) {
  to.schema = of.schema;
  to.type = type_of(schema_, of.schema);
  to.schema_format = text_of(of.schema, "format");
  to.choices = choices_of(schema_, of.schema);
  for (const choice& one : to.choices) made_bytes_ += sizeof(one) + one.value.size() + one.label.size();
  to.minimum = number_of(of.schema, "minimum");
  to.maximum = number_of(of.schema, "maximum");
  to.step = number_of(of.schema, "multipleOf");
  to.is_read_only = of.is_read_only || at.is_read_only || (to.ui && is_read_only_in(*to.ui));
  // A boolean is said by not ticking it, too; and who cannot answer is not asked to.
  to.is_required = of.is_required && to.type != "boolean" && !to.is_read_only;
  // Beside a reference: what is said there is said of this question.
  for (const json::node& one : {of.says, of.schema}) {
    if (to.label.empty()) to.label = text_of(one, "title");
    if (to.description.empty()) to.description = text_of(one, "description");
  }
  if (!of.defaults.empty()) to.begins_with = of.defaults.front();
  if (to.label.empty()) to.label = as_words(of.key);
  made_bytes_ += to.label.size() + to.description.size();
  if (to.ui)
    if (const std::optional<json::node> options = to.ui->find("options"))
      to.placeholder = text_of(*options, "placeholder");
}

// Where an extension draws that format, it asks in its own way.
bool plan_maker::is_question_of_file(const place& of, const element& one) {
  const std::string_view format = wanted_format(of.schema, one.ui);
  if (!is_format_of_files(format) || one.has_choices() || (one.type != "string" && one.type != "object")) return false;
  for (const json::node& says : {of.says, of.schema})
    if (says.find("x-computed") || says.find("x-dynamicEnum")) return false;
  element as = one;
  as.format = format;
  as.is_file = true;
  const renderer_row* const by = renderers_.for_element(as);
  return by != nullptr && by->is_built_in();
}

// Entries move up where one is taken away, and a file that a browser holds cannot move with them.
bool plan_maker::is_file_in_vain(const place& of, element& at) {
  if (!at.is_file) return false;
  at.is_file = false;
  at.note = "This is answered with a file, and none is taken inside of a list, so this cannot be asked here.";
  complain(
      "Failed to load renderer: a file is asked for inside of a list, where none is taken. Move it out of the "
      "list's items.",
      at.name,
      {std::string("element: '").append(shown(of.key)).append("' is a file inside of a list, where none is taken"),
       "Move it out of the list's items.",
       {false, of.says_at}});
  return true;
}

element plan_maker::question(const place& of, const std::optional<json::node>& ui, depth at) {
  element out = begun("", ui, at);
  read_schema(of, at, out);
  tell_what_contradicts_itself(of, out);
  const depth inside = at.inside(1, out.is_read_only);
  out.name = of.pointer;
  out.is_file = is_question_of_file(of, out);
  const bool is_object = out.type == "object" && !out.is_file;
  if (is_object) {
    out.choices.clear();
    if (wanted_format(of.schema, ui) == position_format)
      add_parts_of_position(of, inside, out);
    else
      add_properties(of, inside, out);
  } else {
    number(out);
    read_list(of, inside, out);
  }
  const auto schemas = {located_schema{of.says, of.says_at}, located_schema{of.schema, of.schema_at}};
  if (is_inside_of_list() && (is_file_in_vain(of, out) || functions_.is_called_in_vain(schemas, out))) {
    out.number = element::no_answer;
    out.drawn_by = &unknown_row;
    return out;
  }
  if (!is_inside_of_list()) functions_.look_at(schemas, out);
  if (out.is_computed || out.has_dynamic_choices) out.list = nullptr;
  has_lists_ = has_lists_ || out.list;
  choose_renderer(of, out);
  if (is_object && out.elements.empty() && out.drawn_by->is_built_in() && out.drawn_by != &unknown_row)
    add_fault(faults_, {std::string("element: '")
                            .append(shown(of.key))
                            .append("' is an object without properties, so nothing is asked in it"),
                        "List what is asked under 'properties'; what stands in an anyOf or oneOf is not asked.",
                        {false, of.schema_at},
                        true});
  return out;
}

void plan_maker::choose_renderer(const place& of, element& to) {
  const std::string wanted(wanted_format(of.schema, to.ui));
  const std::string_view by_type = to.type == "object" && !to.is_file ? "group" : format_by_type(to);
  std::array<std::string, 3> formats{wanted, std::string(format_by_options(to)), std::string(by_type)};
  const bool is_stepped = wanted == "rating" || wanted == "likert";
  if (is_stepped && to.type == "integer" && !to.has_choices()) add_steps(to);
  const bool is_claimed = is_for_scripts(to, wanted);
  for (std::size_t i = 0; i < formats.size() && to.drawn_by == nullptr; ++i) {
    // A format that stands for more than a text is not drawn as one.
    if (i > 0 && holds(beyond_text, wanted) && !is_claimed) break;
    to.format = formats[i];
    to.drawn_by = renderers_.for_element(to);
  }
  if (is_claimed && is_offered_to_scripts(of, to, wanted)) return;
  if (to.drawn_by != nullptr && (to.format == wanted || wanted.empty())) return;
  if (to.drawn_by == nullptr) {
    to.drawn_by = &unknown_row;
    to.format = wanted;
  }
  const bool is_plain = holds(standard_formats, wanted) || wanted == "password" || wanted == "integer";
  const bool is_of_wrong_kind = !needs_of(wanted).empty() && !renderers_.has_brought(wanted);
  if (is_of_wrong_kind) return say_what_it_cannot_be(of, wanted, to, is_plain);
  if (to.drawn_by != &unknown_row && is_plain) return;
  const std::string what(shown(wanted.empty() ? std::string_view(to.type) : std::string_view(wanted)));
  to.note = std::string("This server has no renderer for '").append(what).append("'");
  to.note.append(to.drawn_by == &unknown_row ? ", so this cannot be asked here." : "; this is a plain field.");
  std::string details(to.name);
  std::string key(what);
  if (says_)
    for (const auto& [name, one] : says_->renderers)
      if (one.format == wanted) {
        key = name;
        details.append(", claimed by ").append(one.origin);
      }
  // Any other word the validator tells as one that nobody brings.
  if (wanted.empty() || holds(known_formats, wanted) || holds(built_in_renderers, wanted))
    add_fault(faults_, {std::string("element: no built-in renderer ")
                            .append(wanted.empty() ? "asks for what '" : "draws '")
                            .append(shown(of.key))
                            .append(wanted.empty() ? "' is, of the type '" : "' as '")
                            .append(what)
                            .append("'"),
                        to.drawn_by == &unknown_row ? "It cannot be asked, unless the program has a renderer for it."
                                                    : "It is a plain field, unless the program has a renderer for it.",
                        {false, of.schema_at},
                        true});
  details.append(", at ").append(to_string(form_place{false, of.says_at}));
  complain(std::string("Failed to load renderer ")
               .append(key)
               .append(": no renderer for format ")
               .append(what)
               .append(" in this server"),
           std::move(details));
}

// There is a renderer, and it is the question that is not one for it.
void plan_maker::say_what_it_cannot_be(const place& of, std::string_view wanted, element& to, bool is_plain) {
  const bool is_asked = to.drawn_by != &unknown_row;
  const std::string why = std::string("the format '")
                              .append(wanted)
                              .append("' needs ")
                              .append(needs_of(wanted))
                              .append("; this is of the type '")
                              .append(shown(to.type))
                              .append("'");
  form_fault fault{std::string("element: '").append(shown(of.key)).append("' cannot be drawn as it says: ").append(why),
                   is_asked ? "It is asked by a plain field until that is mended." : "It cannot be asked like that.",
                   {false, of.schema_at},
                   is_asked};
  if (is_asked && is_plain) return add_fault(faults_, std::move(fault));
  to.note = std::string("The format '").append(wanted).append("' does not fit what this is");
  to.note.append(is_asked ? "; this is a plain field." : ", so this cannot be asked.");
  complain(std::string("Failed to load renderer ").append(wanted).append(": ").append(why), to.name, std::move(fault));
}

}  // namespace tenon::form
