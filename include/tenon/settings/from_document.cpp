#include "tenon/settings/from_document.hpp"

#include <fmt/compile.h>

#include <memory>
#include <optional>

#include "tenon/json/document.hpp"
#include "tenon/settings/durable_file.hpp"

namespace tenon::settings {

namespace {

// What is not said keeps its value; what is said must be known.
json::wire config_wire(std::string_view source) {
  return {.missing = json::missing::kept, .max_bytes = std::size_t{1} << 24U, .source = source};
}

void prefix(std::string_view extension, std::size_t from, std::vector<std::string>& pointers) {
  for (std::size_t i = from; i < pointers.size(); ++i) pointers[i].insert(0, std::string("/").append(extension));
}

// A document calls an extension by its name or by the alias: findings point into the document, origins have the name.
void apply_document(const layer& self, std::string_view extension, const reflect::slot& place, void* to,
                    std::vector<finding>& findings, std::vector<std::string>& changed) {
  const auto& document = *static_cast<const json::document*>(self.document.get());
  const std::size_t first_finding = findings.size(), first_change = changed.size();
  if (!self.member.empty()) {
    document.read(place, to, config_wire(self.source), findings, self.member, &changed);
    for (std::size_t i = first_change; i < changed.size(); ++i) changed[i].replace(1, self.member.size(), extension);
    return;
  }
  document.read(place, to, config_wire(self.source), findings, std::nullopt, &changed);
  prefix(extension, first_change, changed);
  for (std::size_t i = first_finding; i < findings.size(); ++i)
    findings[i].pointer.insert(0, std::string("/").append(extension));
}

void read_text(const reflect::slot& place, void* to, std::string_view text, std::string_view pointer,
               std::string_view source, std::vector<finding>& findings, std::vector<std::string>& changed) {
  const std::size_t first_finding = findings.size(), first_change = changed.size();
  if (const auto document = json::document::parse(text, config_wire(source), findings))
    document->read(place, to, config_wire(source), findings, std::nullopt, &changed);
  for (std::size_t i = first_finding; i < findings.size(); ++i) {
    findings[i].pointer.insert(0, pointer);
    // One line, and in a shell: the column would count from nowhere.
    findings[i].line = findings[i].column = 0;
  }
  for (std::size_t i = first_change; i < changed.size(); ++i) changed[i].insert(0, pointer);
}

}  // namespace

void add_document(sources& to, std::string_view text, std::string_view source, std::vector<finding>& findings,
                  rank rank) {
  let_texts_be_json(to);
  auto parsed = json::document::parse(text, config_wire(source), findings);
  if (!parsed) return;
  if (!parsed->is_object()) {
    findings.push_back({std::string(source),
                        {},
                        "expected an object with an entry for each extension, e.g. {\"http\": {\"port\": 8080}}.",
                        1,
                        1});
    return;
  }
  const auto document = std::make_shared<const json::document>(std::move(*parsed));
  for (const std::string& name : document->keys()) {
    if (name == "$schema") continue;  // for editors
    if (const auto extension = to.find(name))
      to.add({.rank = rank,
              .extension = *extension,
              .source = std::string(source),
              .document = document,
              .member = name,
              .apply = apply_document});
    else
      findings.push_back(document->about(name, to.unknown_extension(name), source));
  }
}

void add_file(sources& to, const std::string& path, std::vector<finding>& findings) {
  std::string why;
  if (const auto content = read_file(path, why)) return add_document(to, *content, path, findings);
  findings.push_back(
      {path,
       {},
       fmt::format(FMT_COMPILE("the config file cannot be read: {}. Give the path of a file that can."), why)});
}

void add_object(sources& to, std::size_t extension, std::string_view text, std::string_view source, rank rank) {
  std::vector<finding> none;
  if (auto parsed = json::document::parse(text, config_wire(source), none))
    to.add({.rank = rank,
            .extension = extension,
            .source = std::string(source),
            .document = std::make_shared<const json::document>(std::move(*parsed)),
            .apply = apply_document});
}

void add_extension_config(sources& to, std::string_view text, std::vector<finding>& findings) {
  constexpr std::string_view source = "EXTENSION_CONFIG";
  let_texts_be_json(to);
  const auto extension = to.find("extension_impl");
  if (!extension) {
    findings.push_back({std::string(source), {}, "this program has no implementation that it could be for. Unset it."});
    return;
  }
  if (auto parsed = json::document::parse(text, config_wire(source), findings))
    to.add({.rank = rank::extension_config,
            .extension = *extension,
            .source = std::string(source),
            .document = std::make_shared<const json::document>(std::move(*parsed)),
            .apply = apply_document});
}

void let_texts_be_json(sources& to) { to.reads_json(read_text); }

}  // namespace tenon::settings
