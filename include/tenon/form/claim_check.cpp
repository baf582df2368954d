#include "tenon/form/claim_check.hpp"

namespace tenon::form {

namespace {

std::string_view described(claimed what) {
  switch (what) {
    case claimed::definition:
      return "definition";
    case claimed::function:
      return "function";
    case claimed::function_name:
      return "function name";
    case claimed::renderer:
      return "renderer";
    case claimed::format:
      return "format";
  }
  return "word";
}

bool is_key(claimed what) { return what != claimed::function_name && what != claimed::format; }

// The key is claimed too, and that says it already.
bool repeats_its_key(const claim& one, const claimant& other) { return !is_key(one.what) && one.key == other.key; }

std::string told(const claim& one, const claimant& other) {
  std::string text = other.file;
  if (!is_key(one.what)) text.append(" under the key ").append(shown(other.key));
  return text;
}

bundle_finding about(const extension_file& file, const claim& one, std::string_view what, std::string advice) {
  return {.message = std::string("invalid extension file: ")
                         .append(file.path)
                         .append(": ")
                         .append(described(one.what))
                         .append(" ")
                         .append(shown(one.word))
                         .append(what),
          .file = file.path,
          .pointer = one.pointer,
          .line = one.line,
          .advice = std::move(advice)};
}

}  // namespace

void claim_check::form_file(const extension_file& file) {
  claimants own;
  at_one_level(file, own);
  for (const claim& one : file.claims) {
    const auto at = application_.find({one.what, one.word});
    if (at == application_.end() || repeats_its_key(one, at->second)) continue;
    if (is_key(one.what)) {
      to_.note({.message = std::string(described(one.what))
                               .append(" ")
                               .append(shown(one.word))
                               .append(" of this form replaces that of ")
                               .append(at->second.file),
                .file = file.path,
                .pointer = one.pointer,
                .line = one.line});
      continue;
    }
    to_.warning(about(file, one,
                      std::string(" is claimed by ").append(told(one, at->second)).append(" too; this one wins"),
                      "Use one key for both to replace the farther one as a whole."));
  }
}

void claim_check::at_one_level(const extension_file& file, claimants& level) {
  for (const claim& one : file.claims) {
    const auto [at, is_first] = level.try_emplace({one.what, one.word}, claimant{file.path, one.key});
    if (is_first || repeats_its_key(one, at->second)) continue;
    to_.error(about(file, one, std::string(" is claimed at the same level by ").append(told(one, at->second)),
                    "Keep one of them."));
  }
}

}  // namespace tenon::form
