#include "tenon/settings/file_store.hpp"

#include <fmt/compile.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "tenon/json/document.hpp"
#include "tenon/json/merge_patch.hpp"
#include "tenon/json/redacted.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/equal.hpp"
#include "tenon/settings/durable_file.hpp"
#include "tenon/settings/from_document.hpp"
#include "tenon/settings/set_text.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon::settings {

namespace {

constexpr json::wire patch_wire{.missing = json::missing::kept};

struct shown_finding {
  std::string pointer, message;
};
struct shown_settings {
  std::string extension;
  json::raw values;
  std::map<std::string, std::string> sources;  // by pointer; what is not here is a default
  json::raw stored;
  std::vector<shown_finding> unfit;
};

bool is_object(std::string_view text) { return text.starts_with('{'); }

}  // namespace

void file_store::read_into(sources& to, std::vector<finding>& findings) {
  if (::access(path_.c_str(), F_OK) != 0) return;
  std::string why;
  const std::optional<std::string> text = read_file(path_, why);
  if (!text) {
    findings.push_back(
        {path_, {}, fmt::format(FMT_COMPILE("the stored settings cannot be read: {}. Let this user read them."), why)});
    return;
  }
  add_document(to, *text, path_, findings, rank::stored);
  std::vector<finding> told;  // above
  const auto document = json::document::parse(*text, patch_wire, told);
  if (!document) return;
  for (const std::string& name : document->keys()) {
    const std::string own = document->text_of(name).value_or("null");
    stored_[name] = is_object(own) ? json::merge_patch(own, "{}") : own;
  }
}

std::vector<finding> file_store::set_apart(std::vector<finding>& findings) const {
  const auto is_ours = [&](const finding& one) { return one.source == path_ && !one.pointer.empty(); };
  std::vector<finding> ours;
  std::ranges::copy_if(findings, std::back_inserter(ours), is_ours);
  std::erase_if(findings, is_ours);
  return ours;
}

void file_store::keep(sources all) {
  const std::lock_guard lock(mutex_);
  sources_ = std::move(all);
}

std::vector<std::string_view> file_store::extensions() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string_view> names;
  for (const store_row& one : app_.rows) names.push_back(one.extension);
  return names;
}

bool file_store::has(std::string_view extension) const {
  const std::lock_guard lock(mutex_);
  return row_of(extension) != nullptr;
}

std::string file_store::shown(std::string_view extension) const {
  const std::lock_guard lock(mutex_);
  const store_row* row = row_of(extension);
  if (row == nullptr) throw error(error_type::not_found, sources_.unknown_extension(extension));
  std::vector<finding> findings;
  std::vector<origin> origins;
  const snapshot read_again = made_for(*row);
  sources(sources_).apply(row->extension, row->place, read_again.get(), findings, &origins);
  shown_settings out{.extension = std::string(row->extension),
                     .values = {json::written(row->place, app_.current(app_.app, row->rank), {})},
                     .sources = {},
                     .stored = {json::redacted(stored_for(*row), row->place)},
                     .unfit = {}};
  for (const origin& one : origins)
    out.sources[one.pointer.substr(1 + row->extension.size())] = one.source == path_ ? "stored" : one.source;
  for (finding& one : set_apart(findings))
    out.unfit.push_back({one.pointer.substr(1 + row->extension.size()), std::move(one.message)});
  return json::to_text(out);
}

update file_store::change(std::string_view extension, std::string_view merge_patch) {
  const std::lock_guard lock(mutex_);
  const store_row* row = row_of(extension);
  if (row == nullptr) throw error(error_type::not_found, sources_.unknown_extension(extension));
  if (!app_.ready(app_.app))
    throw error(error_type::unknown, "the program is starting or stopping: settings cannot be changed now.");
  update out;
  check_patch(*row, merge_patch, out.findings);
  if (!out.findings.empty()) return out;

  const std::string before = stored_for(*row), after = json::merge_patch(before, merge_patch);
  if (after == before) return out;
  sources next = with(*row, after);
  snapshot value = made_for(*row);
  std::vector<finding> unfit;  // stored by an earlier version of the extension, and left out as before
  next.apply(row->extension, row->place, value.get(), unfit, nullptr);
  check_value(*row, value.get(), out.findings);
  if (!out.findings.empty()) return out;

  const bool restarts = reflect::differ_in_restart(row->place, app_.current(app_.app, row->rank), value.get());
  commit(*row, after, std::move(next), std::move(value));
  app_.tell(app_.app, row->rank);
  if (restarts)
    out.restarting =
        app_.restart(app_.app, row->rank, [this, name = row->extension, before, after] { undo(name, after, before); });
  return out;
}

void file_store::commit(const store_row& row, const std::string& stored, sources all, snapshot value) {
  auto everything = stored_;
  if (stored == "{}")
    everything.erase(std::string(row.extension));
  else
    everything[std::string(row.extension)] = stored;
  snapshots_.reserve(snapshots_.size() + 1);
  write(everything);
  stored_ = std::move(everything);
  sources_ = std::move(all);
  snapshots_.push_back(std::move(value));
  app_.publish(app_.app, row.rank, snapshots_.back().get());
}

// Somebody who has changed it again since then means what it is now.
void file_store::undo(std::string_view extension, const std::string& from, const std::string& to) {
  const std::lock_guard lock(mutex_);
  const store_row* row = row_of(extension);
  if (row == nullptr || stored_for(*row) != from) return;
  sources before = with(*row, to);
  snapshot value = made_for(*row);
  std::vector<finding> unfit;
  before.apply(row->extension, row->place, value.get(), unfit, nullptr);
  commit(*row, to, std::move(before), std::move(value));
}

void file_store::attach(const store_target& app) {
  const std::lock_guard lock(mutex_);
  app_ = app;
  snapshots_.clear();  // of an app before this one
}

void file_store::detach() noexcept {
  const std::lock_guard lock(mutex_);
  app_ = {};
}

const store_row* file_store::row_of(std::string_view extension) const {
  for (const store_row& one : app_.rows)
    if (one.extension == extension || (one.implementation && extension == "extension_impl")) return &one;
  return nullptr;
}

std::string file_store::stored_for(const store_row& row) const {
  const auto found = stored_.find(row.extension);
  return found == stored_.end() ? "{}" : found->second;
}

file_store::snapshot file_store::made_for(const store_row& row) const {
  return {row.make(path_.empty() ? app_.given(app_.app, row.rank) : nullptr), {row.destroy}};
}

sources file_store::with(const store_row& row, const std::string& stored) const {
  sources out(sources_);
  const std::size_t extension = *out.find(row.extension);
  out.remove(rank::stored, extension);
  add_object(out, extension, stored, path_, rank::stored);
  return out;
}

void file_store::check_patch(const store_row& row, std::string_view patch, std::vector<finding>& findings) const {
  const auto document = json::document::parse(patch, patch_wire, findings);
  if (!document) return;
  if (!document->is_object()) {
    findings.push_back(
        {{}, {}, "expected an object with the keys to change, e.g. {\"port\": 8080}; null takes a change back."});
    return;
  }
  for (const std::vector<std::string>& way : json::removals(patch))
    if (auto wrong = unknown_key(way, row.place, {})) findings.push_back(*std::move(wrong));
  const std::string without_removals = json::merge_patch("{}", patch);
  const snapshot scratch = made_for(row);
  std::vector<finding> more;
  if (const auto rest = json::document::parse(without_removals, patch_wire, more))
    rest->read(row.place, scratch.get(), patch_wire, more);
  for (finding& one : more) {
    if (std::ranges::find(findings, one.pointer, &finding::pointer) != findings.end()) continue;
    one.line = one.column = 0;  // of another text than the one that was sent
    findings.push_back(std::move(one));
  }
}

void file_store::check_value(const store_row& row, const void* value, std::vector<finding>& findings) const {
  if (row.check == nullptr) return;
  for (std::string& problem : row.check(value, *app_.surroundings)) findings.push_back({{}, {}, std::move(problem)});
}

void file_store::write(const std::map<std::string, std::string, std::less<>>& stored) const {
  if (path_.empty()) return;
  std::string text = "{";
  for (const auto& [name, own] : stored) {
    text += text.size() == 1 ? "\n  " : ",\n  ";
    json::write_string(name, text);
    text.append(": ").append(own);
  }
  text += "\n}\n";
  const std::string why = replace_file(path_, text);
  if (!why.empty())
    throw error(error_type::server_misconfigured,
                fmt::format(FMT_COMPILE("the settings cannot be stored in {}: {}. Nothing has changed."), path_, why));
}

}  // namespace tenon::settings
