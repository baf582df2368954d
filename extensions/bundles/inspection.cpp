#include "inspection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "digest.hpp"
#include "media_type.hpp"
#include "tenon/form/check/about_place.hpp"
#include "tenon/form/discovery.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/merged_schema.hpp"
#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/unsafe_entry.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/json/scan.hpp"
#include "tenon/json/tree.hpp"
#include "tenon/word/error.hpp"

namespace tenon_bundles {

namespace form = tenon::form;
namespace json = tenon::json;

namespace {

constexpr std::size_t piece = std::size_t{256} << 10U;

// A property as a form asks it: itself, and where its reference leads.
struct asked_field {
  json::node itself, followed;
  [[nodiscard]] std::optional<json::node> find(std::string_view key) const {
    const std::optional<json::node> said = itself.find(key);
    return said ? said : followed.find(key);
  }
};

// What of a core field may not change. Written at once, so that a list in the place of a text is another one.
std::string definition_of(const asked_field& field) {
  std::string out;
  for (const std::string_view member : {"type", "x-question-type", "default"}) {
    const std::optional<json::node> said = field.find(member);
    out.append(member).append("=").append(said ? said->as_json() : "").append("\n");
  }
  return out;
}

bool is_core(std::string_view name, const asked_field& field) {
  const std::optional<json::node> said = field.find("x-core");
  return name.starts_with("core_") || (said && said->is_true());
}

std::vector<field_record> fields_of(const json::node& schema) {
  std::vector<field_record> out;
  const std::optional<json::node> properties = form::followed(schema, schema).find("properties");
  if (!properties || !properties->is_object()) return out;
  for (std::size_t i = 0; i < properties->size(); ++i) {
    const json::node property = (*properties)[i];
    if (!property.is_object()) continue;
    const asked_field one{property, form::followed(schema, property)};
    const std::string_view name = properties->key(i);
    const std::optional<json::node> type = one.find("type");
    out.push_back({.name = std::string(name),
                   .type = std::string(type ? type->text() : ""),
                   .core = is_core(name, one) ? digest_of(definition_of(one)) : std::string()});
  }
  return out;
}

std::string core_hash_of(const std::vector<field_record>& fields) {
  std::map<std::string_view, std::string_view> core;  // the order in which they are written does not count
  for (const field_record& one : fields)
    if (!one.core.empty()) core[one.name] = one.core;
  digest sum;
  for (const auto& [name, what] : core) sum.add(name).add("=").add(what).add("\n");
  return sum.hex();
}

class look {
 public:
  look(const form::zip_bundle& of, const by_name<by_name<std::string>>& core_fields, tenon::timestamp now)
      : bundle_(of), core_fields_(core_fields), now_(now) {}

  inspection result() && {
    out_.found = validate(bundle_);
    for (const form::bundle_entry& one : bundle_.entries())
      if (!one.is_folder) add_file(one.path);
    // What the validator has refused may be no JSON at all.
    if (out_.found.valid())
      for (const auto& [name, files] : layout_of(bundle_.entries(), {}).forms)
        if (files.has_schema && files.has_ui) add_form(name);
    return std::move(out_);
  }

 private:
  void add_file(const std::string& path) {
    try {
      std::optional<form::zip_entry> file = bundle_.open(path);
      digest sum;
      for (std::uint64_t left = file->size(); left != 0;) {
        const std::string text = file->next(piece);
        sum.add(text);
        left -= text.size();
      }
      out_.record.manifest.files.push_back({.path = path,
                                            .size = file->size(),
                                            .hash = sum.hex(),
                                            .mime_type = std::string(media_type_of(path).view()),
                                            .mod_time = now_});
    } catch (const tenon::error& failed) {
      out_.found.error(form::unsafe_entry(path, std::string("cannot be unpacked: ").append(failed.message())));
    }
  }

  std::optional<form::json_file> json_at(const std::string& path) {
    form::report told;  // already
    return form::json_file::parse(path, bundle_.read(path).value_or(""), {}, told);
  }

  // With what its extension files define, and what each `allOf` demands put together: what is behind a reference is as
  // much a part of a field as what stands in it.
  std::optional<json::tree> asked_of(const std::string& name, const json::node& schema) const {
    form::report told;  // already
    const auto brought = form::extension_data_of(
        form::merged_extensions([this](std::string_view path) { return bundle_.read(path); }, name, told));
    std::vector<tenon::finding> ignored;
    const auto read = [&](std::string_view text) {
      return json::tree::parse(text, {.max_bytes = 2 * form::most_json_bytes, .max_depth = 64}, ignored);
    };
    std::optional<json::tree> whole = read(form::with_definitions(schema, brought));
    if (!whole) return whole;
    const std::string merged = form::merged_for_asking(whole->root()).text;
    std::optional<json::tree> asked;
    if (!merged.empty()) asked = read(merged);
    return asked ? std::move(asked) : std::move(whole);
  }

  void add_form(const std::string& name) {
    const std::string folder = std::string("forms/").append(name);
    const std::optional<form::json_file> schema = json_at(std::string(folder).append("/schema.json"));
    const std::optional<form::json_file> ui = json_at(std::string(folder).append("/ui.json"));
    if (!schema || !ui) return;
    const std::optional<json::tree> asked = asked_of(name, schema->root());
    form_record one{.schema_hash = digest_of(schema->root().as_json()),
                    .ui_hash = digest_of(ui->root().as_json()),
                    .fields = fields_of(asked ? asked->root() : schema->root())};
    one.core_hash = core_hash_of(one.fields);
    check_core_fields(name, *schema, one);
    out_.record.forms.emplace(name, std::move(one));
  }

  // A field that comes new may come; one that is known stays what it is, and stays there.
  void check_core_fields(const std::string& name, const form::json_file& schema, const form_record& now) {
    const auto known = core_fields_.find(name);
    if (known == core_fields_.end()) return;
    by_name<std::string> is;
    for (const field_record& one : now.fields) is.emplace(one.name, one.core);
    std::string modified, pointer = "/properties";
    for (const auto& [field, was] : known->second) {
      const auto found = is.find(field);
      if (found != is.end() && found->second == was) continue;
      if (found != is.end() && pointer == "/properties") json::append_step(pointer, field);
      modified.append(modified.empty() ? "" : ", ").append(form::shown(field));
    }
    if (modified.empty()) return;
    out_.found.error(form::about_place(
        schema, pointer,
        std::string("core_* fields cannot be modified: the following core fields were modified: ").append(modified),
        "Data were gathered by them. Put them back as they were, and ask by a new field."));
  }

  const form::zip_bundle& bundle_;
  const by_name<by_name<std::string>>& core_fields_;
  tenon::timestamp now_;
  inspection out_{};
};

}  // namespace

inspection inspect(const form::zip_bundle& of, const by_name<by_name<std::string>>& core_fields, tenon::timestamp now) {
  return look(of, core_fields, now).result();
}

}  // namespace tenon_bundles
