// What an extension says that hearing an event leads to.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"

namespace {

using namespace tenon::literals;

std::vector<std::string> heard;

struct signing_up {
  static constexpr std::string_view name = "signing.up";
  bool allow = true;
};
struct checked {
  static constexpr std::string_view name = "checked";
  static constexpr bool may_be_unheard = true;
  int by = 0;
};
struct noted {
  static constexpr std::string_view name = "noted";
  static constexpr bool may_be_unheard = true;
};

struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<signing_up>;
  void on_ready(auto& ctx) { ctx.emit(signing_up{}); }
};
// Emits `checked` when it hears signing_up, and signing_up when it is bored: without its answers that would look like a
// circle.
struct checker {
  static constexpr auto manifest = tenon::manifest{.name = "checker", .version = "1.0.0"};
  using emits = tenon::events<checked, noted, signing_up>;
  using answers = tenon::answers<tenon::on<signing_up>, checked, noted, tenon::on<checked>>;
  void on(const signing_up&, auto& ctx) {
    ctx.emit(checked{1});
    ctx.emit_to("checker"_ext, checked{2});
    ctx.post_event(noted{});
  }
  void on(const checked& event, auto& ctx) {
    heard.push_back(std::string(ctx.name()) + " " + std::to_string(event.by));
  }
  void on_steady_state(auto& ctx) { ctx.emit(signing_up{}); }
};
// The same without saying so.
struct silent_checker {
  static constexpr auto manifest = tenon::manifest{.name = "silent_checker", .version = "1.0.0"};
  using emits = tenon::events<checked, signing_up>;
  void on(const signing_up&, auto& ctx) { ctx.emit(checked{1}); }
  void on_steady_state(auto& ctx) { ctx.emit(signing_up{}); }
};

template <class App>
bool returns(std::string_view name) {
  for (const tenon::event::event_row& one : App::events())
    if (one.facts.name == name) return one.returns;
  ADD_FAILURE() << "there is no event " << name;
  return false;
}

TEST(answers, let_an_extension_emit_what_they_say) {
  heard.clear();
  tenon::app<door, checker> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(heard, (std::vector<std::string>{"checker 1", "checker 2"}));
}

TEST(answers, say_which_events_stand_on_a_circle_where_emits_alone_cannot) {
  EXPECT_FALSE((returns<tenon::app<door, checker>>("signing.up")));
  EXPECT_TRUE((returns<tenon::app<door, silent_checker>>("signing.up")));
}

}  // namespace
