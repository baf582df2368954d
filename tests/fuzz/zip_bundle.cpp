// A ZIP file from outside: it is refused by a sentence, or a bundle of plain paths, each of which is read, or refused,
// the same way each time.
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "fuzzed.hpp"
#include "tenon/form/bundle_path.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/form/zip_bundle.hpp"
#include "tenon/word/error.hpp"

namespace {

using fuzzed::law;
namespace form = tenon::form;

// A file that lies nowhere.
class held_file {
 public:
  explicit held_file(std::string_view bytes) : handle_(memfd_create("bundle", MFD_CLOEXEC)) {
    law(handle_ >= 0 && write(handle_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
        "the file can be written");
  }
  ~held_file() { close(handle_); }
  held_file(const held_file&) = delete;
  held_file& operator=(const held_file&) = delete;

  [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(handle_); }

 private:
  int handle_;
};

// Its text, or why there is none.
std::string what_is_read(const form::bundle& of, const std::string& path) {
  try {
    const std::optional<std::string> text = of.read(path);
    law(!text || text->size() <= form::most_json_bytes, "no file is larger than it may be", path);
    return text ? "text " + *text : "none";
  } catch (const tenon::error& refused) {
    law(!refused.message().empty(), "a refusal says why", path);
    return "refused " + refused.message();
  }
}

void look_at(const form::bundle& bundle, std::string_view input) {
  std::string_view last;
  for (const form::bundle_entry& one : bundle.entries()) {
    law(form::path_fault(one.path).empty(), "a path is plain", input, one.path);
    law(last < one.path, "paths are sorted, and each is there once", input, one.path);
    law(one.is_folder || has_file(bundle.entries(), one.path), "a file is found", input, one.path);
    const std::string text = what_is_read(bundle, one.path);
    law(text == what_is_read(bundle, one.path), "a file is read alike each time", input, one.path);
    law(one.is_folder == (text == "none"), "a folder is not read, and a file is, or refused", input, one.path);
    last = one.path;
  }
  for (const form::bundle_finding& one : bundle.problems())
    law(!one.message.empty(), "a problem says what it is", input);
  const form::report found = validate(bundle);
  law(found.errors().size() >= bundle.problems().size(), "problems are findings", input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzzed::text_of(data, size);
  const held_file file(input);
  try {
    look_at(form::zip_bundle(file.path(), {.total_bytes = std::uint64_t{16} << 20U}), input);
  } catch (const tenon::error& refused) {
    law(refused.message().starts_with("failed to open bundle: "), "a refusal says why", input, refused.message());
  }
  return 0;
}
