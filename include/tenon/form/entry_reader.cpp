#include "tenon/form/entry_reader.hpp"

#include <algorithm>
#include <utility>

#include "tenon/form/bundle_path.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

std::string sentence(std::string_view kind, std::string_view path, std::string_view message) {
  return std::string(kind).append(": ").append(path).append(": ").append(message);
}

}  // namespace

entry_reader::entry_reader(const json_file& file, extension_file& out, report& to) : file_(file), out_(out), to_(to) {
  if (const auto place = place_of(out.path)) origin_.level = place->of;
  origin_.file = out.path;
}

void entry_reader::error(std::string_view kind, const json::node& one, std::string_view message, std::string advice) {
  ++errors_;
  if (to_.is_full()) return;  // a sentence may be as long as the file
  to_.error(file_.about(one, pointer_, sentence(kind, file_.path(), message), std::move(advice)));
}

void entry_reader::warning(std::string_view kind, const json::node& one, std::string_view message, std::string advice) {
  if (to_.is_full()) return;
  to_.warning(file_.about(one, pointer_, sentence(kind, file_.path(), message), std::move(advice)));
}

text_member entry_reader::text(const json::node& of, std::string_view member, std::string_view subject) {
  const std::optional<json::node> found = of.find(member);
  if (!found) return {};
  if (found->is_text()) return {found->text(), true, false};
  wrong_type(*found, member, "a text", subject);
  return {{}, true, true};
}

std::vector<std::string> entry_reader::texts(const json::node& of, std::string_view member, std::string_view subject) {
  std::vector<std::string> all;
  const std::optional<json::node> found = of.find(member);
  if (!found) return all;
  bool is_good = found->kind() == json::node_kind::list;
  for (std::size_t i = 0; is_good && i < found->size(); ++i) {
    is_good = (*found)[i].is_text();
    all.emplace_back((*found)[i].text());
  }
  if (!is_good) wrong_type(*found, member, "a list of texts", subject);
  return all;
}

bool entry_reader::flag(const json::node& of, std::string_view member, std::string_view subject) {
  const std::optional<json::node> found = of.find(member);
  if (found && found->kind() != json::node_kind::boolean) wrong_type(*found, member, "true or false", subject);
  return found && found->is_true();
}

void entry_reader::wrong_type(const json::node& one, std::string_view member, std::string_view wanted,
                              std::string_view subject) {
  const step inside(*this, member);
  std::string message(subject);
  message.append("'").append(member).append("' must be ").append(wanted);
  const std::string_view found = json::described(one.kind());
  if (!wanted.starts_with(found)) message.append(", found ").append(found);
  error(invalid_file, one, message, std::string("Write ").append(wanted).append(" there."));
}

void entry_reader::warn_of_unknown_keys(const json::node& of, std::span<const std::string_view> known,
                                        std::string_view where) {
  for (std::size_t i = 0; i < of.size(); ++i) {
    const std::string_view key = of.key(i);
    if (std::ranges::find(known, key) != known.end() || to_.is_full()) continue;
    const step inside(*this, key);
    const std::string_view near = nearest(key, known);
    std::string message = std::string("unknown key '").append(shown(key)).append("' in ").append(where);
    if (!near.empty()) message.append("; the nearest known one is '").append(near).append("'");
    warning(invalid_file, of[i], message, "Nobody reads it: correct it, or take it out.");
  }
}

void entry_reader::claims(claimed what, std::string_view word, std::string_view key, const json::node& one) {
  const std::size_t line = file_.about(one, {}, {}, {}).line;
  out_.claims.push_back({what, std::string(word), std::string(key), pointer_, line});
}

std::string entry_reader::module(const json::node& of, std::string_view member) {
  const std::optional<json::node> at = of.find(member);
  if (!at || at->text().empty()) return {};
  const step inside(*this, member);
  std::optional<std::string> path = module_path(at->text());
  if (path) {
    out_.modules.push_back({std::string(at->text()), *path, pointer_, file_.about(*at, {}, {}, {}).line});
    return *std::move(path);
  }
  error(invalid_file, *at, std::string("module '").append(shown(at->text())).append("' leads out of the bundle"),
        "Name a file of the bundle, by its path from the root.");
  return {};
}

}  // namespace tenon::form
