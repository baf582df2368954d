#include "change_log.hpp"

namespace tenon_bundles {

namespace {

template <class T>
void add(std::optional<std::vector<T>>& to, T one) {
  if (!to) to.emplace();
  to->push_back(std::move(one));
}

by_name<std::string> types_of(const form_record& of) {
  by_name<std::string> out;
  for (const field_record& one : of.fields) out.emplace(one.name, one.type);
  return out;
}

void compare_fields(const form_record& from, const form_record& to, form_modification& out) {
  const by_name<std::string> was = types_of(from), is = types_of(to);
  for (const auto& [name, type] : is)
    if (const auto found = was.find(name); found == was.end() || found->second != type)
      add(out.added_fields, {name, type});
  for (const auto& [name, type] : was)
    if (const auto found = is.find(name); found == is.end() || found->second != type)
      add(out.removed_fields, {name, type});
}

}  // namespace

change_log changes(const version_record& from, const version_record& to) {
  change_log out{.compare_version_a = from.manifest.version, .compare_version_b = to.manifest.version};
  for (const auto& [name, is] : to.forms) {
    const auto was = from.forms.find(name);
    if (was == from.forms.end()) {
      add(out.new_forms, {name});
      out.form_changes = true;
      continue;
    }
    form_modification one{.form = name,
                          .schema_changed = was->second.schema_hash != is.schema_hash,
                          .ui_changed = was->second.ui_hash != is.ui_hash,
                          .core_changed = was->second.core_hash != is.core_hash};
    compare_fields(was->second, is, one);
    out.form_changes = out.form_changes || one.schema_changed || one.core_changed;
    out.ui_changes = out.ui_changes || one.ui_changed;
    if (one.schema_changed || one.ui_changed || one.core_changed) add(out.modified_forms, std::move(one));
  }
  for (const auto& [name, was] : from.forms)
    if (!to.forms.contains(name)) {
      add(out.removed_forms, {name});
      out.form_changes = true;
    }
  return out;
}

}  // namespace tenon_bundles
