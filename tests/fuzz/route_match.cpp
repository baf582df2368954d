// A method and a path against a table with every kind of pattern: the row that is found is the one that a search of all
// patterns finds, and what was captured is what stands there.
//
// The first letter of an input is the method, as G in GET or D in DELETE (I is PATCH, A is HEAD); the rest is the path.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fuzzed.hpp"
#include "tenon/web/route_set.hpp"
#include "tenon/word/route.hpp"

namespace {

using fuzzed::law;
using tenon::method;
namespace web = tenon::web;

const std::vector<web::route_entry> entries{
    {method::get, "/"},
    {method::get, "/a"},
    {method::post, "/a"},
    {method::get, "/a/{x}"},
    {method::put, "/a/b"},
    {method::get, "/a/b/d"},
    {method::get, "/a/{x}/c"},
    {method::delete_, "/a/{rest...}"},
    {method::get, "/{p}/{q}/{r}/z"},
    {method::get, "/keys/capabilities"},
    {method::get, "/keys/{id}"},
    {method::head, "/keys/{id}"},
    {method::patch, "/keys/{id}/{rest...}"},
    {method::get, "/eight888"},
    {method::get, "/sixteen-letters-"},
    {method::get, "/seventeen-letters/{x}"},
    {method::get, "/a-long-literal-of-more-than-sixteen"},
    {method::get, "/a-long-literal-of-moRe-than-sixteen/b"},
    {method::get, "/\xc3\xbc/{x}"},
    {method::get, "/files/{path...}"},
    {method::options, "/files/x"},
    {method::post, "/{all...}"},
};

method method_of(char letter) {
  switch (letter) {
    case 'G':
      return method::get;
    case 'A':
      return method::head;
    case 'P':
      return method::post;
    case 'U':
      return method::put;
    case 'D':
      return method::delete_;
    case 'I':
      return method::patch;
    case 'O':
      return method::options;
    default:
      return method::other;
  }
}

struct found_pattern {
  std::string rank{};                        // the kinds of its segments: the first of the alphabet is preferred
  std::vector<std::string_view> captured{};  // still encoded
};

// Whether the pattern matches, found segment by segment.
std::optional<found_pattern> against(std::string_view pattern, std::string_view path, bool& good) {
  if (!path.starts_with('/')) return std::nullopt;
  found_pattern out;
  if (pattern == "/") return path == "/" ? std::optional(out) : std::nullopt;
  for (;;) {
    pattern.remove_prefix(1);
    path.remove_prefix(1);
    const std::string_view wanted = pattern.substr(0, pattern.find('/'));
    if (wanted.ends_with("...}")) {
      out.rank += "3";
      out.captured.push_back(path);
      return out;
    }
    const std::string_view is = path.substr(0, path.find('/'));
    if (wanted.starts_with('{')) {
      if (is.empty()) return std::nullopt;
      out.rank += "2";
      out.captured.push_back(is);
    } else {
      if (fuzzed::undone_escapes(is, good) != wanted) return std::nullopt;
      out.rank += "1";
    }
    pattern.remove_prefix(wanted.size());
    path.remove_prefix(is.size());
    if (pattern.empty() || path.empty()) return pattern.empty() && path.empty() ? std::optional(out) : std::nullopt;
  }
}

struct best_pattern {
  std::optional<std::size_t> row{};
  found_pattern found{};
};
best_pattern best_for(method wanted, std::string_view path, bool& good) {
  best_pattern best;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool as_head = wanted == method::head && entries[i].method == method::get;
    if (entries[i].method != wanted && !as_head) continue;
    std::optional<found_pattern> one = against(entries[i].pattern, path, good);
    if (!one) continue;
    one->rank += as_head ? "2" : "1";  // on one pattern, a HEAD of its own goes before a GET
    if (!best.row || one->rank < best.found.rank) best = {i, *std::move(one)};
  }
  return best;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const web::route_set table(entries);
  if (size == 0) return 0;
  const std::string_view input = fuzzed::text_of(data, size);
  const method wanted = method_of(input.front());
  const std::string_view path = input.substr(1);

  web::captures captured{};
  const web::row_index row = table.match(wanted, path, captured);
  const web::verdict verdict = table.explain(wanted, path);
  law(row == web::no_row || row < entries.size(), "a row is one of the table", path);
  if (path != "*")
    law((row != web::no_row) == (verdict.what == web::outcome::found), "what is matched is explained as found", path);

  // The door lets no malformed escape in, so nothing is said of where one leads to; only that it leads somewhere.
  bool good = true;
  static_cast<void>(fuzzed::undone_escapes(path, good));
  if (!good) return 0;
  const best_pattern best = best_for(wanted, path, good);
  law(best.row.has_value() == (row != web::no_row), "a row is found where a slow search finds one", path);
  if (!best.row) return 0;
  law(*best.row == row, "and it is that one", path, entries[row].pattern);
  for (std::size_t i = 0; i < best.found.captured.size(); ++i) {
    law(captured[i].data() == best.found.captured[i].data() && captured[i] == best.found.captured[i],
        "what is captured is what stands there", path, captured[i]);
    // As a handler gets it.
    const tenon::get<"/{x}"> route{.matched = {captured[i]}};
    law(route.at<"x">() == fuzzed::undone_escapes(best.found.captured[i], good), "decoded byte by byte", captured[i],
        route.at<"x">());
  }
  return 0;
}
