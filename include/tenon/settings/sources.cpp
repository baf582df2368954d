#include "tenon/settings/sources.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <iterator>

#include "tenon/settings/set_text.hpp"
#include "tenon/settings/wrong_defaults.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::settings {

namespace {

constexpr std::string_view alias = "extension_impl";

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + at.size());
  }
}

}  // namespace

std::string_view source_of(const std::vector<origin>& origins, std::string_view pointer) {
  for (; !pointer.empty(); pointer = pointer.substr(0, pointer.rfind('/')))
    for (auto one = origins.rbegin(); one != origins.rend(); ++one)
      if (one->pointer == pointer) return one->source;
  return "default";
}

sources::sources(std::vector<known_extension> extensions)
    : extensions_(std::move(extensions)), read_(extensions_.size(), false) {}
sources::sources(const sources&) = default;
sources::sources(sources&&) noexcept = default;
sources& sources::operator=(const sources&) = default;
sources& sources::operator=(sources&&) noexcept = default;
sources::~sources() = default;

std::optional<std::size_t> sources::find(std::string_view name) const {
  for (std::size_t i = 0; i < extensions_.size(); ++i)
    if (extensions_[i].name == name || (extensions_[i].implementation && name == alias)) return i;
  return std::nullopt;
}

std::string sources::unknown_extension(std::string_view name) const {
  std::vector<std::string_view> known;
  std::string all;
  for (const known_extension& one : extensions_) {
    known.push_back(one.name);
    if (one.implementation) known.push_back(alias);
    all.append(all.empty() ? "" : ", ").append(one.name);
  }
  const std::string_view meant = nearest(name, known);
  if (!meant.empty())
    return fmt::format(FMT_COMPILE("this program has no extension \"{}\". Did you mean \"{}\"?"), name, meant);
  return fmt::format(FMT_COMPILE("this program has no extension \"{}\". It has: {}."), name, all);
}

void sources::add(layer one) {
  const auto after = std::upper_bound(layers_.begin(), layers_.end(), one.rank,
                                      [](rank wanted, const layer& there) { return wanted < there.rank; });
  layers_.insert(after, std::move(one));
}

void sources::remove(rank which, std::size_t extension) {
  std::erase_if(layers_, [&](const layer& one) { return one.rank == which && one.extension == extension; });
}

bool sources::says(rank which, std::size_t extension) const {
  return std::ranges::any_of(layers_,
                             [&](const layer& one) { return one.rank == which && one.extension == extension; });
}

void sources::add_environment(const char* const* variables, std::vector<finding>& findings) {
  constexpr std::string_view prefix = "TENON_", joint = "__";
  for (; variables != nullptr && *variables != nullptr; ++variables) {
    const std::string_view variable(*variables);
    const std::size_t equals = variable.find('=');
    if (!variable.starts_with(prefix) || equals == std::string_view::npos) continue;
    const std::string_view name = variable.substr(0, equals);
    // An identifier may have single underscores, so the first double one ends it.
    if (name.find(joint) == std::string_view::npos) continue;
    std::vector<std::string> path = split(name.substr(prefix.size()), joint);
    std::optional<std::size_t> owner;
    for (std::size_t i = 0; i < extensions_.size() && !owner; ++i)
      if (in_capitals(extensions_[i].name) == path[0] ||
          (extensions_[i].implementation && in_capitals(alias) == path[0]))
        owner = i;
    if (!owner) {
      std::string lower = path[0];
      for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      findings.push_back({std::string(name), {}, unknown_extension(lower)});
      continue;
    }
    path.erase(path.begin());
    add({.rank = rank::environment,
         .extension = *owner,
         .source = std::string(name),
         .path = std::move(path),
         .text = std::string(variable.substr(equals + 1))});
  }
}

void sources::add_assignment(std::string_view assignment, std::vector<finding>& findings, std::string_view source,
                             rank as) {
  const std::size_t equals = assignment.find('=');
  const std::string_view target = assignment.substr(0, equals);
  if (equals == std::string_view::npos || target.find('.') == std::string_view::npos) {
    findings.push_back({source.empty() ? "--set" : std::string(source),
                        {},
                        fmt::format(FMT_COMPILE("expected extension.key=value, found \"{}\"."), assignment)});
    return;
  }
  const std::string written = source.empty() ? fmt::format(FMT_COMPILE("--set {}"), target) : std::string(source);
  // A name may have dots: the longest that fits is meant.
  std::optional<std::size_t> owner;
  std::size_t length = 0;
  for (std::size_t dot = target.find('.'); dot != std::string_view::npos; dot = target.find('.', dot + 1))
    if (const auto found = find(target.substr(0, dot))) owner = found, length = dot;
  if (!owner) {
    findings.push_back({written, {}, unknown_extension(target.substr(0, target.find('.')))});
    return;
  }
  add({.rank = as,
       .extension = *owner,
       .source = written,
       .path = split(target.substr(length + 1), "."),
       .text = std::string(assignment.substr(equals + 1))});
}

void sources::text(const layer& from, const reflect::slot& place, void* to, std::vector<finding>& findings,
                   std::vector<std::string>& changed) const {
  set_text({.path = from.path,
            .text = from.text,
            .capitals = from.rank == rank::environment,
            .pointer = "/" + extensions_[from.extension].name,
            .source = from.source,
            .json = json_},
           place, to, findings, changed);
}

void sources::apply(std::string_view extension, const reflect::slot& place, void* to, std::vector<finding>& findings,
                    std::vector<origin>* origins) {
  const auto which = find(extension);
  if (!which) return;
  read_[*which] = true;
  const std::vector<finding> wrong_before = wrong_defaults(extensions_[*which].name, place, to);
  std::vector<std::string> changed;
  for (const layer& one : layers_) {
    if (one.extension != *which) continue;
    changed.clear();
    if (one.apply != nullptr)
      one.apply(one, extensions_[*which].name, place, to, findings, changed);
    else
      text(one, place, to, findings, changed);
    if (origins == nullptr) continue;
    for (const std::string& pointer : changed) {
      std::erase_if(*origins, [&](const origin& old) {
        return old.pointer == pointer || old.pointer.starts_with(pointer + "/");
      });
      origins->push_back({pointer, one.source});
    }
  }
  if (wrong_before.empty()) return;
  // What a source has set instead is no default any more.
  const std::vector<finding> wrong_now = wrong_defaults(extensions_[*which].name, place, to);
  std::ranges::copy_if(wrong_now, std::back_inserter(findings),
                       [&](const finding& one) { return std::ranges::find(wrong_before, one) != wrong_before.end(); });
}

void sources::report_unread(std::vector<finding>& findings) const {
  for (const layer& one : layers_) {
    if (read_[one.extension] || one.rank == rank::extension_config || one.rank == rank::stored) continue;
    const std::string& name = extensions_[one.extension].name;
    findings.push_back(
        {one.source, "/" + name, fmt::format(FMT_COMPILE("the extension {} has no settings. Remove this."), name)});
  }
}

}  // namespace tenon::settings
