// A bundle to push.
#pragma once

#include <string>
#include <string_view>

#include "written_zip.hpp"

namespace stage {

// A file of a form, and one of the application, which nobody but a test knows by name.
inline std::string in_form(std::string_view file, std::string_view form = "visit") {
  return std::string("forms/").append(form).append("/").append(file);
}
inline std::string in_app(std::string_view file) { return std::string("app/").append(file); }

// A bundle of one form, whose page says `text`.
inline std::string bundle(std::string_view text = "hello", std::string_view schema = R"({"properties": {"a": {}}})",
                          std::string_view ui = "{}") {
  form_test::written_zip zip;
  zip.add("app/index.html", text).add(in_form("schema.json"), schema).add(in_form("ui.json"), ui);
  return zip.bytes();
}

// The same with a file more, of which somebody else in the program knows something.
inline std::string bundle_with(std::string_view file, std::string_view schema = "{}") {
  form_test::written_zip zip;
  zip.add("app/index.html").add(in_app(file)).add(in_form("schema.json"), schema).add(in_form("ui.json"), "{}");
  return zip.bytes();
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace stage
