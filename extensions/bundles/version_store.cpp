#include "version_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "digest.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/settings/durable_file.hpp"
#include "tenon/word/error.hpp"

namespace tenon_bundles {

namespace fs = std::filesystem;
namespace json = tenon::json;

namespace {

// Our own, and as large as a bundle makes it.
constexpr json::wire on_disk{.max_bytes = std::size_t{512} << 20U};
constexpr std::string_view draft = "incoming.zip", index_name = "index.json";
constexpr std::string_view repush = "Push the bundle anew.";

[[noreturn]] void fail(const fs::path& file, std::string_view what, std::string_view cure) {
  throw tenon::error(tenon::error_type::server_misconfigured,
                     std::string("bundles: ").append(file.string()).append(" ").append(what).append(". ").append(cure));
}

void write_whole(const fs::path& file, std::string_view text) {
  if (const std::string why = tenon::settings::replace_file(file.string(), text); !why.empty())
    fail(file, std::string("cannot be written: ").append(why), "Look at the room on the disk, and at its mode.");
}

template <class T>
T read_whole(const fs::path& file) {
  constexpr std::string_view cure = "Put it back from a backup, or move its folder away to begin anew.";
  std::string why;
  const std::optional<std::string> text = tenon::settings::read_file(file.string(), why);
  if (!text) fail(file, std::string("cannot be read: ").append(why), cure);
  std::vector<tenon::finding> wrong;
  std::optional<T> out = json::from_text<T>(*text, wrong, on_disk);
  if (!out) fail(file, std::string("is damaged: ").append(wrong.front().message), cure);
  return *std::move(out);
}

std::string name_of(unsigned long number) {
  std::string out = std::to_string(number);
  if (out.size() < 4) out.insert(0, 4 - out.size(), '0');
  return out;
}
unsigned long number_in(std::string_view name) {
  unsigned long out = 0;
  std::from_chars(name.data(), name.data() + name.size(), out);
  return out;
}

// `0001` of 0001.zip and 0001.json; empty of any other file.
std::string version_of_file(const fs::path& file) {
  const std::string stem = file.stem().string(), ending = file.extension().string();
  return (ending == ".zip" || ending == ".json") && version_name(stem) == stem ? stem : std::string();
}

tenon::timestamp this_moment() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string hash_of(const bundle_manifest& of) {
  digest sum;
  sum.add(of.version).add("\n");
  for (const file_record& one : of.files) sum.add(one.path).add("\n").add(one.hash).add("\n");
  return sum.hex();
}

}  // namespace

std::string version_name(std::string_view written) {
  constexpr std::size_t most_digits = 9;
  const bool is_one =
      !written.empty() && written.size() <= most_digits && written.find_first_not_of("0123456789") == written.npos;
  return is_one ? name_of(number_in(written)) : std::string();
}

version::version(fs::path file, version_record record)
    : file_(std::move(file)),
      record_(std::move(record)),
      manifest_json_(json::to_text(record_.manifest, json::camel_case)),
      bundle_(file_) {}

version::~version() {
  if (is_dropped_.load()) ::unlink(file_.c_str());
}

const file_record* version::find(std::string_view path) const {
  const auto& all = record_.manifest.files;
  const auto found =
      std::ranges::lower_bound(all, path, {}, [](const file_record& one) -> std::string_view { return one.path; });
  return found != all.end() && found->path == path ? &*found : nullptr;
}

tenon::form::zip_entry version::open(std::string_view path) const {
  std::optional<tenon::form::zip_entry> out;
  as_pushed([&] { out = bundle_.open(path); });
  if (!out) fail(file_, "is not the one that was pushed", repush);
  return *std::move(out);
}

std::string version::read(std::string_view path) const {
  tenon::form::zip_entry one = open(path);
  std::string out;
  as_pushed([&] { out = one.rest(); });
  return out;
}

// What was good when it was pushed is nobody's bad request.
void version::as_pushed(const std::function<void()>& work) const {
  try {
    work();
  } catch (const tenon::error& failed) {
    fail(file_, std::string("cannot be read: ").append(failed.message()), repush);
  }
}

version_store::version_store(fs::path folder, how options, const tenon::log& log)
    : folder_(std::move(folder)), how_(std::move(options)) {
  open_folder();
  if (index_.active.empty() && !index_.versions.empty()) {
    store_index next = index_;
    next.active = index_.versions.front();
    write_index(next);
    index_ = std::move(next);
  }
  state_.with([&](all_versions& all) {
    for (const std::string& name : index_.versions) {
      try {
        all.kept.push_back(load(name));
        if (name == index_.active) all.active = all.kept.back();
      } catch (const tenon::error& failed) {
        log.error(std::string("version ").append(name).append(" is left out: ").append(failed.message()));
      }
    }
  });
}

fs::path version_store::zip_of(const std::string& name) const { return folder_ / (name + ".zip"); }
fs::path version_store::record_of(const std::string& name) const { return folder_ / (name + ".json"); }

void version_store::passes(std::string_view point) const {
  if (how_.passes) how_.passes(point);
}

void version_store::open_folder() try {
  fs::create_directories(folder_);
  fs::permissions(folder_, fs::perms::owner_all);
  read_index();
  sweep();
} catch (const fs::filesystem_error& failed) {
  fail(folder_, failed.code().message(), "Choose another data directory, or look at its mode.");
}

void version_store::read_index() {
  if (const fs::path file = folder_ / index_name; fs::exists(file)) {
    index_ = read_whole<store_index>(file);
    return;
  }
  for (const fs::directory_entry& one : fs::directory_iterator(folder_))
    if (!version_of_file(one.path()).empty())
      fail(folder_, std::string("has versions and no ").append(index_name),
           "Put it back from a backup, or move the folder away to begin anew.");
  // Whoever finds versions later knows that one has been here.
  write_index(index_);
}

void version_store::write_index(const store_index& to) const { write_whole(folder_ / index_name, json::to_text(to)); }

kept_version version_store::load(const std::string& name) const {
  return std::make_shared<const version>(zip_of(name), read_whole<version_record>(record_of(name)));
}

// Of a push that did not come to its end, and of versions that were no longer kept when the program ended.
void version_store::sweep() const {
  std::error_code ignored;
  fs::remove(folder_ / draft, ignored);
  const unsigned long next = index_.versions.empty() ? 1 : number_in(index_.versions.front()) + 1;
  for (const fs::directory_entry& one : fs::directory_iterator(folder_)) {
    if (one.path().extension() == tenon::settings::draft_ending) fs::remove(one.path(), ignored);
    const std::string name = version_of_file(one.path());
    if (name.empty() || std::ranges::find(index_.versions, name) != index_.versions.end()) continue;
    if (number_in(name) > next)
      fail(one.path(), std::string("is newer than what ").append(index_name).append(" knows of"),
           "Put the newest index back, or move this file away.");
    fs::remove(one.path(), ignored);
  }
}

inspection version_store::looked_at(std::string_view zip) {
  const fs::path file = folder_ / draft;
  write_whole(file, zip);
  passes("the draft is written");
  try {
    const tenon::form::zip_bundle sent(file);
    inspection out = inspect(sent, index_.core_fields, this_moment());
    if (how_.inspected) how_.inspected(sent, out.found);
    return out;
  } catch (const tenon::error& failed) {
    if (failed.status() >= 500) throw;
    inspection out;
    out.found.error({.message = failed.message(), .advice = "Send a whole ZIP file."});
    return out;
  }
}

tenon::form::report version_store::validate(std::string_view zip) {
  const std::scoped_lock lock(changing_);
  tenon::form::report out = looked_at(zip).found;
  std::error_code ignored;
  fs::remove(folder_ / draft, ignored);
  return out;
}

pushed version_store::push(std::string_view zip) {
  const std::scoped_lock lock(changing_);
  inspection seen = looked_at(zip);
  if (!seen.found.valid()) {
    std::error_code ignored;
    fs::remove(folder_ / draft, ignored);
    return {std::move(seen.found), nullptr};
  }
  bundle_manifest& manifest = seen.record.manifest;
  manifest.version = name_of(index_.versions.empty() ? 1 : number_in(index_.versions.front()) + 1);
  manifest.generated_at = this_moment();
  manifest.hash = hash_of(manifest);

  store_index next = index_;
  next.versions.insert(next.versions.begin(), manifest.version);
  for (const auto& [form, record] : seen.record.forms)
    for (const field_record& one : record.fields)
      if (!one.core.empty()) next.core_fields[form].emplace(one.name, one.core);
  const std::vector<std::string> dropped = clean(next);

  // The file that counts is the last one: without it the two before are nobody's.
  kept_version made = store_whole(std::move(seen.record), next);
  passes("the index is written");
  index_ = std::move(next);
  state_.with([&](all_versions& all) {
    all.kept.insert(all.kept.begin(), made);
    std::erase_if(all.kept, [&](const kept_version& one) {
      const bool goes = std::ranges::find(dropped, one->name()) != dropped.end();
      if (goes) one->drop();
      return goes;
    });
  });
  for (const std::string& name : dropped) ::unlink(record_of(name).c_str());
  passes("old ones are gone");
  return {std::move(seen.found), std::move(made)};
}

// Whole, or with nothing left of it: a disk that is too full for the one file has room for others then.
kept_version version_store::store_whole(version_record record, const store_index& with) const {
  const std::string name = record.manifest.version;
  const fs::path file = zip_of(name);
  try {
    if (std::rename((folder_ / draft).c_str(), file.c_str()) != 0)
      fail(file, std::strerror(errno), "Look at the room on the disk, and at its mode.");
    passes("the file has its name");
    write_whole(record_of(name), json::to_text(record));
    passes("the record is written");
    kept_version made = std::make_shared<const version>(file, std::move(record));
    write_index(with);
    return made;
  } catch (...) {
    std::error_code ignored;
    if (!is_in_index(name))
      for (const fs::path& one : {folder_ / draft, file, record_of(name)}) fs::remove(one, ignored);
    throw;
  }
}

// A disk that fails may have taken the index all the same. One that cannot be read may know of anything.
bool version_store::is_in_index(const std::string& name) const try {
  const std::vector<std::string> there = read_whole<store_index>(folder_ / index_name).versions;
  return std::ranges::find(there, name) != there.end();
} catch (const tenon::error&) {
  return true;
}

// The names of those that go.
std::vector<std::string> version_store::clean(store_index& of) const {
  std::vector<std::string> gone, stay;
  for (const std::string& name : of.versions)
    (stay.size() < how_.keep || name == of.active ? stay : gone).push_back(name);
  of.versions = std::move(stay);
  return gone;
}

kept_version version_store::switch_to(std::string_view name) {
  const std::scoped_lock lock(changing_);
  const std::string wanted = version_name(name);
  kept_version found = state_.look([&](const all_versions& all) {
    const auto at = std::ranges::find_if(all.kept, [&](const kept_version& one) { return one->name() == wanted; });
    return at == all.kept.end() ? nullptr : *at;
  });
  if (!found)
    throw tenon::error(tenon::error_type::not_found,
                       std::string("version ").append(name.substr(0, 64)).append(" does not exist"));
  if (wanted != index_.active) {
    store_index next = index_;
    next.active = wanted;
    passes("a switch begins");
    write_index(next);
    passes("a switch is written");
    index_ = std::move(next);
  }
  state_.with([&](all_versions& all) { all.active = found; });
  return found;
}

}  // namespace tenon_bundles
