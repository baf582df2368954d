#include "tenon/form/discovery.hpp"

#include "tenon/form/bundle_path.hpp"
#include "tenon/form/extension_file.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

void merge_file(std::string_view path, const read_file& read, extension_metadata& into, report& problems) {
  try {
    const std::optional<std::string> text = read(path);
    if (!text) return;
    const extension_file file = read_extension_file(path, *text, problems);
    if (file.is_good) merge(into, file.says);
  } catch (const error& failed) {
    problems.error(unreadable_extension_file(path, failed.message()));
  }
}

bool is_plain_name(std::string_view name) {
  return path_fault(name).empty() && name.find('/') == std::string_view::npos;
}

}  // namespace

extension_metadata application_extensions(const read_file& read, report& problems) {
  extension_metadata all;
  for (const std::string_view path : application_extension_files) merge_file(path, read, all, problems);
  return all;
}

void add_form_extensions(const read_file& read, std::string_view form_name, extension_metadata& to, report& problems) {
  if (is_plain_name(form_name)) merge_file(form_extension_file(form_name), read, to, problems);
}

extension_metadata merged_extensions(const read_file& read, std::string_view form_name, report& problems) {
  extension_metadata all = application_extensions(read, problems);
  add_form_extensions(read, form_name, all, problems);
  return all;
}

extension_metadata get_custom_app_extensions(const std::filesystem::path& app_root, std::string_view form_name,
                                             report* problems) {
  report unheard;
  return merged_extensions([&](std::string_view path) { return read_below(app_root, path); }, form_name,
                           problems == nullptr ? unheard : *problems);
}

}  // namespace tenon::form
