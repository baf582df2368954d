// A bundle's JSON from outside: an ext.json, a schema and a UI schema, with a line of three hyphens between them.
// Whatever they say, the findings are the same each time, each has a sentence, and a file without an error is one that
// discovery uses. A form without an error can be made ready.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzzed.hpp"
#include "tenon/form/discovery.hpp"
#include "tenon/form/extension_file.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/word/error.hpp"

namespace {

using fuzzed::law;
namespace form = tenon::form;

class held_bundle final : public form::bundle {
 public:
  held_bundle(std::string_view extension, std::string_view schema, std::string_view ui) {
    add("app/index.html", {});
    add("forms/visit/ext.json", extension);
    add("forms/visit/schema.json", schema);
    add("forms/visit/ui.json", ui);
  }
  const std::vector<form::bundle_entry>& entries() const override { return entries_; }
  const std::vector<form::bundle_finding>& problems() const override { return problems_; }
  std::optional<std::string> read(std::string_view path) const override {
    const auto found = texts_.find(path);
    return found == texts_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void add(std::string path, std::string_view text) {
    entries_.push_back({path, false});
    texts_.emplace(std::move(path), text);
  }
  std::vector<form::bundle_entry> entries_{};
  std::vector<form::bundle_finding> problems_{};
  std::map<std::string, std::string, std::less<>> texts_{};
};

void look_at_findings(const std::vector<form::bundle_finding>& all, std::string_view input) {
  for (const form::bundle_finding& one : all) {
    law(!one.message.empty(), "a finding says something", input);
    law(one.pointer.empty() || one.pointer.starts_with('/'), "a pointer is one", input, one.pointer);
    law(one.pointer.empty() || one.line > 0, "what has a pointer has a line", input, one.pointer);
  }
}

// As a server does, which refuses a form whose schema it cannot keep to.
std::string refusal_of(const form::extension_metadata& brought, std::string_view schema, std::string_view ui) try {
  form::form_init_data of{.form = "visit"};
  of.schema.text = schema;
  of.ui.text = ui;
  of.extensions = extension_data_of(brought);
  const form::form_plan plan(of, {});
  const form::schema_check ready(plan.schema());
  return {};
} catch (const tenon::error& why) {
  return why.message();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzzed::text_of(data, size);
  std::string_view left = input;
  const std::string_view extension = fuzzed::take_until(left, "\n---\n"), schema = fuzzed::take_until(left, "\n---\n");
  const held_bundle bundle(extension, schema, left);

  const form::report found = validate(bundle), strict = validate(bundle, {.strict = true});
  look_at_findings(found.errors(), input);
  look_at_findings(found.warnings(), input);
  law(to_json(found) == to_json(validate(bundle)), "a bundle is judged alike each time", input);
  law(found.errors().size() + found.warnings().size() == strict.errors().size() + strict.warnings().size(),
      "what is strict finds the same", input);
  law(strict.errors().size() >= found.errors().size(), "and takes it no easier", input);
  std::vector<tenon::finding> wrong;
  static_cast<void>(tenon::json::document::parse(to_json(found), {.max_bytes = size * 200 + 10'000}, wrong));
  law(wrong.empty(), "a report is JSON", input, to_json(found));

  form::report problems;
  const form::extension_metadata all =
      form::merged_extensions([&](std::string_view path) { return bundle.read(path); }, "visit", problems);
  law(problems.valid() || all == form::extension_metadata{}, "a file with a mistake is left out as a whole", input);
  if (found.valid()) {
    const std::string refused = refusal_of(all, schema, left);
    law(refused.empty(), "a form of a valid bundle can be made ready", input, refused);
  }
  for (const auto& [key, one] : all.renderers)
    law(find_renderer(all, one.format) != nullptr, "a format is found", input);
  return 0;
}
