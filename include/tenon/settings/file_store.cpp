#include "tenon/settings/file_store.hpp"

#include <fmt/compile.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "tenon/json/document.hpp"
#include "tenon/json/merge_patch.hpp"
#include "tenon/json/quoted.hpp"
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
json::wire file_wire(std::string_view path) {
  return {.missing = json::missing::kept, .max_bytes = std::size_t{1} << 24U, .source = path};
}

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

void put(std::map<std::string, std::string, std::less<>>& to, std::string_view extension, const std::string& stored) {
  if (stored == "{}")
    to.erase(std::string(extension));
  else
    to[std::string(extension)] = stored;
}

// As the file has it, under a key that no extension can have.
constexpr std::string_view trials_key = "$trials";
struct trial_in_file {
  json::raw before{};
  std::size_t starts = 0;
};
// Somebody may kill a start that only takes its time.
constexpr std::size_t most_starts = 3;

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
  std::vector<finding> mistakes;
  const auto document = json::document::parse(*text, file_wire(path_), mistakes);
  if (document && !document->is_object())
    mistakes.push_back(
        {path_, {}, "expected an object with an entry for each extension. Mend the file, or remove it."});
  if (mistakes.empty()) trials_ = read_trials(*document, mistakes);
  for (finding& one : mistakes) {  // about the file as a whole, wherever in it that is
    if (!one.pointer.empty()) one.message = std::exchange(one.pointer, {}).append(": ").append(one.message);
    findings.push_back(std::move(one));
  }
  if (!mistakes.empty()) return;
  for (const std::string& key : document->keys()) {
    if (key == trials_key) continue;
    const std::string own = document->text_of(key).value_or("null");
    const auto extension = to.find(key);
    // By its own name, also where the file was written by hand and says the alias.
    std::string& stored = stored_[extension ? to.name_of(*extension) : key];
    stored = is_object(own) ? json::merge_patch(stored, own) : own;
    if (!extension && key != "$schema") findings.push_back(document->about(key, to.unknown_extension(key), path_));
  }
  for (const auto& [name, one] : trials_) {
    if (one.starts < most_starts) continue;
    put(stored_, name, one.before);
    findings.push_back(about(name,
                             "the program has ended three times while it was starting with what was changed last, "
                             "so that is taken back. Look at what it was, and change it again where it is wanted."));
  }
  took_back_ = std::erase_if(trials_, [](const auto& entry) { return entry.second.starts >= most_starts; }) != 0;
  for (const auto& [name, stored] : stored_)
    if (const auto extension = to.find(name)) add_object(to, *extension, stored, path_, rank::stored);
}

file_store::trials file_store::read_trials(const json::document& from, std::vector<finding>& mistakes) const {
  std::map<std::string, trial_in_file> in_file;
  if (from.text_of(trials_key))
    from.read(reflect::described<decltype(in_file)>, &in_file, file_wire(path_), mistakes, trials_key);
  trials out;
  for (auto& [name, one] : in_file)
    out[name] = {.before = is_object(one.before.text) ? std::move(one.before.text) : "{}", .starts = one.starts};
  return out;
}

std::vector<finding> file_store::take_up_trials() {
  const std::lock_guard lock(mutex_);
  std::vector<finding> whose;
  for (const auto& [name, one] : trials_)
    whose.push_back(about(name,
                          "what was changed last had not been seen to start when the program ended. It is tried now, "
                          "and taken back where it does not start."));
  if (std::exchange(took_back_, false)) write(stored_, trials_);
  takes_up_ = true;
  return whose;
}

std::vector<finding> file_store::set_apart(std::vector<finding>& findings) const {
  const auto is_ours = [&](const finding& one) { return one.source == path_ && !one.pointer.empty(); };
  std::vector<finding> ours;
  std::ranges::copy_if(findings, std::back_inserter(ours), is_ours);
  std::erase_if(findings, is_ours);
  for (finding& one : ours) one.line = one.column = 0;  // inside of what is stored for one extension
  return ours;
}

std::vector<std::string> file_store::changed() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> names;
  for (const auto& [name, stored] : stored_) names.push_back(name);
  return names;
}

void file_store::leave_out(std::string_view extension, const std::vector<std::string>& problems) {
  left_out_[std::string(extension)] = problems;
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
  if (row == nullptr) throw unknown(extension);
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
  if (const auto left = left_out_.find(row->extension); left != left_out_.end())
    for (const std::string& problem : left->second) out.unfit.push_back({{}, problem});
  return json::to_text(out);
}

update file_store::change(std::string_view extension, std::string_view merge_patch) {
  const std::lock_guard lock(mutex_);
  const store_row* row = row_of(extension);
  if (row == nullptr) throw unknown(extension);
  if (!app_.ready(app_.app))
    throw error(error_type::unknown, "the program is starting or stopping: settings cannot be changed now.");
  update out;
  const auto as_sent = json::document::parse(merge_patch, patch_wire, out.findings);
  if (!as_sent) return out;
  const json::read_patch patch(merge_patch);
  check_patch(*row, *as_sent, patch, out.findings);
  if (!out.findings.empty()) return out;

  const std::string before = stored_for(*row), after = patch.applied_tidily(before);
  if (after == before) return out;
  sources next = with(*row, after);
  snapshot value = made_for(*row);
  // What was left out before stays so, and stands in nobody's way.
  std::vector<finding> was_unfit, unfit;
  sources(sources_).apply(row->extension, row->place, made_for(*row).get(), was_unfit, nullptr);
  next.apply(row->extension, row->place, value.get(), unfit, nullptr);
  for (finding& one : unfit) {
    if (std::ranges::find(was_unfit, one.message, &finding::message) != was_unfit.end()) continue;
    out.findings.push_back({{}, one.pointer.substr(1 + row->extension.size()), std::move(one.message)});
  }
  if (out.findings.empty()) check_value(*row, value.get(), out.findings);
  if (!out.findings.empty()) return out;

  const bool restarts = reflect::differ_in_restart(row->place, app_.current(app_.app, row->rank), value.get());
  trials on_trial = trials_;
  if (restarts) {
    trial& pending = on_trial.try_emplace(std::string(row->extension), trial{.before = before}).first->second;
    ++pending.restarts;
    pending.starts = 0;
  } else if (const auto pending = on_trial.find(row->extension); pending != on_trial.end()) {
    pending->second.before = patch.applied_tidily(pending->second.before);
  }
  commit(*row, after, std::move(next), std::move(value), std::move(on_trial));
  app_.tell(app_.app, row->rank);
  if (restarts)
    out.restarting =
        app_.restart(app_.app, row->rank, [this, name = row->extension](bool started) { tried(name, started); });
  return out;
}

void file_store::commit(const store_row& row, const std::string& stored, sources all, snapshot value, trials on_trial) {
  texts everything = stored_;
  put(everything, row.extension, stored);
  snapshots_.reserve(snapshots_.size() + 1);
  write(everything, on_trial);
  trials_ = std::move(on_trial);
  left_out_.erase(std::string(row.extension));
  stored_ = std::move(everything);
  sources_ = std::move(all);
  snapshots_.push_back(std::move(value));
  app_.publish(app_.app, row.rank, snapshots_.back().get());
}

void file_store::tried(std::string_view extension, bool started) {
  const std::lock_guard lock(mutex_);
  const store_row* row = row_of(extension);
  const auto found = trials_.find(extension);
  if (row == nullptr || found == trials_.end()) return;
  const std::string before = found->second.before;
  if (found->second.restarts != 0) --found->second.restarts;
  trials others = trials_;
  const bool is_last = found->second.restarts == 0;
  if (is_last) others.erase(std::string(extension));
  if (!started) {
    sources again = with(*row, before);
    snapshot value = made_for(*row);
    std::vector<finding> unfit;
    again.apply(row->extension, row->place, value.get(), unfit, nullptr);
    commit(*row, before, std::move(again), std::move(value), std::move(others));
    app_.tell(app_.app, row->rank);
  } else if (is_last) {
    trials_ = std::move(others);  // also where it cannot be written: another start proves it once more
    write(stored_, trials_);
  }
}

void file_store::begins(std::string_view extension) {
  const std::lock_guard lock(mutex_);
  const auto found = trials_.find(extension);
  if (found == trials_.end()) return;
  ++found->second.starts;
  write(stored_, trials_);
}

void file_store::attach(const store_target& app) {
  const std::lock_guard lock(mutex_);
  app_ = app;
  snapshots_.clear();                                                             // of an app before this one
  if (!path_.empty()) ::unlink(std::string(path_).append(draft_ending).c_str());  // it may hold secrets
  for (auto& [name, one] : trials_) {
    one.restarts = 0;
    const store_row* row = row_of(name);
    if (!takes_up_ || row == nullptr) continue;
    app_.try_at_start(
        app_.app, row->rank, [this, extension = row->extension] { begins(extension); },
        [this, extension = row->extension](bool ok) { tried(extension, ok); });
  }
}

void file_store::detach() noexcept {
  const std::lock_guard lock(mutex_);
  app_ = {};
}

error file_store::unknown(std::string_view extension) const {
  return error(error_type::not_found, sources_.find(extension)
                                          ? fmt::format(FMT_COMPILE("the extension {} has no settings."), extension)
                                          : sources_.unknown_extension(extension));
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

void file_store::check_patch(const store_row& row, const json::document& as_sent, const json::read_patch& patch,
                             std::vector<finding>& findings) const {
  if (!as_sent.is_object()) {
    findings.push_back(
        {{}, {}, "expected an object with the keys to change, e.g. {\"port\": 8080}; null takes a change back."});
    return;
  }
  const std::vector<std::vector<std::string>> removals = patch.removals();
  for (const std::vector<std::string>& way : removals)
    if (auto wrong = unknown_key(way, row.place, {}); wrong && !json::has_member(stored_for(row), way))
      findings.push_back(*std::move(wrong));
  const snapshot scratch = made_for(row);
  std::vector<finding> more;
  const std::optional rest =
      removals.empty() ? as_sent : json::document::parse(patch.applied_tidily("{}"), patch_wire, more);
  if (rest) rest->read(row.place, scratch.get(), patch_wire, more);
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

void file_store::write(const texts& stored, const trials& on_trial) const {
  std::string text = "{";
  if (!on_trial.empty()) {
    std::map<std::string, trial_in_file> in_file;
    for (const auto& [name, one] : on_trial) in_file[name] = {{one.before}, one.starts};
    text.append("\n  ").append(json::quoted(trials_key)).append(": ").append(json::to_text(in_file));
  }
  for (const auto& [name, own] : stored) {
    text += text.size() == 1 ? "\n  " : ",\n  ";
    json::write_string(name, text);
    text.append(": ").append(own);
  }
  text += "\n}\n";
  // What the next start could not read must not get there.
  std::vector<finding> mistakes;
  if (!json::document::parse(text, file_wire(path_), mistakes))
    throw error(error_type::invalid_request,
                "the settings would be too large or too deep to be stored: " + mistakes.front().message);
  if (path_.empty()) return;
  const std::string why = replace_file(path_, text);
  if (!why.empty())
    throw error(
        error_type::server_misconfigured,
        fmt::format(FMT_COMPILE("the settings cannot be stored in {}: {}. Nothing has changed. Look at the room "
                                "on the disk, and at the mode of the folder."),
                    path_, why));
}

}  // namespace tenon::settings
