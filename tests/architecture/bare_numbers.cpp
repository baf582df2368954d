// What the numbers of a public header count, by their names or by what a comment says of them.
#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "rules.hpp"

namespace house {

namespace {

// In the other rooms only the compiler counts: numbers are places in its lists.
constexpr std::array<std::string_view, 12> rooms{"concepts", "executor", "form",    "json", "lifecycle",  "multipart",
                                                 "settings", "sqlite",   "testing", "web",  "web_socket", "word"};
// The part of a name that says what the number counts, or that it is a place in something.
constexpr std::array<std::string_view, 18> telling{"at",     "bytes", "code", "column",  "count", "depth",
                                                   "digit",  "i",     "id",   "index",   "line",  "length",
                                                   "number", "port",  "rank", "seconds", "size",  "status"};
// Of what there are several, which the name says then, it is how many: `most_entries`, `calls`.
constexpr std::array<std::string_view, 6> bounds{"deepest", "least", "longest", "max", "min", "most"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

bool tells(std::string_view name) {
  if (name.ends_with('s') || is_among(bounds, name.substr(0, name.find('_')))) return true;
  for (;;) {
    const std::size_t end = std::min(name.find('_'), name.size());
    if (is_among(telling, name.substr(0, end))) return true;
    if (end == name.size()) return false;
    name.remove_prefix(end + 1);
  }
}

// Goes through a header and stops at what others than itself see: members, constants and parameters.
class number_walk {
 public:
  number_walk(const source_file& file, findings& to) : file_(file), to_(to) {}

  void read() {
    for (at_ = 0; at_ < file_.lines.size(); ++at_) {
      const std::string& line = file_.lines[at_];
      if (line.starts_with('#')) continue;
      static const std::regex quoted(R"("(\\.|[^"\\])*"|'(\\.|[^'\\])+')"), access(R"(\s*(public|protected|private):)");
      const std::string code = std::regex_replace(line, quoted, "\"\"");
      std::smatch whom;
      if (std::regex_match(code, whom, access)) {
        if (!inside_.empty()) inside_.back() = whom[1] == "public" ? seen : unseen;
        continue;
      }
      const std::string bare = code.substr(0, code.find("//"));
      if (is_blank(statement_)) begins_at_ = at_;
      if (std::ranges::all_of(inside_, [](place one) { return one == seen; })) look(bare);
      for (const char c : bare) step(c);
      statement_ += ' ';
    }
  }

 private:
  enum place : unsigned char { seen, unseen };

  static bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

  // A brace that is opened by a type or a namespace has in it what others see.
  void step(char c) {
    if (c == '}' && !inside_.empty()) inside_.pop_back();
    if (c == '{') {
      static const std::regex scope(R"(\s*(template\s*<.*>\s*)?(inline )?(namespace|struct|class|union)\b.*)"),
          hidden(R"(\s*(template\s*<.*>\s*)?(class\b|namespace detail\b).*)");
      const bool is_scope = std::regex_match(statement_, scope) && statement_.find('(') == std::string::npos;
      inside_.push_back(is_scope && !std::regex_match(statement_, hidden) ? seen : unseen);
    }
    if (c == '{' || c == '}' || c == ';')
      statement_.clear();
    else
      statement_ += c;
  }

  void look(const std::string& code) {
    static const std::string number =
        R"(\b(?:int|unsigned|long|std::size_t|std::ptrdiff_t|std::u?int\d+_t|double)[&*]? )";
    // What comes behind a comma, as in `int line = 0, column = 0;`, is a number too.
    static const std::regex declared(number + R"(([a-z]\w*)(?=[;,)={[]| [={]))"), next(R"(, ([a-z]\w*)(?=[;,]| =|\{))");
    const std::string head = code.substr(0, std::min(code.find(") {"), code.size() - 1) + 1);
    judge_all(head, declared);
    static const std::regex members(R"(\s*(?:(?:static|inline|constexpr|mutable|const) )*)" + number + "[^()<>]*;");
    if (std::regex_match(code, members)) judge_all(code, next);
  }

  void judge_all(const std::string& code, const std::regex& named) {
    for (std::sregex_iterator one(code.begin(), code.end(), named), end; one != end; ++one)
      judge((*one)[1], statement_ + code.substr(0, static_cast<std::size_t>(one->position(1))));
  }

  void judge(const std::string& name, const std::string& before) {
    if (tells(name) || name.ends_with('_')) return;
    std::string said = file_.lines[at_].substr(std::min(file_.lines[at_].find("//"), file_.lines[at_].size()));
    for (std::size_t above = begins_at_; above-- > 0 && is_comment(file_.lines[above]);) said += file_.lines[above];
    // A comment on a function has to name the parameter.
    const bool is_parameter = before.find('(') != std::string::npos;
    if (is_parameter ? std::regex_search(said, std::regex("\\b" + name + "\\b")) : !said.empty()) return;
    to_.push_back(file_.path + ":" + std::to_string(at_ + 1) + ": what does " + name +
                  " count, in what unit? Say it by its name, by a type or in a comment");
  }

  static bool is_comment(const std::string& line) {
    const std::size_t begin = line.find_first_not_of(' ');
    return begin != std::string::npos && line.compare(begin, 2, "//") == 0;
  }

  const source_file& file_;
  findings& to_;
  std::vector<place> inside_{};
  std::string statement_{};  // as far as it has come
  std::size_t at_ = 0, begins_at_ = 0;
};

}  // namespace

findings bare_numbers(const std::vector<source_file>& tree) {
  findings out;
  for (const source_file& file : tree)
    if (file.is_header() && file.in("include/tenon") && is_among(rooms, folder_of(file.path, "include/tenon")))
      number_walk(file, out).read();
  return out;
}

}  // namespace house
