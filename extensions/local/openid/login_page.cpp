#include "login_page.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "tenon/word/html_entity.hpp"

namespace tenon_local {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const std::string_view instead = tenon::html_entity(c);
    instead.empty() ? out += c : out += instead;
  }
  return out;
}

std::string page(std::string_view body) {
  std::string out = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Log in on this machine</title>
<style>
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #57606a; --act: #0b5cad; --wrong: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --paper: #16181c; --line: #8b949e; --act: #8ab4f8; --wrong: #ff8a80 }
}
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 3rem auto; padding: 0 1rem }
body { color: var(--ink); background: var(--paper) }
h1 { font-size: 1.6rem; line-height: 1.25 }
label { display: block; margin-top: 1rem }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit }
input { border: 1px solid var(--line); border-radius: .3rem; color: inherit; background: inherit }
button { margin-top: 1.5rem; padding: .5rem 1.5rem; font: inherit }
button { color: var(--paper); background: var(--act); border: 0; border-radius: .3rem }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
[role=alert] { padding: .5rem; border-left: .3rem solid var(--wrong) }
</style>
</head>
<body>
<main>
)";
  return out.append(body).append("</main>\n</body>\n</html>\n");
}

std::string alert(std::string_view problem) {
  return problem.empty() ? std::string() : "<p role=\"alert\">" + escaped(problem) + "</p>\n";
}

// `attributes` are ours, `value` is not.
std::string field(std::string_view name, std::string_view label, std::string_view value, std::string_view attributes) {
  std::string out;
  out.append("<label for=\"").append(name).append("\">").append(label).append("</label>\n");
  out.append("<input id=\"").append(name).append("\" name=\"").append(name).append("\" value=\"");
  return out.append(escaped(value)).append("\" ").append(attributes).append(">\n");
}

}  // namespace

std::string login_page(const authorize_request& asked, const person& filled_in, std::string_view problem) {
  std::string body =
      "<h1>Log in on this machine</h1>\n"
      "<p>This is the local provider of a development server. It asks for no password and believes what you say.</p>\n";
  body += alert(problem);
  body += "<form method=\"post\" action=\"authorize\">\n";
  const std::initializer_list<std::pair<std::string_view, const std::string&>> carried = {
      {"client_id", asked.client_id},
      {"redirect_uri", asked.redirect_uri},
      {"response_type", asked.response_type},
      {"scope", asked.scope},
      {"state", asked.state},
      {"nonce", asked.nonce},
      {"code_challenge", asked.code_challenge},
      {"code_challenge_method", asked.code_challenge_method}};
  for (const auto& [name, value] : carried) {
    if (value.empty()) continue;
    body.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
    body.append(escaped(value)).append("\">\n");
  }
  body +=
      field("firstName", "First name", filled_in.first_name, "autocomplete=\"given-name\" maxlength=\"100\" autofocus");
  body += field("lastName", "Last name", filled_in.last_name, "autocomplete=\"family-name\" maxlength=\"100\"");
  body += field("email", "Email address", filled_in.email,
                "type=\"email\" autocomplete=\"email\" maxlength=\"254\" required");
  body += "<button>Log in</button>\n</form>\n";
  return page(body);
}

std::string refusal_page(std::string_view problem) {
  return page("<h1>This login cannot go on</h1>\n" + alert(problem) +
              "<p>The address that brought you here is not one that this provider understands. Go back to the program "
              "that you came from.</p>\n");
}

}  // namespace tenon_local
