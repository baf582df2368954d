#include "tenon/settings/file_store.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tenon/reflect/type_of.hpp"
#include "tenon/settings/from_document.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/testing/text_of_file.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

namespace fs = std::filesystem;
namespace settings = tenon::settings;
using tenon::finding;
using list = std::vector<std::string>;

struct limits {
  int body = 1, header = 2;
};
struct greeter_settings {
  std::string greeting = "Hello";
  tenon::field<int, {.min = 1, .max = 9}> count = 1;
  tenon::restart<int> workers = 4;
  limits limit{};
  std::optional<int> most{};
  tenon::secret<std::string> password{};
};

// An app, as a store sees one.
struct fake_app {
  const greeter_settings* now = nullptr;
  bool ready = true;
  int told = 0;
  std::vector<std::function<void(bool)>> restarts{}, at_start{};
  std::vector<std::function<void()>> begins{};

  settings::store_target target() {
    return {
        .app = this,
        .rows = {{.rank = 0,
                  .extension = "greeter",
                  .place = tenon::reflect::described<greeter_settings>,
                  .make = [](const void*) { return static_cast<void*>(new greeter_settings()); },
                  .destroy = [](void* value) { delete static_cast<greeter_settings*>(value); },
                  .check =
                      [](const void* value, const tenon::environment&) {
                        const bool wrong = static_cast<const greeter_settings*>(value)->greeting == "Boo";
                        return wrong ? list{"a greeting must not frighten. Say Hello."} : list{};
                      }}},
        .surroundings = &surroundings,
        .ready = [](const void* app) { return static_cast<const fake_app*>(app)->ready; },
        .current = [](const void* app, std::size_t) -> const void* { return static_cast<const fake_app*>(app)->now; },
        .publish =
            [](void* app, std::size_t, const void* value) {
              static_cast<fake_app*>(app)->now = static_cast<const greeter_settings*>(value);
            },
        .tell = [](void* app, std::size_t) { ++static_cast<fake_app*>(app)->told; },
        .restart =
            [](void* app, std::size_t, std::function<void(bool)> tried) {
              static_cast<fake_app*>(app)->restarts.push_back(std::move(tried));
              return std::vector<std::string_view>{"greeter"};
            },
        .try_at_start =
            [](void* app, std::size_t, std::function<void()> first, std::function<void(bool)> tried) {
              static_cast<fake_app*>(app)->begins.push_back(std::move(first));
              static_cast<fake_app*>(app)->at_start.push_back(std::move(tried));
            }};
  }
  tenon::environment surroundings{};
};

class file_store : public testing::Test {
 protected:
  std::string path() const { return folder_.path("settings.json"); }
  std::string file() const { return tenon::testing::text_of_file(path()); }
  void put_file(std::string_view text) const { std::ofstream(path()) << text; }

  // What a program does at its start.
  void start(std::string_view config = "{}", std::string_view assignment = "", bool implementation = false) {
    settings::sources sources({{"greeter", implementation}});
    findings_.clear();
    store_.emplace(path());
    settings::add_document(sources, config, "config.json", findings_);
    if (!assignment.empty()) sources.add_assignment(assignment, findings_);
    store_->read_into(sources, findings_);
    first_ = settings::read<greeter_settings>("greeter", sources, findings_);
    warnings_ = store_->set_apart(findings_);
    store_->keep(std::move(sources));
    if (serves_) taken_up_ = store_->take_up_trials().size();
    app_ = {.now = &first_};
    store_->attach(app_.target());
  }
  list refusals(std::string_view patch) {
    list out;
    for (const finding& one : store_->change("greeter", patch).findings) out.push_back(to_string(one));
    return out;
  }

  tenon::testing::scratch_folder folder_;
  std::optional<settings::file_store> store_;
  greeter_settings first_{};
  std::vector<finding> findings_, warnings_;
  fake_app app_;
  bool serves_ = true;
  std::size_t taken_up_ = 0;
};

TEST_F(file_store, has_a_change_used_told_and_there_after_the_next_start) {
  start();
  const greeter_settings* const before = app_.now;
  const settings::update made = store_->change("greeter", R"({"greeting": "Hi", "limit": {"body": 5}})");
  EXPECT_TRUE(made.findings.empty());
  EXPECT_TRUE(made.restarting.empty());
  EXPECT_EQ(app_.now->greeting, "Hi");
  EXPECT_EQ(app_.now->limit.body, 5);
  EXPECT_EQ(app_.now->limit.header, 2);
  EXPECT_EQ(app_.told, 1);
  EXPECT_EQ(before->greeting, "Hello");  // whoever still reads the old one reads the old one
  start();
  EXPECT_EQ(first_.greeting, "Hi");
  EXPECT_EQ(first_.limit.body, 5);
  EXPECT_EQ(findings_, std::vector<finding>());
}

TEST_F(file_store, merges_a_patch_into_what_is_stored_and_takes_back_what_is_null) {
  start(R"({"greeter": {"greeting": "From the file", "limit": {"body": 7, "header": 8}}})");
  EXPECT_EQ(refusals(R"({"greeting": "Hi", "limit": {"body": 5}, "most": 3})"), list{});
  EXPECT_EQ(refusals(R"({"greeting": null, "limit": {"header": 6}, "most": null})"), list{});
  EXPECT_EQ(app_.now->greeting, "From the file");
  EXPECT_EQ(app_.now->limit.body, 5);
  EXPECT_EQ(app_.now->limit.header, 6);
  EXPECT_FALSE(app_.now->most);
  EXPECT_EQ(app_.told, 2);
}

TEST_F(file_store, refuses_the_whole_where_a_part_is_wrong_with_every_mistake_and_its_pointer) {
  start();
  EXPECT_EQ(refusals(R"({"greeting": "Hi", "count": 10, "lmit": {"body": null}, "limit": {"bdy": null, "header": "x"},
                         "greetin": null})"),
            (list{R"(/lmit: there is no such key. Did you mean "limit"?)",
                  R"(/limit/bdy: there is no such key. Did you mean "body"?)",
                  R"(/greetin: there is no such key. Did you mean "greeting"?)",
                  R"(/count: expected a whole number between 1 and 9, found 10. Write a number, e.g. 1.)",
                  R"(/limit/header: expected a whole number, found "x". Write a number, e.g. 2.)"}));
  EXPECT_EQ(app_.now, &first_);
  EXPECT_EQ(app_.told, 0);
  EXPECT_EQ(file(), "");
}

TEST_F(file_store, refuses_what_is_no_object_and_what_the_extension_itself_refuses) {
  start();
  EXPECT_EQ(refusals("[1]"),
            list{R"(expected an object with the keys to change, e.g. {"port": 8080}; null takes a change back.)"});
  EXPECT_EQ(refusals(R"({"greeting": )").size(), 1U);
  EXPECT_EQ(refusals(R"({"greeting": "Boo"})"), list{"a greeting must not frighten. Say Hello."});
  EXPECT_EQ(app_.told, 0);
}

TEST_F(file_store, does_nothing_for_a_change_that_changes_nothing) {
  start();
  EXPECT_EQ(refusals(R"({"greeting": "Hi"})"), list{});
  EXPECT_EQ(refusals(R"({"greeting": "Hi"})"), list{});
  EXPECT_EQ(refusals("{}"), list{});
  EXPECT_EQ(app_.told, 1);
}

TEST_F(file_store, lets_the_command_line_go_before_what_is_stored_and_says_so) {
  start("{}", "greeter.greeting=Welcome");
  EXPECT_EQ(refusals(R"({"greeting": "Hi", "count": 2})"), list{});
  EXPECT_EQ(app_.now->greeting, "Welcome");
  EXPECT_EQ(app_.now->count, 2);
  const std::string shown = store_->shown("greeter");
  EXPECT_NE(shown.find(R"("sources":{"/count":"stored","/greeting":"--set greeter.greeting"})"), shown.npos) << shown;
}

TEST_F(file_store, restarts_only_for_what_needs_it_and_can_go_back) {
  start();
  EXPECT_EQ(store_->change("greeter", R"({"workers": 4})").restarting.size(), 0U);  // which it was
  EXPECT_EQ(store_->change("greeter", R"({"workers": 5})").restarting, std::vector<std::string_view>{"greeter"});
  EXPECT_EQ(app_.now->workers, 5);
  ASSERT_EQ(app_.restarts.size(), 1U);
  app_.restarts[0](false);
  EXPECT_EQ(app_.now->workers, 4);
  start();
  EXPECT_EQ(first_.workers, 4);
}

TEST_F(file_store, goes_back_to_what_the_extension_last_started_with_and_keeps_what_needed_no_restart) {
  start();
  (void)store_->change("greeter", R"({"workers": 5})");
  app_.restarts[0](true);
  (void)store_->change("greeter", R"({"workers": 6, "greeting": "Bad"})");
  (void)store_->change("greeter", R"({"count": 7})");
  (void)store_->change("greeter", R"({"workers": 8})");
  app_.restarts[1](false);
  EXPECT_EQ(app_.now->workers, 5);
  EXPECT_EQ(app_.now->greeting, "Hello");
  EXPECT_EQ(app_.now->count, 7);
  app_.restarts[2](true);
  EXPECT_EQ(app_.now->workers, 5);
  start();
  EXPECT_EQ(first_.workers, 5);
  EXPECT_EQ(first_.count, 7);
}

TEST_F(file_store, has_the_next_start_try_what_no_restart_has_proved_and_goes_back_where_that_fails) {
  start();
  (void)store_->change("greeter", R"({"workers": 5, "greeting": "Bad"})");
  (void)store_->change("greeter", R"({"count": 7})");
  start();
  EXPECT_EQ(taken_up_, 1U);
  EXPECT_EQ(first_.workers, 5);
  ASSERT_EQ(app_.at_start.size(), 1U);
  app_.at_start[0](false);
  EXPECT_EQ(app_.now->workers, 4);
  EXPECT_EQ(app_.now->count, 7) << "what needed no restart stays";
  start();
  EXPECT_EQ(taken_up_, 0U);
  EXPECT_EQ(file(), "{\n  \"greeter\": {\"count\":7}\n}\n");
  (void)store_->change("greeter", R"({"workers": 6})");
  start();
  app_.at_start[0](true);
  start();
  EXPECT_EQ(taken_up_, 0U);
  EXPECT_EQ(first_.workers, 6);
}

TEST_F(file_store, takes_a_change_back_where_three_starts_did_not_come_out_of_trying_it) {
  start();
  (void)store_->change("greeter", R"({"workers": 5})");
  start();  // it ends before it comes to it, for another reason
  for (int i = 0; i < 3; ++i) {
    start();
    EXPECT_EQ(first_.workers, 5);
    ASSERT_EQ(app_.begins.size(), 1U);
    app_.begins[0]();
  }
  serves_ = false;  // a program that serves nobody reads what holds, and proves nothing
  start();
  EXPECT_EQ(first_.workers, 4);
  serves_ = true;
  start();
  EXPECT_EQ(first_.workers, 4);
  ASSERT_EQ(warnings_.size(), 1U);
  EXPECT_EQ(warnings_[0].pointer, "/greeter");
  EXPECT_NE(warnings_[0].message.find("that is taken back"), std::string::npos) << warnings_[0].message;
  start();
  EXPECT_EQ(warnings_.size(), 0U);
  EXPECT_EQ(file(), "{\n}\n");
}

TEST_F(file_store, leaves_a_change_on_trial_where_a_program_does_not_serve) {
  start();
  (void)store_->change("greeter", R"({"workers": 5})");
  serves_ = false;
  start();
  EXPECT_EQ(first_.workers, 5);
  EXPECT_EQ(app_.at_start.size(), 0U);
  (void)store_->change("greeter", R"({"count": 7})");
  serves_ = true;
  start();
  ASSERT_EQ(app_.at_start.size(), 1U);
  app_.at_start[0](false);
  EXPECT_EQ(app_.now->workers, 4);
  EXPECT_EQ(app_.now->count, 7);
}

TEST_F(file_store, leaves_out_a_stored_value_that_does_not_fit_any_more_and_shows_it) {
  put_file(R"({"greeter": {"greeting": 5, "count": 3, "gone": true}, "other": {"kept": 1}})");
  start();
  EXPECT_EQ(findings_, std::vector<finding>());
  EXPECT_EQ(first_.greeting, "Hello");
  EXPECT_EQ(first_.count, 3);
  EXPECT_EQ(warnings_.size(), 3U);
  const std::string shown = store_->shown("greeter");
  // What is not known any more may have been a secret.
  EXPECT_NE(shown.find(R"("stored":{"greeting":5,"count":3,"gone":"***"})"), shown.npos) << shown;
  EXPECT_NE(shown.find(R"({"pointer":"/greeting","message":"expected)"), shown.npos) << shown;
  // It stands in nobody's way, and nothing of it is lost.
  EXPECT_EQ(refusals(R"({"count": 4})"), list{});
  EXPECT_EQ(app_.now->count, 4);
  EXPECT_NE(file().find(R"("greeter": {"greeting":5,"count":4,"gone":true})"), std::string::npos) << file();
  EXPECT_NE(file().find(R"("other": {"kept":1})"), std::string::npos) << file();
  EXPECT_EQ(refusals(R"({"greeting": null, "gone": null})"), list{});
  EXPECT_NE(file().find(R"("greeter": {"count":4})"), std::string::npos) << file();
}

TEST_F(file_store, leaves_nothing_behind_where_null_takes_everything_away) {
  start();
  EXPECT_EQ(refusals(R"({"limit": {"body": 5}})"), list{});
  EXPECT_EQ(refusals(R"({"limit": {"body": null}})"), list{});
  EXPECT_EQ(refusals(R"({"limit": {"header": null}})"), list{});
  EXPECT_EQ(file(), "{\n}\n");
}

TEST_F(file_store, reads_the_alias_in_a_file_as_the_name) {
  put_file(R"({"extension_impl": {"count": 3, "limit": {"body": 5}}, "$schema": "x"})");
  start("{}", "", true);
  EXPECT_EQ(findings_, std::vector<finding>());
  EXPECT_EQ(warnings_, std::vector<finding>());
  EXPECT_EQ(first_.count, 3);
  EXPECT_NE(store_->shown("greeter").find(R"("stored":{"count":3,"limit":{"body":5}})"), std::string::npos);
  // From the next change on it stands there by its own name, once.
  EXPECT_EQ(refusals(R"({"count": 4})"), list{});
  EXPECT_EQ(file(), "{\n  \"$schema\": \"x\",\n  \"greeter\": {\"count\":4,\"limit\":{\"body\":5}}\n}\n");

  // Where it says both, the later of them wins, member by member.
  put_file(R"({"greeter": {"count": 5, "limit": {"body": 6}}, "extension_impl": {"count": 7}})");
  start("{}", "", true);
  EXPECT_EQ(findings_, std::vector<finding>());
  EXPECT_EQ(first_.count, 7);
  EXPECT_EQ(first_.limit.body, 6);

  // Of a program without an implementation it is nobody's.
  start();
  EXPECT_EQ(first_.count, 5);
  ASSERT_EQ(warnings_.size(), 1U);
  EXPECT_EQ(warnings_[0].pointer, "/extension_impl");
}

TEST_F(file_store, shows_what_the_extension_itself_left_out) {
  start();
  store_->leave_out("greeter", {"a greeting must not frighten. Say Hello."});
  EXPECT_NE(store_->shown("greeter").find("must not frighten"), std::string::npos);
  EXPECT_EQ(refusals(R"({"count": 4})"), list{});
  EXPECT_EQ(store_->shown("greeter").find("must not frighten"), std::string::npos);
}

TEST_F(file_store, does_not_start_over_a_file_that_it_cannot_read_as_a_whole) {
  put_file(R"({"greeter": {"greeting": "Hi")");
  start();
  ASSERT_EQ(findings_.size(), 1U);
  EXPECT_EQ(findings_[0].source, path());
  put_file(R"({"greeter": {"count": 3, "count": 4}})");
  start();
  ASSERT_EQ(findings_.size(), 1U);
  EXPECT_NE(findings_[0].message.find("count"), std::string::npos) << findings_[0].message;
  put_file("[]");
  start();
  EXPECT_EQ(findings_.size(), 1U);
}

TEST_F(file_store, shows_no_secret_and_lets_only_its_owner_read_the_file) {
  start();
  EXPECT_EQ(refusals(R"({"password": "hunter2"})"), list{});
  EXPECT_EQ(app_.now->password.reveal(), "hunter2");
  EXPECT_EQ(store_->shown("greeter").find("hunter2"), std::string::npos);
  struct stat facts{};
  ASSERT_EQ(stat(path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  for (const std::string& one : refusals(R"({"password": ["hunter2"]})"))
    EXPECT_EQ(one.find("hunter2"), std::string::npos);
}

TEST_F(file_store, leaves_nothing_of_a_change_that_was_being_written_when_the_program_was_killed) {
  const std::string draft = path().append(".new");
  std::ofstream(draft) << R"({"greeter": {"password": "hun)";
  start();
  EXPECT_FALSE(fs::exists(draft));
}

TEST_F(file_store, changes_nothing_where_it_cannot_write_or_the_app_is_not_ready) {
  start();
  fs::remove_all(folder_.path());
  try {
    (void)store_->change("greeter", R"({"count": 2})");
    ADD_FAILURE();
  } catch (const tenon::error& refused) {
    EXPECT_NE(refused.message().find("Nothing has changed. Look at the room on the disk"), std::string::npos)
        << refused.message();
  }
  EXPECT_EQ(app_.now, &first_);
  fs::create_directories(folder_.path());
  app_.ready = false;
  EXPECT_THROW((void)store_->change("greeter", R"({"count": 2})"), tenon::error);
  app_.ready = true;
  EXPECT_EQ(refusals(R"({"count": 2})"), list{});
  EXPECT_THROW((void)store_->change("gretter", "{}"), tenon::error);
}

}  // namespace
