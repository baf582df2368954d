#include "tenon/form/check/program_check.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/check/about_place.hpp"
#include "tenon/form/discovery.hpp"
#include "tenon/form/extension_file.hpp"
#include "tenon/form/function/function_site.hpp"
#include "tenon/form/function/function_table.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

constexpr std::string_view in_this_server = " in this server";

// References make a large form of a small file: those that come after so many questions are not looked at.
constexpr std::size_t most_questions_called = 100'000;

std::string meant_among(std::string_view word, const auto& rows, auto name) {
  std::vector<std::string_view> known;
  for (const auto& one : rows) known.push_back(one.*name);
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? std::string() : std::string("Did you mean '").append(meant).append("'? ");
}

class look_for_bindings {
 public:
  look_for_bindings(const bundle& of, const program_parts& has, report& to) : bundle_(of), has_(has), to_(to) {}

  // Those of the application first, as the validator has them.
  void all() {
    for (const level of : {level::application, level::form})
      for (const bundle_entry& one : bundle_.entries()) {
        if (to_.is_full()) return;
        const auto place = one.is_folder ? std::nullopt : place_of(one.path);
        if (place && place->of == of) look_into(one.path);
      }
  }

 private:
  void look_into(const std::string& path) {
    report told_by_the_validator;
    extension_file file;
    try {
      file = read_extension_file(path, bundle_.read(path).value_or(std::string()), told_by_the_validator);
    } catch (const error&) {  // which it has told too
      return;
    }
    const std::vector<script_renderer> undrawn = unbound_renderers(file.says, has_.renderers, bundle_.entries());
    for (const claim& one : file.claims) {
      if (one.what == claimed::format) {
        const auto found = std::ranges::find(undrawn, one.key, &script_renderer::key);
        if (found != undrawn.end()) renderer(one, *found, path);
      } else if (one.what == claimed::function_name) {
        function(one, file.says.functions.at(one.key), path);
      }
    }
  }

  void renderer(const claim& one, const script_renderer& module, const std::string& path) {
    if (has_.bundle_modules && module.why_not.empty()) return;
    const bool is_built_in =
        std::ranges::find(built_in_rows(), one.word, &renderer_row::format) != built_in_rows().end();
    std::string what = std::string("no renderer for format ").append(shown(one.word)).append(in_this_server);
    if (is_built_in) what.append(" but the built-in one");
    std::string cure = is_built_in ? "" : meant_among(one.word, has_.renderers, &renderer_row::format);
    if (has_.bundle_modules)
      cure.append("Its module cannot draw it: ").append(module.why_not);
    else
      cure.append(is_built_in ? "That draws it here" : "A plain field stands there")
          .append(" until the program has a C++ type for it, or runs modules of bundles (forms.bundle_modules).");
    warn(one, path, std::move(what), std::move(cure));
  }

  void function(const claim& one, const function_entry& says, const std::string& path) {
    const auto found = std::ranges::find(has_.functions, one.word, &form_function_row::name);
    if (found == has_.functions.end())
      return warn(one, path, std::string("no function ").append(shown(one.word)).append(in_this_server),
                  meant_among(one.word, has_.functions, &form_function_row::name)
                      .append("What it computes or offers is left out, and what it validates is refused, until the "
                              "program has a C++ type for it."));
    const std::string why = declaration_problem(says.parameters, *found);
    if (!why.empty())
      warn(one, path,
           std::string("function ")
               .append(shown(one.key))
               .append(" is not the one")
               .append(in_this_server)
               .append(": ")
               .append(why),
           "Correct its 'parameters', or the members of the function: until then nobody is called by that name.");
  }

  void warn(const claim& one, const std::string& path, std::string what, std::string cure) {
    to_.warning({.message = std::move(what),
                 .file = path,
                 .pointer = one.pointer,
                 .line = one.line,
                 .advice = std::move(cure)});
  }

  const bundle& bundle_;
  const program_parts& has_;
  report& to_;
};

bool names_a_function(std::string_view text) {
  return std::ranges::any_of(function_keywords,
                             [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

// Makes the forms as the server does that shows them: what they call is known then, and with which parameters.
class look_for_calls {
 public:
  look_for_calls(const bundle& of, const program_parts& has, report& to) : bundle_(of), has_(has), to_(to) {}

  void all() {
    const read_file reads = [this](std::string_view path) { return bundle_.read(path); };
    report told_by_the_validator;
    extension_metadata of_all = application_extensions(reads, told_by_the_validator);
    for (const auto& [name, files] : layout_of(bundle_.entries(), {}).forms) {
      if (to_.is_full()) return;
      if (!files.has_schema) continue;
      extension_metadata says = of_all;
      add_form_extensions(reads, name, says, told_by_the_validator);
      try {
        look_into(name, says);
      } catch (const error&) {  // which the validator has told
      }
    }
  }

 private:
  void look_into(const std::string& name, const extension_metadata& says) {
    const std::string folder = std::string("forms/").append(name).append("/"), path = folder + "schema.json";
    form_init_data of{.form = name};
    of.schema.text = bundle_.read(path).value_or(std::string());
    of.ui.text = bundle_.read(folder + "ui.json").value_or(std::string());
    of.extensions = extension_data_of(says);
    bool calls = names_a_function(of.schema.text);
    for (const auto& [key, one] : says.definitions) calls = calls || names_a_function(one.schema.text);
    if (!calls) return;
    report told_by_the_validator;
    const std::optional<json_file> schema = json_file::parse(path, of.schema.text, {}, told_by_the_validator);
    if (!schema) return;
    if (questions_ > most_questions_called)
      return to_.warning(schema->about(schema->root(), {},
                                       "what this form calls is not looked at: those before it are large",
                                       "Look at a bundle with fewer forms, or with fewer references in them."));
    const form_plan plan(of, has_.renderers, has_.functions);
    questions_ += plan.question_count();
    for (const function_site& one : plan.functions()) look_at(one, *schema);
  }

  // What is wrong with it in every program the validator tells, and of a function that nobody has its ext.json is told.
  void look_at(const function_site& one, const json_file& schema) {
    if (one.calls != nullptr || !one.says) return;
    const auto found = std::ranges::find(has_.functions, one.says->function, &form_function_row::name);
    if (found == has_.functions.end()) return;
    std::string why = result_problem(one.keyword, *found);
    if (why.empty()) why = parameters_problem(*one.says, *found);
    if (why.empty()) return;
    to_.warning(about_place(schema, one.where,
                            std::string(one.keyword)
                                .append(" of ")
                                .append(one.pointer.empty() ? "the form" : shown(one.pointer))
                                .append(" cannot call function ")
                                .append(shown(one.says->function))
                                .append(in_this_server)
                                .append(": ")
                                .append(why),
                            one.validates() ? "Until that is mended, nothing that is filled in can be sent."
                                            : "Until that is mended, what it computes or offers is left out."));
  }

  const bundle& bundle_;
  const program_parts& has_;
  report& to_;
  std::size_t questions_ = 0;
};

}  // namespace

void warn_of_unbound_entries(const bundle& of, const program_parts& has, report& to) {
  look_for_bindings(of, has, to).all();
  look_for_calls(of, has, to).all();
}

}  // namespace tenon::form
