#include "answers.hpp"

#include <charconv>
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "observation_pages.hpp"
#include "pages.hpp"
#include "sending.hpp"
#include "submission.hpp"
#include "tenon/form/plan/draw_form.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/multipart/form_parts.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon_forms {

namespace {

using tenon::form::scripts;
using tenon::form::secured;

tenon::response tagged(tenon::response of, const std::string& tag) {
  return std::move(of).with("ETag", tag).with("Cache-Control", "no-cache");
}

tenon::response page(const std::string& html, const std::string& tag, const tenon::request& from) {
  return tagged(
      secured(has_it(from, tag) ? tenon::response::empty(304) : tenon::response::html(html), scripts::of_this_server),
      tag);
}

std::string_view type_of_body(const tenon::request& from) { return from.header("Content-Type").value_or(""); }

bool is_form_data(const tenon::request& from) {
  const std::string_view type = type_of_body(from);
  return tenon::same_field_name(type.substr(0, type.find_first_of("; ")), "application/x-www-form-urlencoded");
}

// For everybody anew: it holds what somebody has typed, or is nobody else's.
tenon::response private_page(std::string html, int status, scripts may_run = scripts::none) {
  return secured(tenon::response::html(std::move(html), status), may_run).with("Cache-Control", "no-store");
}

// None: it can be read, and where it has parts, they are there.
std::optional<tenon::response> read_parts(const tenon::request& from, std::optional<sent_parts>& to) {
  const bool has_parts = tenon::multipart::is_form(type_of_body(from));
  if (!has_parts && !is_form_data(from))
    return private_page(plain_page("This cannot be read",
                                   "A form is sent as application/x-www-form-urlencoded, or with files as "
                                   "multipart/form-data."),
                        415);
  std::string problem;
  if (has_parts && !(to = parts_in(type_of_body(from), from.body, problem)))
    return private_page(plain_page("This cannot be read", problem), 400);
  if ((to ? bytes_of_fields(*to) : from.body.size()) > longest_submission)
    return private_page(plain_page("This is too much", "What is typed into a form may have 256 KiB."), 413);
  return std::nullopt;
}

std::string unknown_form(std::string_view name) {
  return std::string("There is no form '").append(name.substr(0, 200)).append("' here.");
}

std::optional<tenon::response> refusal(const ready_form* found, std::string_view name) {
  if (found == nullptr) return private_page(plain_page("Not found", unknown_form(name)), 404);
  if (found->why_not.empty()) return std::nullopt;
  return private_page(plain_page("This form cannot be shown", found->why_not), 500);
}

// Anybody may ask for a page, as often as they like: of what goes wrong in one the first few are in the log. All of it
// is in the init data.
void log_errors(const ready_form& of, const std::vector<tenon::form::load_error>& all, const tenon::log& log) {
  constexpr std::size_t most_logged = 3;
  for (std::size_t i = 0; i < all.size() && i < most_logged; ++i)
    log.warn(std::string("form ").append(of.name).append(": ").append(all[i].type).append(": ").append(all[i].message));
  if (all.size() > most_logged)
    log.warn(std::string("form ")
                 .append(of.name)
                 .append(": and ")
                 .append(std::to_string(all.size() - most_logged))
                 .append(" more"));
}

// With what was typed, and what is wrong with it.
tenon::response form_as_it_is(const ready_form& of, const tenon::form::form_plan& plan,
                              const tenon::form::filling& said, int status, const tenon::log& log,
                              bool asks_for_more = false) {
  const auto drawn = draw_form(plan, said.answers, said.problems, link_to(of.name), {said.looks, asks_for_more});
  log_errors(of, said.errors, log);
  log_errors(of, drawn.errors, log);
  const std::string_view fate = status == 422 ? "Wrong: " : status == 200 ? "" : "Not taken: ";
  return private_page(form_page(of.title, of.description, drawn.html, fate), status, scripts::of_this_server);
}

tenon::response form_as_it_is(const ready_form& of, const submission& said, int status, const tenon::log& log) {
  return form_as_it_is(of, said.entries ? *said.entries : *of.plan, said, status, log, said.opens_more);
}

tenon::response one_too_many(const ready_form& of, submission said, std::chrono::seconds wait, const tenon::log& log) {
  std::string seconds = std::to_string(wait.count());
  said.problems.push_back(std::string("More was sent from where you are than is taken in a minute. Your answers are ")
                              .append("still here: send them again in ")
                              .append(seconds)
                              .append(wait.count() == 1 ? " second." : " seconds."));
  return form_as_it_is(of, said, 429, log).with("Retry-After", std::move(seconds));
}

tenon::response thanks(std::string_view name) {
  return secured(tenon::response::empty(303)).with("Location", link_to(name).append("/sent"));
}

constexpr std::string_view good_answers = "Your answers came in, and nothing is wrong with them. ";
constexpr int observations_a_page = 50;

std::string now_as_text() {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  return tenon::timestamp_text(now).value_or("");
}

}  // namespace

bool has_it(const tenon::request& from, std::string_view tag) {
  const auto kept = from.header("If-None-Match");
  return kept && (*kept == "*" || kept->find(tag) != std::string_view::npos);
}

std::optional<std::int64_t> number_of_observation(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  return failed == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

tenon::response listed(const shelf& of, const tenon::request& from) {
  return page(of.list_page(), of.list_tag(), from);
}

tenon::response shown(const shelf& of, std::string_view name, const tenon::request& from, const tenon::log& log) {
  const ready_form* found = of.find(name);
  if (auto refused = refusal(found, name)) return *std::move(refused);
  if (found->plan->is_shown_by_functions())
    return form_as_it_is(*found, *found->plan, nothing_said(*found->plan), 200, log);
  return page(found->empty_page, found->page_tag, from);
}

tenon::response taken(const shelf& of, std::string_view name, const tenon::request& from, const tenon::log& log,
                      const taker& by) {
  const ready_form* found = of.find(name);
  if (auto refused = refusal(found, name)) return *std::move(refused);
  std::optional<sent_parts> parts;
  if (auto refused = read_parts(from, parts)) return *std::move(refused);
  std::optional<std::string> sending;
  if (const auto key = from.header(key_header)) {
    if (!is_key(*key))
      return private_page(
          plain_page("This cannot be taken", "An Idempotency-Key is 1 to 64 letters, digits, '-' or '_'."), 400);
    sending = sending_of(*key, by.actor, parts ? told_apart_by(*parts) : std::string(from.body));
    if (by.has && by.has(*sending)) return thanks(name);
  }
  submission said = parts ? read_submission(*found->plan, *found->check, *std::move(parts), by.most)
                          : read_submission(*found->plan, *found->check, from.body);
  if (said.is_unfinished) return form_as_it_is(*found, said, 200, log);
  if (!said.is_good()) return form_as_it_is(*found, said, 422, log);
  if (const std::chrono::seconds wait = by.wait(); wait.count() != 0)
    return one_too_many(*found, std::move(said), wait, log);
  if (by.keep) try {
      if (!by.keep({.received_at = now_as_text(),
                    .form_version = found->version,
                    .data = said.data,
                    .sending = std::move(sending)},
                   said.files)) {
        said.problems.emplace_back(
            "This server has no room for more, so your answers were not kept. They are still here: tell whoever runs "
            "the server, and send them again when there is room.");
        return form_as_it_is(*found, said, 507, log);
      }
    } catch (...) {
      log.error(std::string("form ")
                    .append(name)
                    .append(": an observation could not be kept: ")
                    .append(tenon::message_of(std::current_exception())));
      said.problems.emplace_back("Your answers could not be kept. Send them again in a while.");
      return form_as_it_is(*found, said, 500, log);
    }
  log_errors(*found, said.errors, log);
  return thanks(name);
}

tenon::response said_so(const shelf& of, std::string_view name, bool is_kept) {
  const ready_form* found = of.find(name);
  if (auto refused = refusal(found, name)) return *std::move(refused);
  const std::string_view fate = is_kept ? "They are kept." : "This server keeps none of them.";
  return private_page(sent_page(*found, std::string(good_answers).append(fate)), 200);
}

std::optional<tenon::response> refused(const tenon::passport* who, log_in_at page) {
  if (who == nullptr)
    return private_page(who_are_you_page(page == log_in_at::bundles), 401).with("WWW-Authenticate", "Bearer");
  if (who->role >= tenon::role::admin) return std::nullopt;
  return private_page(plain_page("Not for you", "Only administrators may see what was sent."), 403);
}

tenon::response unknown_token() {
  return private_page(plain_page("Who are you?", "Your token is not known, or its time is over. Nothing was kept."),
                      401)
      .with("WWW-Authenticate", "Bearer");
}

tenon::response nothing_kept() {
  return private_page(plain_page("Not found", "This server keeps nothing of what is sent: it has no data."), 404);
}

std::optional<tenon::response> missing(const shelf& of, std::string_view name) { return refusal(of.find(name), name); }

tenon::response observed(const shelf& of, std::string_view name, const tenon::request& from, const finder& find) {
  const ready_form* found = of.find(name);
  if (auto refused = refusal(found, name)) return *std::move(refused);
  std::int64_t before = observation_store<int>::newest;
  if (const std::optional<std::string> cursor = from.query_value("before")) {
    const std::optional<std::int64_t> number = number_of_observation(*cursor);
    if (!number) return private_page(plain_page(found->title, "There is no such page: 'before' is a number."), 400);
    before = *number;
  }
  std::vector<observation> all = find(before, observations_a_page + 1);
  const bool has_older = all.size() > observations_a_page;
  if (has_older) all.pop_back();
  const bool is_newest = before == observation_store<int>::newest;
  return private_page(observations_page(*found, {.observations = all, .is_newest = is_newest, .has_older = has_older}),
                      200);
}

tenon::response one_observed(const shelf& of, std::string_view name, std::string_view id, const one_finder& find,
                             const files_finder& files_of) {
  const ready_form* found = of.find(name);
  if (auto refused = refusal(found, name)) return *std::move(refused);
  const std::optional<std::int64_t> number = number_of_observation(id);
  const std::optional<observation> one = number ? find(*number) : std::nullopt;
  if (one) return private_page(observation_page(*found, *one, files_of(one->id)), 200);
  return private_page(
      plain_page(
          "Not found",
          std::string("Nothing was sent to this form that has the number '").append(id.substr(0, 200)).append("'.")),
      404);
}

tenon::response init_data(const shelf& of, std::string_view name, const tenon::request& from) {
  const ready_form* found = of.find(name);
  if (found == nullptr) throw tenon::error(tenon::error_type::not_found, unknown_form(name));
  if (!found->why_not.empty()) throw tenon::error(tenon::error_type::server_misconfigured, found->why_not);
  const auto told = of.failures().data_of(name);
  const std::string& data = told ? told->json : found->init_data;
  const std::string& tag = told ? told->tag : found->init_tag;
  return tagged(has_it(from, tag) ? tenon::response::empty(304) : tenon::response::json(data), tag);
}

}  // namespace tenon_forms
