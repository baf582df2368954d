#include "tenon/form/extension_file.hpp"

#include <optional>
#include <utility>

#include "tenon/composition/version.hpp"
#include "tenon/form/entry_reader.hpp"
#include "tenon/form/extension_keys.hpp"
#include "tenon/form/function_reader.hpp"
#include "tenon/form/renderer_reader.hpp"
#include "tenon/form/semantic_version.hpp"
#include "tenon/word/framework.hpp"

namespace tenon::form {

namespace {

using json::node;
using step = entry_reader::step;

class extension_reader {
 public:
  extension_reader(const json_file& file, extension_file& out, report& to) : read_(file, out, to) {}

  void whole(const node& root) {
    if (!root.is_object())
      return read_.error(
          invalid_file, root,
          std::string("failed to parse: the file must be an object, found ").append(json::described(root.kind())),
          R"(Write {"definitions": {}, "functions": {}, "renderers": {}} with what there is to say.)");
    read_.warn_of_unknown_keys(root, keys::extension, "the file");
    version(root);
    host_range(root);
    static_cast<void>(read_.text(root, "description", "failed to parse: "));
    const auto as_definition = [this](std::string_view key, const node& one) { definition(key, one); };
    each(root, "definitions", as_definition);
    if (const std::optional<node> schemas = root.find("schemas")) {
      const step inside(read_, "schemas");
      if (must_be_object(*schemas, "schemas")) {
        read_.warn_of_unknown_keys(*schemas, keys::schemas, "schemas");
        each(*schemas, "definitions", as_definition);
      }
    }
    each(root, "functions", [this](std::string_view key, const node& one) { read_function(read_, key, one); });
    each(root, "renderers", [this](std::string_view key, const node& one) { read_renderer(read_, key, one); });
  }

  [[nodiscard]] bool is_good() const { return read_.error_count() == 0; }

 private:
  template <class Read>
  void each(const node& parent, std::string_view section, Read read) {
    const std::optional<node> found = parent.find(section);
    if (!found) return;
    const step inside(read_, section);
    if (!must_be_object(*found, section)) return;
    for (std::size_t i = 0; i < found->size(); ++i) {
      const step at(read_, found->key(i));
      read(found->key(i), (*found)[i]);
    }
  }

  bool must_be_object(const node& one, std::string_view what) {
    if (one.is_object()) return true;
    read_.error(invalid_file, one,
                std::string("failed to parse: ")
                    .append(what)
                    .append(" must be an object, found ")
                    .append(json::described(one.kind())),
                "Write an object, of which each key names what stands behind it.");
    return false;
  }

  void version(const node& root) {
    const text_member given = read_.text(root, "version", "failed to parse: ");
    if (!given.is_there || given.is_wrong || is_semantic_version(given.text)) return;
    const step inside(read_, "version");
    read_.error(invalid_file, *root.find("version"),
                std::string("version '").append(shown(given.text)).append("' is not a semantic version"),
                "Write three numbers, as in 1.0.0 or 1.0.0-beta.1.");
  }

  void host_range(const node& root) {
    const text_member given = read_.text(root, "requires", "failed to parse: ");
    if (!given.is_there || given.is_wrong) return;
    const step inside(read_, "requires");
    if (!is_constraint(given.text))
      read_.error(invalid_file, *root.find("requires"),
                  std::string("requires '").append(shown(given.text)).append("' is not a range of versions"),
                  "Write three segments, each a number or x, as in 1.2.x, or a range of two, as in 1.2.0 - 1.4.x.");
    else if (ends_before_it_begins(given.text))
      read_.error(invalid_file, *root.find("requires"),
                  std::string("requires '").append(shown(given.text)).append("' ends before it begins"),
                  "Write the older version first, as in 1.2.0 - 1.4.x.");
    else if (!satisfies(framework_version, given.text))
      read_.error(
          invalid_file, *root.find("requires"),
          std::string("requires tenon ").append(shown(given.text)).append(", and this is ").append(framework_version),
          "Widen the range if the extension works here, or update the host.");
  }

  void definition(std::string_view key, const node& one) {
    if (!one.is_object() && one.kind() != json::node_kind::boolean)
      return read_.error(invalid_file, one,
                         std::string("definition ")
                             .append(shown(key))
                             .append(" must be a JSON Schema, found ")
                             .append(json::described(one.kind())),
                         "Write an object, or true or false.");
    read_.says().definitions.try_emplace(std::string(key), definition_entry{{one.as_json()}, read_.origin()});
    read_.claims(claimed::definition, key, key, one);
  }

  entry_reader read_;
};

}  // namespace

extension_file read_extension_file(std::string_view path, std::string_view text, report& to) {
  extension_file out{.path = std::string(path)};
  const std::string prefix = std::string(invalid_file).append(": ").append(path).append(": ");
  out.read = json_file::parse(path, text, prefix, to);
  if (out.read) {
    extension_reader reader(*out.read, out, to);
    reader.whole(out.read->root());
    out.is_good = reader.is_good();
  }
  return out;
}

bundle_finding unreadable_extension_file(std::string_view path, std::string_view why) {
  return {.message = std::string("failed to open extension file ").append(path).append(": ").append(why),
          .file = std::string(path),
          .advice = "Put the file into the bundle anew."};
}

}  // namespace tenon::form
