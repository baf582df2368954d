#include "tenon/form/plan/draw_form.hpp"

#include <algorithm>
#include <cstddef>

namespace tenon::form {

namespace {

// About what a question takes, so that the text is not moved while it grows.
constexpr std::size_t usual_bytes = 300;

// Where those who cannot see the whole page begin: every mistake, each a link to its field.
void summarise(const form_plan& plan, std::span<const answer> answers, std::span<const std::string> problems,
               canvas& to) {
  const bool is_good =
      problems.empty() && std::ranges::all_of(answers, [](const answer& one) { return one.problems.empty(); });
  if (is_good) return;
  to.raw("<div class=\"summary\" role=\"alert\" aria-labelledby=\"summary-title\" tabindex=\"-1\" id=\"summary\">\n");
  to.raw("<h2 id=\"summary-title\">There is a problem</h2>\n<ul>\n");
  for (const std::string& one : problems) to.raw("<li>").text(one).raw("</li>\n");
  for (std::size_t i = 0; i < answers.size() && i < plan.question_count(); ++i)
    for (const std::string& one : answers[i].problems) {
      to.raw("<li><a href=\"#").text(plan.question(i).id).raw("\">").text(full_label(plan.question(i)));
      to.raw("</a>: ").text(one).raw("</li>\n");
    }
  to.raw("</ul>\n</div>\n");
}

bool asks_for_updates(const form_plan& plan) {
  for (std::size_t i = 0; i < plan.question_count(); ++i)
    if (plan.question(i).asks_for_update) return true;
  return false;
}

}  // namespace

drawn_form draw_form(const form_plan& plan, std::span<const answer> answers, std::span<const std::string> problems,
                     std::string_view action, const drawn_looks& how) {
  drawn_form out;
  const std::string looks = how.looks.empty() ? plan.looks_for({}) : std::string(how.looks);
  out.html.reserve(1024 + plan.question_count() * usual_bytes);
  canvas to(answers, out.html, out.errors, looks);
  summarise(plan, answers, problems, to);
  if (plan.is_beyond_checking())
    to.raw("<p class=\"note\">This server cannot check this form as it has to be, so it cannot be sent.</p>\n");
  if (how.ask_for_more)
    to.raw("<p class=\"summary\" role=\"status\" tabindex=\"-1\" id=\"summary\">By your answers there is more to ask. ")
        .raw("Answer that too, and send the form again.</p>\n");
  to.raw("<form method=\"post\" novalidate").attribute("action", action);
  to.raw(plan.has_files() ? literal(" enctype=\"multipart/form-data\">\n") : literal(">\n"));
  // Enter in a field presses the first button that there is.
  if (asks_for_updates(plan) || plan.has_lists())
    to.raw("<button class=\"apart\" tabindex=\"-1\" aria-hidden=\"true\">Send</button>\n");
  if (plan.has_rules()) to.raw("<input type=\"hidden\" name=\"looks\"").attribute("value", looks).raw(">\n");
  to.draw(plan.root());
  to.raw("<p><button>Send</button></p>\n</form>\n");
  return out;
}

}  // namespace tenon::form
