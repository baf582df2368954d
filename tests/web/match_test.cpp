#include "tenon/web/match.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "allocation_count.hpp"
#include "tenon/web/route_set.hpp"

namespace {

using namespace tenon::web;
using tenon::method;

struct found_route {
  std::string pattern;
  std::vector<std::string> parameters{};
  friend bool operator==(const found_route&, const found_route&) = default;
};
std::ostream& operator<<(std::ostream& out, const found_route& one) {
  out << one.pattern;
  for (const std::string& text : one.parameters) out << " '" << text << "'";
  return out;
}

class routes {
 public:
  explicit routes(std::vector<route_entry> entries) : entries_(std::move(entries)), set_(entries_) {}
  explicit routes(std::initializer_list<const char*> gets)
      : routes([&] {
          std::vector<route_entry> entries;
          for (const char* pattern : gets) entries.push_back({method::get, pattern});
          return entries;
        }()) {}

  found_route operator()(std::string_view path, method wanted = method::get) const {
    captures found;
    const row_index row = set_.match(wanted, path, found);
    if (row == no_row) return {"nothing"};
    found_route out{entries_[row].pattern};
    std::size_t parameters = 0;
    for (char c : out.pattern) parameters += c == '{';
    for (std::size_t i = 0; i < parameters; ++i) out.parameters.emplace_back(found[i]);
    return out;
  }
  const route_set& set() const { return set_; }

 private:
  std::vector<route_entry> entries_;
  route_set set_;
};

TEST(match, a_literal_goes_before_a_parameter_and_a_parameter_before_the_rest) {
  const routes find{"/keys/{id}", "/keys/capabilities", "/keys/{rest...}", "/{anything...}"};
  EXPECT_EQ(find("/keys/capabilities"), (found_route{"/keys/capabilities"}));
  EXPECT_EQ(find("/keys/7"), (found_route{"/keys/{id}", {"7"}}));
  EXPECT_EQ(find("/keys/7/8"), (found_route{"/keys/{rest...}", {"7/8"}}));
  EXPECT_EQ(find("/other/7"), (found_route{"/{anything...}", {"other/7"}}));
}

TEST(match, a_literal_that_fails_deeper_gives_way_to_a_parameter) {
  const routes find{"/a/{x}/c", "/a/b/d", "/{p}/{q}/{r}/z", "/a/b/{rest...}"};
  EXPECT_EQ(find("/a/b/d"), (found_route{"/a/b/d"}));
  EXPECT_EQ(find("/a/x/c"), (found_route{"/a/{x}/c", {"x"}}));
  EXPECT_EQ(find("/a/b/c"), (found_route{"/a/b/{rest...}", {"c"}}));
  EXPECT_EQ(find("/a/q/c/z"), (found_route{"/{p}/{q}/{r}/z", {"a", "q", "c"}}));
  const routes without_rest{"/a/{x}/c", "/a/b/d"};
  EXPECT_EQ(without_rest("/a/b/c"), (found_route{"/a/{x}/c", {"b"}}));
  EXPECT_EQ(without_rest("/a/b/e"), found_route{"nothing"});
}

TEST(match, a_more_special_pattern_takes_no_other_method_from_a_general_one) {
  const routes find(std::vector<route_entry>{{method::post, "/a/{x}"}, {method::get, "/a/b"}});
  EXPECT_EQ(find("/a/b", method::get), (found_route{"/a/b"}));
  EXPECT_EQ(find("/a/b", method::post), (found_route{"/a/{x}", {"b"}}));
  const verdict deleted = find.set().explain(method::delete_, "/a/b");
  EXPECT_EQ(deleted.what, outcome::method_not_allowed);
  EXPECT_EQ(deleted.allowed, only(method::get) | only(method::head) | only(method::post));
}

TEST(match, slashes_count) {
  const routes find{"/", "/a", "/a/{x}", "/files/{path...}"};
  EXPECT_EQ(find("/"), found_route{"/"});
  EXPECT_EQ(find("/a/"), found_route{"nothing"});
  EXPECT_EQ(find("//a"), found_route{"nothing"});
  EXPECT_EQ(find("/a//"), found_route{"nothing"});
  EXPECT_EQ(find("/files"), found_route{"nothing"});
  EXPECT_EQ(find("/files/"), (found_route{"/files/{path...}", {""}}));
  EXPECT_EQ(find("/files//a/"), (found_route{"/files/{path...}", {"/a/"}}));
  EXPECT_EQ(find(""), found_route{"nothing"});
  EXPECT_EQ(find("a"), found_route{"nothing"});
  EXPECT_EQ(find("*"), found_route{"nothing"});
}

TEST(match, the_rest_at_the_root_takes_the_root_too) {
  const routes find{"/{rest...}"};
  EXPECT_EQ(find("/"), (found_route{"/{rest...}", {""}}));
  EXPECT_EQ(find("/a/b"), (found_route{"/{rest...}", {"a/b"}}));
}

TEST(match, an_encoded_literal_is_the_literal) {
  const routes find{"/hello", "/keys/capabilities", "/keys/{id}", "/a-long-literal-of-more-than-sixteen", "/\xc3\xbc"};
  EXPECT_EQ(find("/hell%6f"), found_route{"/hello"});
  EXPECT_EQ(find("/%68%65%6C%6c%6F"), found_route{"/hello"});
  EXPECT_EQ(find("/keys/%63apabilities"), found_route{"/keys/capabilities"});
  EXPECT_EQ(find("/a-long-literal-of-more-than%2dsixteen"), found_route{"/a-long-literal-of-more-than-sixteen"});
  EXPECT_EQ(find("/%C3%BC"), found_route{"/\xc3\xbc"});
  EXPECT_EQ(find("/keys%2fcapabilities"), found_route{"nothing"}) << "an encoded slash separates nothing";
  EXPECT_EQ(find("/keys/%63x"), (found_route{"/keys/{id}", {"%63x"}})) << "parameters stay encoded";
  EXPECT_EQ(find("/keys/" + std::string(300, 'x') + "%41"),
            (found_route{"/keys/{id}", {std::string(300, 'x') + "%41"}}));
}

TEST(match, long_literals_that_differ_in_the_middle_are_told_apart) {
  std::vector<route_entry> entries;
  for (int i = 1000; i < 1200; ++i)
    entries.push_back({method::get, "/resource-" + std::to_string(i) + "-resource/of-the-long-kind-" +
                                        std::to_string(i) + "-of-the-long-kind"});
  const routes find(entries);
  for (const route_entry& one : entries) EXPECT_EQ(find(one.pattern), found_route{one.pattern});
  EXPECT_EQ(find("/resource-0999-resource/of-the-long-kind-1000-of-the-long-kind"), found_route{"nothing"});
  EXPECT_EQ(find("/resource-1000-resource/of-the-long-kind-1001-of-the-long-kind"), found_route{"nothing"});
}

TEST(match, whoever_answers_get_answers_head_unless_somebody_does_it_better) {
  const routes find(std::vector<route_entry>{
      {method::get, "/a"}, {method::head, "/b"}, {method::get, "/b"}, {method::get, "/c"}, {method::head, "/{x}"}});
  EXPECT_EQ(find("/a", method::head), found_route{"/a"});
  EXPECT_EQ(find("/c", method::head), found_route{"/c"});
  captures found;
  EXPECT_EQ(find.set().match(method::head, "/b", found), 1);
  EXPECT_EQ(find.set().match(method::get, "/b", found), 2);
}

TEST(explain, says_which_methods_are_allowed) {
  const routes find(
      std::vector<route_entry>{{method::post, "/a/b"}, {method::get, "/a/{x}"}, {method::put, "/{rest...}"}});
  EXPECT_EQ(find.set().explain(method::patch, "/a/b").allowed,
            only(method::post) | only(method::get) | only(method::head) | only(method::put));
  EXPECT_EQ(find.set().explain(method::options, "/a/b").what, outcome::options);
  EXPECT_EQ(find.set().explain(method::other, "/a/b").what, outcome::method_not_allowed);
  EXPECT_EQ(find.set().explain(method::other, "/a/b").allowed, find.set().explain(method::patch, "/a/b").allowed);
  EXPECT_EQ(find.set().explain(method::other, "").what, outcome::not_found);
  EXPECT_EQ(find.set().explain(method::get, "/").what, outcome::method_not_allowed);
  EXPECT_EQ(find.set().explain(method::get, "").what, outcome::not_found);
  EXPECT_EQ(find.set().explain(method::options, "*").what, outcome::options);
  EXPECT_EQ(find.set().explain(method::options, "*").allowed,
            only(method::post) | only(method::get) | only(method::head) | only(method::put));
  EXPECT_EQ(find.set().explain(method::get, "*").what, outcome::not_implemented);
}

TEST(match, never_allocates) {
  const routes find{"/", "/a/{x}/c", "/a/b/d", "/{p}/{q}/{r}/z", "/files/{path...}"};
  const std::string paths[] = {
      "/", "/a/b/c", "/a/b/d", "/a/b/c/z", "/files/a/b/c", "/none", "/a/%62/d", "/" + std::string(5000, 'x')};
  const std::size_t before = allocation_count();
  for (const std::string& path : paths) {
    captures found;
    if (find.set().match(method::get, path, found) == no_row) static_cast<void>(find.set().explain(method::get, path));
  }
  EXPECT_EQ(allocation_count(), before);
}

TEST(route_set, refuses_what_the_compiler_would_refuse) {
  const auto message = [](std::vector<route_entry> entries) -> std::string {
    try {
      route_set set(entries);
      return "made";
    } catch (const std::invalid_argument& problem) {
      return problem.what();
    }
  };
  EXPECT_EQ(message({{method::get, "/a//b"}}), "the pattern /a//b has an empty segment; write one slash, not two");
  EXPECT_EQ(message({{method::get, "/a/{x}"}, {method::get, "/a/{y}"}}),
            "the pattern /a/{y} matches the same paths as /a/{x}, which has the same method");
  EXPECT_EQ(message({{method::get, "/a"}, {method::get, "/a"}}),
            "the pattern /a matches the same paths as /a, which has the same method");
  EXPECT_EQ(message({{method::get, "/a/{x}"}, {method::post, "/a/{y}"}}), "made");
}

// What the documentation of `match` says, written down as slowly as it can be: every pattern is tried, and of those
// that match, the one is taken whose kinds of segments come first in the order of the alphabet.
class slow_matcher {
 public:
  explicit slow_matcher(const std::vector<route_entry>& entries) : entries_(entries) {}

  std::optional<std::size_t> operator()(method wanted, std::string_view path) const {
    std::optional<std::size_t> best;
    std::string best_rank;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool as_head = wanted == method::head && entries_[i].method == method::get;
      if (entries_[i].method != wanted && !as_head) continue;
      std::optional<std::string> rank = rank_of(entries_[i].pattern, path);
      if (!rank) continue;
      *rank += as_head ? "2" : "1";  // on one pattern, a HEAD of its own goes before a GET
      if (!best || *rank < best_rank) {
        best = i;
        best_rank = *rank;
      }
    }
    return best;
  }

 private:
  static std::optional<std::string> rank_of(std::string_view pattern, std::string_view path) {
    if (pattern == "/" && path == "/") return "";
    std::string rank;
    if (pattern == "/") return std::nullopt;
    for (;;) {
      pattern.remove_prefix(1);
      path.remove_prefix(1);
      const std::string_view wanted = pattern.substr(0, pattern.find('/'));
      if (wanted.ends_with("...}")) return rank + "3";
      const std::string_view is = path.substr(0, path.find('/'));
      if (wanted.starts_with('{') ? is.empty() : is != wanted) return std::nullopt;
      rank += wanted.starts_with('{') ? "2" : "1";
      pattern.remove_prefix(wanted.size());
      path.remove_prefix(is.size());
      if (pattern.empty() || path.empty()) return pattern.empty() && path.empty() ? std::optional(rank) : std::nullopt;
    }
  }
  const std::vector<route_entry>& entries_;
};

TEST(match, finds_in_any_table_what_a_search_of_all_patterns_finds) {
  std::mt19937 random(20240611);
  auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<std::string> words{
      "a", "b", "ab", "abc", "abcdefgh", "abcdefghi", "sixteen-letters-", "seventeen-letters", "eighteen-letters-x"};
  std::size_t found_rows = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<route_entry> entries;
    std::map<std::string, int> shapes;
    const std::size_t size = 1 + pick(40), vocabulary = 1 + pick(words.size());
    for (std::size_t i = 0; i < size; ++i) {
      std::string pattern, shape;
      for (std::size_t depth = pick(5); depth > 0; --depth) {
        const std::size_t kind = pick(8);
        const std::string name = "p" + std::to_string(pattern.size());
        if (kind == 0 && depth == 1) {
          pattern += "/{" + name + "...}";
          shape += "/*";
        } else if (kind < 3) {
          pattern += "/{" + name + "}";
          shape += "/?";
        } else {
          const std::string& word = words[pick(vocabulary)];
          pattern += "/" + word;
          shape += "/" + word;
        }
      }
      if (pattern.empty()) pattern = "/";
      const auto one = static_cast<method>(pick(7));
      if (shapes.emplace(shape + std::string(tenon::to_string(one)), 1).second) entries.push_back({one, pattern});
    }
    const route_set fast(entries);
    const slow_matcher slow(entries);
    for (int i = 0; i < 300; ++i) {
      std::string path;
      for (std::size_t depth = pick(6); depth > 0; --depth) {
        const std::size_t kind = pick(12);
        path += "/";
        if (kind == 0)
          path += "x" + std::to_string(pick(10));
        else if (kind != 1)
          path += words[pick(vocabulary)];
      }
      if (path.empty()) path = "/";
      const auto wanted = static_cast<method>(pick(7));
      captures captured;
      const row_index row = fast.match(wanted, path, captured);
      const std::optional<std::size_t> expected = slow(wanted, path);
      ASSERT_EQ(row == no_row ? std::nullopt : std::optional<std::size_t>(row), expected)
          << tenon::to_string(wanted) << " " << path << " in round " << round;
      if (row == no_row) {
        method_set allowed = 0;
        for (std::size_t m = 0; m < tenon::method_count; ++m)
          if (slow(static_cast<method>(m), path)) allowed |= only(static_cast<method>(m));
        EXPECT_EQ(fast.explain(wanted, path).allowed, allowed) << path;
      } else {
        ++found_rows;
        // Whatever was captured, put into the pattern, is the path again.
        std::string again = entries[row].pattern;
        std::size_t n = 0;
        for (std::size_t open = again.find('{'); open != std::string::npos; open = again.find('{', open))
          again.replace(open, again.find('}', open) - open + 1, captured[n++]);
        EXPECT_EQ(again, path) << entries[row].pattern;
      }
    }
  }
  EXPECT_GT(found_rows, 10000u);
}

}  // namespace
