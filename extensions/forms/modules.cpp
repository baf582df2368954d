#include "modules.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "answers.hpp"
#include "digest.hpp"
#include "pages.hpp"
#include "tenon/form/bundle.hpp"
#include "tenon/form/render/sheet.hpp"
#include "tenon/form/report.hpp"
#include "tenon/word/error.hpp"

namespace tenon_forms {

namespace form = tenon::form;

module_files::module_files(const form::bundle& of) {
  std::size_t left = most_bytes_of_modules;
  std::string all;
  for (const form::bundle_entry& one : of.entries()) {
    if (one.is_folder || !form::is_script(one.path)) continue;
    try {
      std::string text = of.read(one.path).value_or("");
      if (text.size() > left) throw tenon::error(tenon::error_type::unknown, "the bundle's scripts are above 64 MiB");
      left -= text.size();
      all.append(sha256_of(text)).append(one.path).append("\n");
      texts_.emplace(one.path, std::move(text));
    } catch (const tenon::error& failed) {
      unread_.emplace(one.path, failed.message());
    }
  }
  digest_ = sha256_of(all).substr(0, 32);
}

const std::string* module_files::find(std::string_view path) const {
  const auto found = texts_.find(path);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string module_files::why_not(const std::string& module) const {
  const auto found = unread_.find(module);
  if (found == unread_.end()) return {};
  return std::string("extension module '")
      .append(form::shown(module))
      .append("' cannot be read: ")
      .append(found->second)
      .append(".");
}

void module_files::complete(form::script_renderers& of, std::string_view form) const {
  of.address = link_to(form).append("/modules/").append(digest_).append("/");
  for (form::script_renderer& one : of.all)
    for (const std::string* module : {&one.module, &one.tester_module})
      if (one.why_not.empty()) one.why_not = why_not(*module);
}

// A worker that a module begins keeps to what is said here, not to what its page says.
tenon::response module_file(const module_files& all, std::string_view digest, std::string_view path,
                            const tenon::request& from) {
  const std::string* const found = digest == all.digest() ? all.find(path) : nullptr;
  if (found == nullptr)
    return form::secured(tenon::response::text("There is no such module here.", 404)).with("Cache-Control", "no-store");
  std::string tag = std::string("\"").append(sha256_of(*found)).append("\"");
  tenon::response answer = has_it(from, tag)
                               ? tenon::response::empty(304)
                               : tenon::response{200, "text/javascript; charset=utf-8", std::string(*found), {}};
  return form::secured(std::move(answer), form::scripts::of_this_server)
      .with("ETag", std::move(tag))
      .with("Cache-Control", "public, max-age=31536000, immutable");
}

}  // namespace tenon_forms
