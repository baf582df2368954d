#include "tenon/form/renderer_reader.hpp"

#include <optional>
#include <string>
#include <utility>

#include "tenon/form/extension_keys.hpp"

namespace tenon::form {

namespace {

using json::node;
using step = entry_reader::step;

bool is_object(const node& of, std::string_view member) {
  const std::optional<node> found = of.find(member);
  return found && found->is_object();
}

// What has a module is; and so is what says a member of the older format and none of the newer.
bool is_legacy(const node& one) {
  if (one.find("module")) return true;
  return !is_object(one, "tester") && (one.find("name") || one.find("format") || one.find("renderer"));
}

class renderer_reader {
 public:
  renderer_reader(entry_reader& read, std::string_view key, const node& one)
      : read_(read),
        one_(one),
        name_(std::string("renderer ").append(shown(key))),
        subject_(std::string("invalid ").append(name_).append(": ")) {
    entry.name = key;
    entry.format = key;
    entry.origin = read.origin();
  }

  void whole() {
    if (!one_.is_object())
      return read_.error(
          invalid_file, one_,
          std::string(subject_).append("expected an object, found ").append(json::described(one_.kind())),
          R"(Write {"renderer": {"path": "<module>", "export": "<name>"}}.)");
    read_.warn_of_unknown_keys(one_, keys::renderer, name_);
    const text_member name = read_.text(one_, "name", subject_), format = read_.text(one_, "format", subject_);
    if (!name.text.empty()) entry.name = name.text;
    if (!format.text.empty()) entry.format = format.text;
    entry.description = read_.text(one_, "description", subject_).text;
    entry.dependencies = read_.texts(one_, "dependencies", subject_);
    if (is_object(one_, "renderer"))
      exported("renderer", entry.module, entry.renderer);
    else if (is_legacy(one_))
      legacy(name, format);
    else
      read_.error(invalid_renderer, one_,
                  name_ + " must have either 'renderer' object (v1 format) or 'module' string (legacy format)",
                  R"(Write "renderer": {"path": "<module>", "export": "<name>"}.)");
    tester();
  }

  renderer_entry entry{};

 private:
  void legacy(const text_member& name, const text_member& format) {
    const text_member module = read_.text(one_, "module", subject_), what = read_.text(one_, "renderer", subject_);
    if (name.is_missing()) missing(one_, "name");
    if (format.is_missing()) missing(one_, "format");
    if (module.is_missing()) missing(one_, "module");
    entry.module = read_.module(one_, "module");
    entry.renderer = what.text.empty() ? entry.name : std::string(what.text);
  }

  void tester() {
    if (is_object(one_, "tester")) return exported("tester", entry.tester_module, entry.tester);
    const text_member what = read_.text(one_, "tester", subject_), module = read_.text(one_, "testerModule", subject_);
    entry.tester = what.text.empty() ? entry.name + "Tester" : std::string(what.text);
    entry.tester_module = module.text.empty() ? entry.module : read_.module(one_, "testerModule");
  }

  // {"path": module, "export": name}
  void exported(const std::string& member, std::string& module, std::string& what) {
    const node one = *one_.find(member);
    const step inside(read_, member);
    read_.warn_of_unknown_keys(one, keys::exported, std::string(member).append(" of ").append(name_));
    const text_member path = read_.text(one, "path", subject_), given = read_.text(one, "export", subject_);
    if (path.is_missing()) missing(one, member + ".path");
    if (given.is_missing()) missing(one, member + ".export");
    module = read_.module(one, "path");
    what = given.text;
  }

  void missing(const node& one, std::string_view what) {
    read_.error(
        invalid_renderer, one, std::string(name_).append(" missing '").append(what).append("' field"),
        std::string("Write \"").append(what.substr(what.find('.') + 1)).append("\" with a text that is not empty."));
  }

  entry_reader& read_;
  const node one_;
  const std::string name_, subject_;
};

}  // namespace

void read_renderer(entry_reader& read, std::string_view key, const node& one) {
  const std::size_t errors = read.error_count();
  renderer_reader reader(read, key, one);
  reader.whole();
  if (read.error_count() != errors) return;
  read.claims(claimed::renderer, key, key, one);
  read.claims(claimed::format, reader.entry.format, key, one);
  read.says().renderers.emplace(key, std::move(reader.entry));
}

}  // namespace tenon::form
