#include "browser.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <utility>

namespace browser_test {

namespace {

constexpr auto patience = std::chrono::seconds(30);

struct both_ends {
  both_ends() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  std::array<int, 2> ends{};
};

[[noreturn]] void become_chromium(int from, int to, const std::string& profile) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // Behind whatever stands at these two places now, which are the protocol's.
  const int in = ::fcntl(from, F_DUPFD, 10), out = ::fcntl(to, F_DUPFD, 10);
  ::dup2(in, 3);
  ::dup2(out, 4);
  const int silence = ::open("/dev/null", O_WRONLY);
  ::dup2(silence, STDERR_FILENO);
  const std::string own_profile = "--user-data-dir=" + profile;
  // The sandbox wants rights that a container has not, and nothing is shown but pages of this tree.
  ::execl(TENON_CHROMIUM, TENON_CHROMIUM, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
          "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", own_profile.c_str(), "about:blank", nullptr);
  ::_exit(127);
}

}  // namespace

browser::browser() {
  ::signal(SIGPIPE, SIG_IGN);  // a browser that has ended is said to have, by a test that fails
  const both_ends out, in;
  process_ = ::fork();
  if (process_ == 0) become_chromium(out.ends[0], in.ends[1], profile_.path());
  ::close(out.ends[0]);
  ::close(in.ends[1]);
  to_ = out.ends[1];
  from_ = in.ends[0];
  const auto made = ask("Target.createTarget", {{"url", "about:blank"}});
  const auto joined = ask("Target.attachToTarget", {{"targetId", made.at("targetId")}, {"flatten", true}});
  session_ = joined.at("sessionId").as_string();
  ask("Page.enable");
  ask("Network.enable");
}

browser::~browser() {
  try {
    session_.clear();
    ask("Browser.close");
  } catch (const std::exception&) {
    ::kill(process_, SIGKILL);
  }
  ::waitpid(process_, nullptr, 0);
  ::close(to_);
  ::close(from_);
}

std::string browser::read_message() {
  for (;;) {
    if (const std::size_t end = unread_.find('\0'); end != std::string::npos) {
      std::string out = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return out;
    }
    pollfd ready{.fd = from_, .events = POLLIN, .revents = 0};
    std::array<char, 65536> chunk{};
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(patience).count();
    const ssize_t size = ::poll(&ready, 1, static_cast<int>(wait)) == 1 ? ::read(from_, chunk.data(), chunk.size()) : 0;
    if (size <= 0) throw std::runtime_error("the browser has ended, or says nothing");
    unread_.append(chunk.data(), static_cast<std::size_t>(size));
  }
}

boost::json::object browser::answer_to(int id) {
  for (;;) {
    boost::json::value said = boost::json::parse(read_message());
    const boost::json::value* const about = said.as_object().if_contains("id");
    if (about == nullptr || about->as_int64() != id) continue;
    if (const auto* failed = said.as_object().if_contains("error"))
      throw std::runtime_error(boost::json::serialize(*failed));
    return std::move(said.as_object().at("result").as_object());
  }
}

boost::json::object browser::ask(std::string_view method, boost::json::object parameters) {
  boost::json::object question{{"id", ++last_id_}, {"method", method}, {"params", std::move(parameters)}};
  if (!session_.empty()) question.emplace("sessionId", session_);
  std::string text = boost::json::serialize(question);
  text += '\0';
  for (std::size_t written = 0; written < text.size();) {
    const ssize_t size = ::write(to_, text.data() + written, text.size() - written);
    if (size <= 0) throw std::runtime_error("the browser does not listen");
    written += static_cast<std::size_t>(size);
  }
  return answer_to(last_id_);
}

boost::json::value browser::value_of(std::string_view expression) {
  const auto said =
      ask("Runtime.evaluate", {{"expression", expression}, {"awaitPromise", true}, {"returnByValue", true}});
  if (const auto* failed = said.if_contains("exceptionDetails"))
    throw std::runtime_error(std::string(expression).append(": ").append(boost::json::serialize(*failed)));
  const auto* value = said.at("result").as_object().if_contains("value");
  return value == nullptr ? boost::json::value() : *value;
}

void browser::wait_until(std::string_view condition) {
  const auto until = std::chrono::steady_clock::now() + patience;
  std::string why;
  while (std::chrono::steady_clock::now() < until) {
    try {
      if (is(condition)) return;
    } catch (const std::exception& between_two_pages) {
      why = between_two_pages.what();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string page = text("location.href + ': ' + document.body.innerText.slice(0, 500)");
  throw std::runtime_error(
      std::string("never: ").append(condition).append("; ").append(why).append(" at ").append(page));
}

void browser::open(const std::string& address) {
  const auto said = ask("Page.navigate", {{"url", address}});
  if (const auto* failed = said.if_contains("errorText"))
    throw std::runtime_error(address + ": " + boost::json::serialize(*failed));
  wait_until("document.readyState === 'complete' && location.href !== 'about:blank'");
}

// Where its middle is: of a page that has been drawn (before, the browser drops what is pressed), and that has come to
// rest (a page that is opened at one of its elements is scrolled there after it is there).
boost::json::array browser::middle_of(std::string_view selector) {
  const std::string quoted = boost::json::serialize(boost::json::value(selector));
  const std::string where =
      "(() => { const one = document.querySelector(" + quoted +
      "); one.scrollIntoView({block: 'center', behavior: 'instant'}); const box = one.getBoundingClientRect(); "
      "const drawn = document.readyState === 'complete' && performance.getEntriesByType('paint').length > 0; "
      "return [box.x + box.width / 2, box.y + box.height / 2, drawn]; })()";
  const auto until = std::chrono::steady_clock::now() + patience;
  for (boost::json::value before; std::chrono::steady_clock::now() < until;) {
    boost::json::value at = value_of(where);
    if (at == before && at.at(2).as_bool()) return std::move(at.as_array());
    before = std::move(at);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error(std::string("never still: ").append(selector));
}

void browser::click(std::string_view selector) {
  const boost::json::array at = middle_of(selector);
  for (const char* what : {"mousePressed", "mouseReleased"})
    ask("Input.dispatchMouseEvent",
        {{"type", what}, {"x", at.at(0)}, {"y", at.at(1)}, {"button", "left"}, {"clickCount", 1}});
}

void browser::choose_file(std::string_view selector, const std::string& path) {
  const auto page = ask("DOM.getDocument");
  const auto found =
      ask("DOM.querySelector", {{"nodeId", page.at("root").as_object().at("nodeId")}, {"selector", selector}});
  ask("DOM.setFileInputFiles", {{"nodeId", found.at("nodeId")}, {"files", boost::json::array{path}}});
}

void browser::type(std::string_view letters) {
  for (const char letter : letters) {
    const std::string key(1, letter);
    ask("Input.dispatchKeyEvent", {{"type", "keyDown"}, {"key", key}, {"text", key}});
    ask("Input.dispatchKeyEvent", {{"type", "keyUp"}, {"key", key}});
  }
}

void browser::press(std::string_view key) {
  struct key_row {
    std::string_view pressed, key, text;
    int code = 0, modifiers = 0;
  };
  static constexpr std::array<key_row, 8> keys{{{"Enter", "Enter", "\r", 13},
                                                {"Tab", "Tab", "", 9},
                                                {"Shift+Tab", "Tab", "", 9, 8},
                                                {"End", "End", "", 35},
                                                {"Space", " ", " ", 32},
                                                {"ArrowRight", "ArrowRight", "", 39},
                                                {"ArrowDown", "ArrowDown", "", 40},
                                                {"ArrowUp", "ArrowUp", "", 38}}};
  const auto found = std::ranges::find(keys, key, &key_row::pressed);
  if (found == keys.end()) throw std::runtime_error(std::string("no key is called ").append(key));
  for (const std::string_view type : {"keyDown", "keyUp"})
    ask("Input.dispatchKeyEvent", {{"type", type},
                                   {"key", found->key},
                                   {"text", type == "keyDown" ? found->text : std::string_view()},
                                   {"windowsVirtualKeyCode", found->code},
                                   {"modifiers", found->modifiers}});
}

void browser::be_offline(bool is_offline) {
  ask("Network.emulateNetworkConditions",
      {{"offline", is_offline}, {"latency", 0}, {"downloadThroughput", -1}, {"uploadThroughput", -1}});
}

void browser::wait_for_answers(int milliseconds) {
  ask("Network.emulateNetworkConditions",
      {{"offline", false}, {"latency", milliseconds}, {"downloadThroughput", -1}, {"uploadThroughput", -1}});
}

void browser::be_wide(int pixels) {
  ask("Emulation.setDeviceMetricsOverride",
      {{"width", pixels}, {"height", 800}, {"deviceScaleFactor", 1}, {"mobile", pixels < 600}});
}

void browser::be_dark(bool is_dark) {
  const boost::json::object wanted{{"name", "prefers-color-scheme"}, {"value", is_dark ? "dark" : "light"}};
  ask("Emulation.setEmulatedMedia", {{"features", boost::json::array{wanted}}});
}

void browser::run_scripts(bool may_run) { ask("Emulation.setScriptExecutionDisabled", {{"value", !may_run}}); }

void browser::run_first(std::string_view script) { ask("Page.addScriptToEvaluateOnNewDocument", {{"source", script}}); }

void browser::let_know_the_position(std::string_view origin, bool may_know) {
  ask("Browser.setPermission", {{"permission", boost::json::object{{"name", "geolocation"}}},
                                {"setting", may_know ? "granted" : "denied"},
                                {"origin", origin}});
}

void browser::be_at(boost::json::object position) { ask("Emulation.setGeolocationOverride", std::move(position)); }

boost::json::value browser::accessibility_tree() { return ask("Accessibility.getFullAXTree").at("nodes"); }

}  // namespace browser_test
