// Debian's chromium, as a person uses it: one window, spoken to by the DevTools protocol over two pipes.
#pragma once

#include <sys/types.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "tenon/testing/scratch_folder.hpp"

namespace browser_test {

// What goes wrong in the browser, and what does not come in 30 seconds, is a std::runtime_error.
class browser {
 public:
  browser();
  ~browser();
  browser(const browser&) = delete;
  browser& operator=(const browser&) = delete;

  // Until the page is there and its scripts have run.
  void open(const std::string& address);
  // What an expression of JavaScript, which may be a promise, gives as JSON.
  boost::json::value value_of(std::string_view expression);
  [[nodiscard]] bool is(std::string_view condition) { return value_of(condition).as_bool(); }
  [[nodiscard]] std::string text(std::string_view expression) { return std::string(value_of(expression).as_string()); }
  // Waits for it, over whatever pages come.
  void wait_until(std::string_view condition);

  // By a selector of CSS: moved to, pressed and let go as a mouse does.
  void click(std::string_view selector);
  // For a field of files.
  void choose_file(std::string_view selector, const std::string& path);
  // Into what has the focus, letter by letter of ASCII.
  void type(std::string_view letters);
  // `Enter`, `Tab`, `Shift+Tab`, `End`, `Space`, `ArrowRight`, `ArrowDown` or `ArrowUp`.
  void press(std::string_view key);
  // As if a cable had been pulled.
  void be_offline(bool is_offline);
  // As if the server were far away.
  void wait_for_answers(int milliseconds);
  void be_wide(int pixels);
  // As somebody who wants dark pages has set it.
  void be_dark(bool is_dark);
  void run_scripts(bool may_run);
  // In each page that is opened from now on, before its own.
  void run_first(std::string_view script);
  // Whether the pages of a server, `http://127.0.0.1:1234`, are told where the device is, without a question to
  // anybody.
  void let_know_the_position(std::string_view origin, bool may_know);
  // Where the device is: `{"latitude", "longitude", "accuracy"}`, and `altitude`; of nothing it does not know.
  void be_at(boost::json::object position);
  // How those hear it who do not see it: all that has a role, as the browser tells them.
  boost::json::value accessibility_tree();

 private:
  boost::json::array middle_of(std::string_view selector);
  boost::json::object ask(std::string_view method, boost::json::object parameters = {});
  boost::json::object answer_to(int id);
  std::string read_message();

  tenon::testing::scratch_folder profile_{};
  pid_t process_ = -1;
  int to_ = -1, from_ = -1;
  int last_id_ = 0;
  std::string session_{}, unread_{};
};

}  // namespace browser_test
