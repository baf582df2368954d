#include "tenon/form/function_reader.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tenon/form/extension_keys.hpp"

namespace tenon::form {

namespace {

using json::node;
using step = entry_reader::step;

// A text that is there and not empty.
std::string wanted(entry_reader& read, const node& one, const std::string& subject, std::string_view member) {
  const std::optional<node> found = one.find(member);
  if (found && !found->text().empty()) return std::string(found->text());
  read.error(invalid_file, one, std::string(subject).append(" missing or invalid '").append(member).append("' field"),
             std::string("Write \"").append(member).append("\" with a text that is not empty."));
  return {};
}

// A `path` makes it one of version 1, whose key is its name.
void read_names(entry_reader& read, const node& one, const std::string& subject, std::string_view key,
                function_entry& to) {
  const bool is_version_1 = one.find("path").has_value(), is_legacy = one.find("module") || one.find("name");
  if (!is_version_1 && !is_legacy)
    return read.error(invalid_file, one,
                      subject + " must have either 'path' and 'export' (v1 format) or 'name' (legacy format)",
                      R"(Write {"path": "<module>", "export": "<name>"}.)");
  const std::string_view module = is_version_1 ? "path" : "module";
  if (is_version_1)
    static_cast<void>(wanted(read, one, subject, "path"));
  else
    static_cast<void>(read.text(one, "module", subject + ": "));
  to.name = one.find("name") || !is_version_1 ? wanted(read, one, subject, "name") : std::string(key);
  to.export_ = one.find("export") || is_version_1 ? wanted(read, one, subject, "export") : to.name;
  to.module = read.module(one, module);
}

function_parameter read_parameter(entry_reader& read, const node& one, const std::string& subject) {
  function_parameter out;
  if (one.is_object()) {
    read.warn_of_unknown_keys(one, keys::parameter, subject);
    const text_member name = read.text(one, "name", subject + ": ");
    out.name = name.text;
    out.type = read.text(one, "type", subject + ": ").text;
    out.required = read.flag(one, "required", subject + ": ");
    if (!name.is_missing()) return out;
  }
  read.error(invalid_file, one, subject + " must be an object with a 'name'",
             R"(Write {"name": "<name>", "type": "<type>"}.)");
  return out;
}

std::vector<function_parameter> read_parameters(entry_reader& read, const node& one, const std::string& subject) {
  std::vector<function_parameter> all;
  const std::optional<node> list = one.find("parameters");
  if (!list) return all;
  const step inside(read, "parameters");
  if (list->kind() != json::node_kind::list) {
    read.error(invalid_file, *list, subject + ": 'parameters' must be a list of objects",
               R"(Write [{"name": "<name>", "type": "<type>"}].)");
    return all;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string number = std::to_string(i);
    const step at(read, number);
    all.push_back(read_parameter(read, (*list)[i], std::string(subject).append(": parameter ").append(number)));
  }
  return all;
}

}  // namespace

void read_function(entry_reader& read, std::string_view key, const node& one) {
  const std::string subject = std::string("function ").append(shown(key));
  if (!one.is_object())
    return read.error(invalid_file, one, subject + " must be an object",
                      R"(Write {"path": "<module>", "export": "<name>"}.)");
  const std::size_t errors = read.error_count();
  read.warn_of_unknown_keys(one, keys::function, subject);
  function_entry entry{.origin = read.origin()};
  read_names(read, one, subject, key, entry);
  entry.description = read.text(one, "description", subject + ": ").text;
  entry.return_type = read.text(one, "returnType", subject + ": ").text;
  entry.parameters = read_parameters(read, one, subject);
  if (read.error_count() != errors) return;
  read.claims(claimed::function, key, key, one);
  read.claims(claimed::function_name, entry.name, key, one);
  read.says().functions.emplace(key, std::move(entry));
}

}  // namespace tenon::form
