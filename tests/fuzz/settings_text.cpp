// Settings as people write them. The lines of an input are given to --set, to the environment and to a reader of named
// texts, and each is read as every kind of text that a setting can have.
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzzed.hpp"
#include "local/token/iso_time.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/reflect/equal.hpp"
#include "tenon/reflect/real_text.hpp"
#include "tenon/reflect/size_form.hpp"
#include "tenon/reflect/time_form.hpp"
#include "tenon/settings/from_document.hpp"
#include "tenon/settings/named_texts.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/word/duration_text.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/timestamp.hpp"

namespace {

using fuzzed::law;
using tenon::finding;
namespace settings = tenon::settings;

enum class loudness : unsigned char { quiet, loud };
struct limits {
  tenon::byte_size body{1U << 20U};
  int headers = 100;
};
struct own_settings {
  tenon::field<std::uint16_t, {.doc = "Where it listens."}> port = 8080;
  std::string address = "127.0.0.1";
  tenon::field<int, {.min = 1, .max = 64, .unit = "threads"}> threads = 2;
  tenon::field<std::chrono::milliseconds, {.min = "1ms", .max = "24h"}> timeout = std::chrono::milliseconds(10);
  tenon::field<tenon::byte_size, {.min = "64B", .max = "4GiB"}> most_bytes = tenon::byte_size{64};
  std::chrono::nanoseconds exactly{1};
  tenon::timestamp since{};
  std::chrono::sys_seconds until{};
  std::uint64_t large = 0;
  std::int64_t whole = 0;
  bool verbose = false;
  double ratio = 0.5;
  float ratio_short = 0.5;
  loudness log = loudness::quiet;
  limits most{};
  std::optional<int> backlog{};
  std::optional<std::string> name{};
  std::optional<limits> other{};
  std::vector<std::string> hosts{"localhost"};
  std::map<std::string, int> weights{};
  std::map<std::string, limits> rooms{};
  tenon::json::raw as_is{"null"};
};

// What is read as a T and has a text reads equal from that text.
template <class T>
void look_at_form(std::string_view text) {
  using form = tenon::reflect::text_form<T>;
  T value{};
  if (!form::parse(text, value)) return;
  const std::optional<std::string> written = form::print(value);
  law(written.has_value(), "what was read has a text", text);
  T again{};
  law(form::parse(*written, again), "what was written is read", text, *written);
  law(form::print(again) == written, "and is equal", text, *written);
}

void look_at_texts(std::string_view text) {
  look_at_form<tenon::byte_size>(text);
  look_at_form<std::chrono::nanoseconds>(text);
  look_at_form<std::chrono::milliseconds>(text);
  look_at_form<std::chrono::duration<std::int8_t, std::ratio<3600>>>(text);
  look_at_form<std::chrono::duration<std::uint64_t, std::ratio<1, 30>>>(text);
  look_at_form<std::chrono::duration<std::int64_t, std::pico>>(text);
  look_at_form<tenon::timestamp>(text);
  look_at_form<std::chrono::sys_days>(text);
  look_at_form<std::chrono::sys_time<std::chrono::nanoseconds>>(text);
  if (const auto size = tenon::byte_size_from(text))
    law(tenon::byte_size_from(to_string(*size)) == size, "an amount of bytes is as large again", text);
  if (const auto length = tenon::duration_from(text))
    law(tenon::duration_from(tenon::duration_text(*length)) == length, "a length of time is as long again", text);
  if (const auto when = tenon_local::iso_time_from(text)) {
    law(tenon::timestamp_from(text) == when, "a time in a database is one on the wire", text);
    law(tenon_local::iso_time_from(tenon_local::to_iso_time(*when)) == when, "and is the same again", text);
  }
  double number = 0, again = 0;
  if (tenon::reflect::parse_real(text, number))
    law(tenon::reflect::parse_real(tenon::reflect::print_real(number), again) && again == number,
        "a number is the same again", text);
}

// Good settings, as a document, are the same settings.
void look_at_settings(const own_settings& read, std::string_view input) {
  const std::string written = tenon::json::to_text(read);
  if (written.find("\xEF\xBF\xBD") != std::string::npos) return;  // stands for bytes that are not UTF-8
  settings::sources sources({{"own"}});
  std::vector<finding> findings;
  settings::add_document(sources, "{\"own\":" + written + "}", "config.json", findings);
  const auto again = settings::read<own_settings>("own", sources, findings);
  if (!findings.empty()) law(false, "settings that were written are read", input, to_string(findings.front()));
  law(tenon::reflect::equal(tenon::reflect::described<own_settings>, &read, &again), "and are equal", input, written);
}

enum class way { assignments, environment };

void look_at_sources(const std::vector<std::string>& lines, way by) {
  settings::sources sources({{"local", true}, {"own"}, {"own.two"}});
  settings::let_texts_be_json(sources);
  std::vector<finding> findings;
  std::vector<const char*> variables;
  for (const std::string& line : lines)
    if (by == way::assignments)
      sources.add_assignment(line, findings);
    else
      variables.push_back(line.c_str());
  variables.push_back(nullptr);
  sources.add_environment(variables.data(), findings);
  std::vector<settings::origin> origins;
  const auto read = settings::read<own_settings>("own", sources, findings, &origins);
  sources.report_unread(findings);
  for (const finding& one : findings) law(!to_string(one).empty(), "a finding says something");
  if (findings.empty()) look_at_settings(read, lines.empty() ? "" : lines.front());
}

void look_at_named_texts(const std::vector<std::string>& lines) {
  std::vector<settings::named_text> given;
  for (const std::string& line : lines) {
    std::string_view text = line;
    const std::string_view name = fuzzed::take_until(text, "=");
    given.emplace_back(name, text);
  }
  own_settings named{};
  std::vector<finding> findings;
  settings::read_named_texts(given, settings::unknown_names::refused, tenon::reflect::described<own_settings>, &named,
                             findings);
  if (findings.empty()) look_at_settings(named, lines.empty() ? "" : lines.front());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view left = fuzzed::text_of(data, size);
  std::vector<std::string> lines;
  while (!left.empty() && lines.size() < 6) lines.emplace_back(fuzzed::take_until(left, "\n"));
  for (const std::string& line : lines) look_at_texts(line);
  look_at_sources(lines, way::assignments);
  look_at_sources(lines, way::environment);
  look_at_named_texts(lines);
  return 0;
}
