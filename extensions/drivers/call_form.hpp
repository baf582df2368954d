// A call that comes as a form, because files come with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver_call.hpp"

namespace tenon_drivers {

// The JSON object that the fields make up, and the files of its args.
struct call_form {
  std::string json{};
  std::vector<sent_file> files{};
};

// As clients of the original write it, each field is a JSON object, by whatever name, whose keys are the ways to where
// its values belong, {"args.title": "Emma"}; values of one way make a list. What is no object, and the field args or
// below it, is such a value itself, and its name the way. A value {"$": "file"} says that a file belongs there: they
// come behind the fields, in the order in which they were announced. None, and `problem` says why.
[[nodiscard]] std::optional<call_form> form_in(std::string_view content_type, std::string_view body,
                                               std::string& problem);

}  // namespace tenon_drivers
