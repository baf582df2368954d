#include "browser_failures.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "shelf.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/report.hpp"
#include "tenon/json/body.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/same_origin.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// As modules.js tells it.
struct told_failure {
  std::string address;  // below which the page has found the modules
  std::string renderer, kind;
  std::string path;  // of the question
  std::string message;
};

// What was being done with the module.
constexpr std::array kinds_of_failure{std::string_view("load"), std::string_view("test"), std::string_view("draw")};

[[noreturn]] void refuse(tenon::error_type type, std::string_view why) { throw tenon::error(type, std::string(why)); }

const ready_form& form_with_scripts(const shelf& of, std::string_view name) {
  const ready_form* const found = of.find(name);
  if (found == nullptr || found->offered == nullptr)
    refuse(tenon::error_type::not_found, "No script draws in a form of that name.");
  return *found;
}

// A page knows whence it comes, and no page of somebody else's can say another origin than its own.
void check_origin(const tenon::request& from) {
  const auto origin = from.header("Origin");
  if (!origin || !tenon::is_same_origin(*origin, from.header("Host").value_or("")))
    refuse(tenon::error_type::access_denied, "This does not come from a page of this server.");
}

// What is printable has its escapes: quoted like JSON it would have them twice. None of its own ends the quotes.
std::string without_quotes(std::string_view words) {
  std::string out;
  for (const char c : words) c == '"' ? out.append("\\x22") : out.append(1, c);
  return out;
}

}  // namespace

bool browser_failures::add(const ready_form& of, std::string_view kind, std::string_view renderer,
                           form::load_error what) {
  return all_.with([&](auto& all) {
    of_one_form& one = all[of.name];
    if (one.errors.size() == most_of_a_form || !one.kinds.emplace(kind, renderer).second) return false;
    one.errors.push_back(std::move(what));
    form::form_init_data data = of.offered->data;
    if (!data.extensions) data.extensions.emplace();
    data.extensions->errors.insert(data.extensions->errors.end(), one.errors.begin(), one.errors.end());
    told_data made{.json = to_json(data)};
    made.tag = tag_of(made.json);
    one.data = std::make_shared<const told_data>(std::move(made));
    return true;
  });
}

std::shared_ptr<const browser_failures::told_data> browser_failures::data_of(std::string_view form) const {
  return all_.look([&](const auto& all) {
    const auto found = all.find(form);
    return found == all.end() ? nullptr : found->second.data;
  });
}

tenon::response failure_told(const shelf& of, std::string_view name, const tenon::request& from,
                             const tenon::log& log) {
  check_origin(from);
  const ready_form& about = form_with_scripts(of, name);
  const auto told = tenon::json::body_of<told_failure>(from);
  const form::script_renderers& scripts = about.offered->scripts;
  if (told.address != scripts.address)
    refuse(tenon::error_type::not_found, "Another version of the bundle is shown by now.");
  const auto found = std::ranges::find(scripts.all, told.renderer, &form::script_renderer::key);
  if (found == scripts.all.end() || !found->why_not.empty())
    refuse(tenon::error_type::not_found, "No page was offered a renderer of that key.");
  if (std::ranges::find(kinds_of_failure, told.kind) == kinds_of_failure.end())
    refuse(tenon::error_type::invalid_request, "The kind is 'load', 'test' or 'draw'.");
  std::string details = found->module;
  if (about.plan->find(told.path)) details.append(", for ").append(told.path);
  // Its own words are the only thing here that a browser can make up: in one line, cut, and in quotes.
  const std::string words = form::printable(form::shown(told.message));
  form::load_error what{"renderer_load_error",
                        std::string("Failed to load renderer ").append(found->key).append(": ").append(words),
                        std::string(details).append(", as a browser tells")};
  if (of.failures().add(about, told.kind, found->key, std::move(what)))
    log.warn(std::string("form ")
                 .append(about.name)
                 .append(": a browser tells of a renderer_load_error of ")
                 .append(form::printable(found->key))
                 .append(" (")
                 .append(details)
                 .append("): \"")
                 .append(without_quotes(words))
                 .append("\""));
  return tenon::response::empty(204);
}

}  // namespace tenon_forms
