#include "line_editor.hpp"

#include <fcntl.h>
#include <histedit.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <utility>

#include "words.hpp"

namespace tenon_commands {

struct line_editor::terminal {
  std::string prompt, file;
  completer complete;
  EditLine* lines = nullptr;
  History* earlier = nullptr;
  HistEvent event{};

  terminal(std::string shown, std::string history_file, completer with)
      : prompt(std::move(shown)), file(std::move(history_file)), complete(std::move(with)) {
    // Letters outside ASCII are letters only in a locale that has them.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
    lines = ::el_init("console", stdin, stdout, stderr);
    earlier = ::history_init();
    ::history(earlier, &event, H_SETSIZE, 1000);
    ::history(earlier, &event, H_SETUNIQUE, 1);
    ::history(earlier, &event, H_LOAD, file.c_str());
    ::el_set(lines, EL_CLIENTDATA, this);
    ::el_set(lines, EL_PROMPT, &terminal::shown_prompt);
    ::el_set(lines, EL_HIST, &::history, earlier);
    ::el_set(lines, EL_EDITOR, "emacs");
    ::el_set(lines, EL_SIGNAL, 1);
    // In wide letters, which it need not copy: it forgets such copies.
    ::el_wset(lines, EL_ADDFN, L"complete-word", L"Complete the word", &terminal::complete_word);
    ::el_set(lines, EL_BIND, "^I", "complete-word", nullptr);
  }
  // At once, because a console may be killed. What was typed may be secret.
  void remember(const std::string& line) {
    ::history(earlier, &event, H_ENTER, line.c_str());
    if (const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR); made >= 0) {
      ::close(made);
      ::history(earlier, &event, H_SAVE, file.c_str());
    }
  }
  ~terminal() {
    ::history_end(earlier);
    ::el_end(lines);
  }
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;

  static terminal& of(EditLine* lines) {
    void* self = nullptr;
    ::el_get(lines, EL_CLIENTDATA, &self);
    return *static_cast<terminal*>(self);
  }
  static char* shown_prompt(EditLine* lines) { return of(lines).prompt.data(); }
  static unsigned char complete_word(EditLine* lines, wint_t) {
    const LineInfo* const now = ::el_line(lines);
    const std::string_view line(now->buffer, static_cast<std::size_t>(now->cursor - now->buffer));
    typed_words typed = words_of(line);
    if (typed.is_between) typed.words.emplace_back();
    const std::vector<std::string> choices = of(lines).complete(typed.words);
    if (choices.empty()) return CC_REFRESH_BEEP;
    if (const std::string more = completion(line, choices); !more.empty())
      return ::el_insertstr(lines, more.c_str()) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
    std::fputc('\n', stdout);
    for (const std::string& one : choices) std::fprintf(stdout, "%s\n", one.c_str());
    return CC_REDISPLAY;
  }
};

line_editor::line_editor(std::string prompt, std::string history, completer complete)
    : terminal_(::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1
                    ? std::make_unique<terminal>(std::move(prompt), std::move(history), std::move(complete))
                    : nullptr) {}
line_editor::~line_editor() = default;

bool line_editor::is_interactive() const noexcept { return terminal_ != nullptr; }

namespace {
std::string without_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return std::string(line);
}
}  // namespace

std::optional<std::string> line_editor::next() {
  if (terminal_ == nullptr) {
    char* read = nullptr;
    std::size_t room = 0;
    const ssize_t length = ::getline(&read, &room, stdin);
    const std::unique_ptr<char, decltype(&std::free)> whole(read, &std::free);
    if (length < 0) return std::nullopt;
    return without_end({read, static_cast<std::size_t>(length)});
  }
  int size = 0;
  const char* const typed = ::el_gets(terminal_->lines, &size);
  if (typed == nullptr || size <= 0) return std::nullopt;
  std::string line = without_end({typed, static_cast<std::size_t>(size)});
  if (!line.empty()) terminal_->remember(line);
  return line;
}

std::string completion(std::string_view line, const std::vector<std::string>& choices) {
  if (choices.empty()) return {};
  const typed_words typed = words_of(line);
  const std::string begun = typed.is_between ? std::string() : typed.words.back();
  std::string common = choices.front();
  for (const std::string& one : choices) {
    const auto [end, other] = std::mismatch(common.begin(), common.end(), one.begin(), one.end());
    common.erase(end, common.end());
  }
  if (!common.starts_with(begun)) return {};
  const bool is_quoted = !typed.problem.empty();
  const std::string rest = common.substr(begun.size());
  std::string out = is_quoted ? rest : escaped(rest);
  if (choices.size() == 1 && !common.ends_with('=') && !is_quoted) out += ' ';
  return out;
}

}  // namespace tenon_commands
