// What a form is shown from: all that its page gets of the application.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/extension_metadata.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon::form {

// As the wire has it; `origin`, and the files whose entries of that key it has displaced, are for people who look whose
// it is and why.
struct extension_data {
  using files = std::optional<std::vector<std::string>>;  // none: there are none
  struct function_data {
    std::string name{}, module{}, export_{};
    std::vector<function_parameter> parameters{};
    std::string return_type{}, origin{};
    files displaced{};
  };
  struct renderer_data {
    std::string name{}, format{}, module{}, renderer{}, tester{}, origin{};
    files displaced{};
  };
  struct said_by {
    std::string origin{};
    files displaced{};
  };
  std::map<std::string, json::raw> definitions{};
  std::map<std::string, function_data> functions{};
  std::map<std::string, renderer_data> renderers{};
  std::map<std::string, said_by> definition_origins{};  // a schema has no place for it
  std::vector<load_error> errors{};
};

struct form_init_data {
  std::string form{};        // its name
  json::raw schema{}, ui{};  // as the bundle has them
  json::raw data{"{}"}, parameters{"{}"};
  std::optional<extension_data> extensions{};  // none: the form runs without
};

// None where the bundle brings nothing.
[[nodiscard]] std::optional<extension_data> extension_data_of(const extension_metadata& found);

[[nodiscard]] std::string to_json(const form_init_data& of);

}  // namespace tenon::form
