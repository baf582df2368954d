#include "tenon/form/folder_bundle.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "tenon/form/bundle_path.hpp"
#include "tenon/form/unreadable.hpp"
#include "tenon/form/unsafe_entry.hpp"

namespace tenon::form {

namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& root, const fs::path& file) {
  return std::ranges::mismatch(root, file).in1 == root.end();
}

}  // namespace

std::optional<std::string> read_below(const fs::path& root, std::string_view path) {
  if (!path_fault(path).empty()) return std::nullopt;
  const fs::path named = root / path;
  std::error_code failed;
  const fs::file_status status = fs::status(named, failed);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (failed) refuse_file(failed.message());
  if (status.type() != fs::file_type::regular) refuse_file("it is no plain file");
  const fs::path file = fs::canonical(named, failed);
  if (failed || !is_inside(fs::canonical(root, failed), file)) refuse_file("it leads out of the bundle by a link");

  const std::uintmax_t size = fs::file_size(file, failed);
  if (failed) refuse_file(failed.message());
  if (size > most_json_bytes) refuse_file(larger_than_allowed);
  std::ifstream stream(file, std::ios::binary);
  std::string text(static_cast<std::size_t>(size), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.is_open() || stream.bad()) refuse_file("it cannot be read: does its mode allow it?");
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

folder_bundle::folder_bundle(fs::path root) : root_(std::move(root)) {
  try {
    list();
  } catch (const fs::filesystem_error& failed) {
    refuse_bundle(failed.code().message());
  }
  std::ranges::sort(entries_, {}, &bundle_entry::path);
  std::ranges::sort(problems_, {}, &bundle_finding::file);
}

void folder_bundle::list() {
  for (const fs::directory_entry& one : fs::recursive_directory_iterator(root_)) {
    if (entries_.size() + problems_.size() == most_entries) refuse_bundle(more_than_allowed);
    std::string path = one.path().lexically_relative(root_).generic_string();
    const fs::file_type type = one.symlink_status().type();
    std::string_view wrong = path_fault(path);
    if (type == fs::file_type::symlink)
      wrong = "is a symbolic link";
    else if (type != fs::file_type::regular && type != fs::file_type::directory)
      wrong = "is neither a file nor a folder";
    if (wrong.empty())
      entries_.push_back({std::move(path), type == fs::file_type::directory});
    else
      problems_.push_back(unsafe_entry(path, wrong));
  }
}

std::optional<std::string> folder_bundle::read(std::string_view path) const { return read_below(root_, path); }

}  // namespace tenon::form
