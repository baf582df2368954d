// JSON from outside: a text, a patch, and an edit whose first line is its path, with an empty line between them.
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzzed.hpp"
#include "tenon/json/document.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/merge_patch.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/json/redacted.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/reflect/equal.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/secret.hpp"
#include "tenon/word/timestamp.hpp"

namespace {

using fuzzed::law;
namespace json = tenon::json;
using tenon::finding;

enum class pace : unsigned char { slow, quick, very_quick };
struct leaf {
  int number = 1;
  std::optional<std::string> note_text{};
};
struct everything {
  bool yes = false;
  std::int8_t small = 0;
  std::int64_t whole = 0;
  std::uint64_t natural = 0;
  double real = 0;
  float real_short = 0;
  std::string text{};
  pace how_fast = pace::slow;
  std::chrono::milliseconds pause{0};
  std::chrono::duration<std::int32_t, std::ratio<1, 30>> frames{0};
  tenon::timestamp when{};
  std::chrono::sys_time<std::chrono::nanoseconds> when_exactly{};
  tenon::byte_size room{};
  json::raw as_is{"null"};
  leaf inner{};
  std::optional<leaf> perhaps{};
  std::vector<leaf> list{};
  std::array<int, 2> pair{};
  std::map<std::string, std::vector<std::optional<int>>> table{};
  tenon::field<int, {.min = -3, .max = 9}> ranged = 4;
  std::optional<bool> class_{};
};
struct with_secrets {
  tenon::secret<std::string> text{};
  std::map<std::string, tenon::secret<int>> table{};
  std::vector<leaf> list{};
};

constexpr json::wire lenient{.unknown = json::unknown::ignored, .missing = json::missing::kept};
constexpr json::wire spread{.keys = json::keys::camel, .absent = json::absent::null, .indent = 2};

void look_at_findings(bool read, const std::vector<finding>& findings, std::string_view text) {
  law(read == findings.empty(), "a value or a finding, and never both", text);
  law(findings.size() <= json::most_findings, "a hundred findings at most", text);
  for (const finding& one : findings) law(!one.message.empty(), "a finding says something", text);
}

template <class T>
void look_at_value(std::string_view text, const json::wire& how) {
  std::vector<finding> findings;
  const std::optional<T> value = json::from_text<T>(text, findings, how);
  look_at_findings(value.has_value(), findings, text);
  if (!value) return;
  for (const json::wire& by : {json::wire{}, spread}) {
    const std::string written = json::to_text(*value, by);
    const std::optional<T> again = json::from_text<T>(written, findings, by);
    if (!again) law(false, "what was written is read", written, to_string(findings.front()));
    law(tenon::reflect::equal(tenon::reflect::described<T>, &*value, &*again), "and is equal", text, written);
  }
}

bool is_json(std::string_view text, std::size_t depth = 32) {
  std::vector<finding> findings;
  return json::document::parse(text, {.max_depth = depth}, findings).has_value();
}

void look_at_document(std::string_view text) {
  std::vector<finding> findings;
  const auto whole = json::document::parse(text, {}, findings);
  look_at_findings(whole.has_value(), findings, text);
  if (!whole) return;
  law(whole->is_object() || whole->keys().empty(), "what is no object has no keys", text);
  for (const std::string& key : whole->keys()) {
    const auto member = whole->text_of(key);
    law(member && is_json(*member), "each member is JSON of its own", text, key);
  }
  static_cast<void>(json::redacted(text, tenon::reflect::described<with_secrets>));
}

void look_at_patch(std::string_view target, std::string_view patch) {
  if (!is_json(target) || !is_json(patch)) return;
  const std::string once = json::merge_patch(target, patch);
  law(is_json(once), "a patched text is JSON", once);
  law(json::merge_patch(once, patch) == once, "a patch that is applied again changes nothing", once, patch);
  const json::read_patch read(patch);
  for (const auto& way : read.removals())
    law(way.empty() || !json::has_member(once, way), "what is removed is gone", once, patch);
  const std::string tidy = read.applied_tidily(target);
  law(is_json(tidy), "a text that is patched tidily is JSON", tidy);
  if (once.starts_with('{')) {
    law(json::merge_patch(once, "{}") == once, "an empty patch changes nothing", once);
    const std::string made = json::merge_patch("{}", once);
    law(made.size() <= once.size(), "a patch makes nothing up", once, made);
  }
}

void look_at_edit(std::string_view text, std::string_view edit) {
  const std::string path(fuzzed::take_until(edit, "\n"));
  for (const auto change : {&json::increased, &json::replaced}) {
    try {
      const std::string made = change(text, {{path, std::string(edit)}});
      law(is_json(made), "what an edit makes is read", made);
      if (change == &json::replaced) law(json::replaced(made, {{path, std::string(edit)}}) == made, "and stays", made);
    } catch (const tenon::error& refused) {
      law(refused.type() == tenon::error_type::invalid_request, "an edit that cannot be is an invalid request", text);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left = fuzzed::text_of(data, size);
  const std::string_view text = fuzzed::take_until(left, "\n\n");
  const std::string_view patch = fuzzed::take_until(left, "\n\n");
  look_at_document(text);
  look_at_value<everything>(text, lenient);
  look_at_value<leaf>(text, {});
  look_at_value<std::map<std::string, json::raw>>(text, {});
  look_at_value<std::vector<double>>(text, {});
  look_at_patch(text, patch);
  look_at_edit(text, left);
  std::vector<finding> findings;
  static_cast<void>(json::from_text<with_secrets>(text, findings, lenient));
  return 0;
}
