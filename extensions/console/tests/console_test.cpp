// What the console of a running program answers, over its real socket.
#include "../console.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "../contract.hpp"
#include "tenon/app.hpp"
#include "tenon/composition/alias.hpp"
#include "tenon/extension.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/settings/file_descriptor.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

namespace fs = std::filesystem;
using tenon::settings::file_descriptor;

struct signing_up {
  static constexpr std::string_view name = "signing.up";
  std::string email{};
  bool allow = true;
  std::vector<std::string> reasons{};
};
struct registering {
  static constexpr std::string_view name = "registering";
  std::string email{};
  bool allow = true;
};
struct opaque {
  static constexpr std::string_view name = "opaque";
  static constexpr bool may_be_unheard = true;
  std::shared_ptr<int> inside{};
};
struct users {
  static constexpr auto manifest = tenon::manifest{.name = "users", .version = "1.0.0"};
  using emits = tenon::events<signing_up, opaque>;
};
// Does something that takes its time.
struct slow {
  static constexpr auto manifest = tenon::manifest{.name = "slow", .version = "1.0.0"};
  void on(tenon::core::create_commands& event) {
    event.create("work", [this](tenon::command_call& call) {
      begun = true;
      while (!ending) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      call.print(std::string(400'000, 'x'));
    });
  }
  void on_unready() { ending = true; }
  void on_stop() { stopped = true; }
  std::atomic<bool> begun{false}, ending{false}, stopped{false};
};
struct rules {
  static constexpr auto manifest = tenon::manifest{.name = "rules", .version = "1.0.0"};
  void on(signing_up& event) {
    if (event.email.ends_with("@example.com")) return;
    event.allow = false;
    event.reasons.emplace_back("only example.com");
  }
};
using program = tenon::app<users, rules, slow, console, tenon::alias<signing_up, registering>>;

class console_socket : public testing::Test {
 protected:
  console_socket() : directory_(fs::temp_directory_path() / ("tenon-console-" + std::to_string(::getpid()))) {
    fs::create_directories(directory_);
  }
  ~console_socket() override { fs::remove_all(directory_); }

  [[nodiscard]] fs::path socket() const { return directory_ / tenon_console::socket_name; }
  [[nodiscard]] tenon::environment surroundings() { return {.data_dir = directory_.string(), .log_sink = log_.sink()}; }
  [[nodiscard]] std::string logged() const {
    std::string out;
    for (const tenon::testing::log_line& one : log_.lines()) out.append(one.message).append("\n");
    return out;
  }

  // A connection; its number is negative where nobody listens.
  [[nodiscard]] std::unique_ptr<file_descriptor> connected() const {
    auto made = std::make_unique<file_descriptor>(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket().string().copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(made->number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      return std::make_unique<file_descriptor>(-1);
    return made;
  }
  [[nodiscard]] std::string said_to(std::string_view line) const {
    const auto connection = connected();
    if (::send(connection->number(), line.data(), line.size(), MSG_NOSIGNAL) < 0) return {};
    std::string out;
    char part[4096];
    for (ssize_t size = 0; (size = ::read(connection->number(), part, sizeof part)) > 0;)
      out.append(part, static_cast<std::size_t>(size));
    return out;
  }
  [[nodiscard]] tenon_console::answer asked(const tenon_console::request& what) const {
    const std::string line = tenon::json::to_text(what) + '\n';
    std::vector<tenon::finding> findings;
    auto out = tenon::json::from_text<tenon_console::answer>(said_to(line), findings);
    return out ? *out : tenon_console::answer{.exit_code = -1};
  }
  [[nodiscard]] tenon_console::answer typed(std::vector<std::string> words) const {
    return asked({.words = std::move(words)});
  }
  [[nodiscard]] tenon_console::answer emit(const std::string& name, const std::string& fields) const {
    return typed({"emit", name, fields});
  }

  fs::path directory_;
  tenon::testing::recorded_log log_{};
};

TEST_F(console_socket, sends_an_event_by_name_and_says_what_came_back) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  const tenon_console::answer refused = emit("signing.up", R"({"email": "ada@elsewhere.org"})");
  EXPECT_EQ(refused.exit_code, 0);
  EXPECT_EQ(refused.text,
            "{\n  \"email\": \"ada@elsewhere.org\",\n  \"allow\": false,\n  \"reasons\": [\n    \"only example.com\"\n "
            " ]\n}\n");
  EXPECT_NE(emit("signing.up", R"({"email": "ada@example.com"})").text.find("\"allow\": true"), std::string::npos);
  EXPECT_NE(logged().find("at the console: emit signing.up"), std::string::npos);
}
TEST_F(console_socket, sends_an_event_by_the_other_name_of_an_alias) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  EXPECT_NE(emit("registering", R"({"email": "ada@elsewhere.org"})").text.find("\"allow\": false"), std::string::npos);
}
TEST_F(console_socket, refuses_what_is_no_event_or_does_not_fit_and_says_why) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  EXPECT_EQ(emit("signing.upp", "{}").error,
            "no event of this program is named signing.upp; the nearest is signing.up. `list events` shows all.\n");
  EXPECT_NE(emit("signing.up", R"({"email": 7})").error.find("/email: expected a text"), std::string::npos);
  EXPECT_NE(emit("signing.up", R"({"mail": ""})").error.find("/mail"), std::string::npos);
  EXPECT_NE(emit("opaque", "{}").error.find("opaque has members that cannot be written in JSON"), std::string::npos);
  EXPECT_NE(emit("request.will-be-handled", "{}").error.find("cannot be written in JSON"), std::string::npos);
  EXPECT_EQ(emit("signing.up", R"({"email": 7})").exit_code, 1);
  EXPECT_TRUE(emit("signing.up", "{\n  bad").error.starts_with("line 2:3: ")) << emit("signing.up", "{\n  bad").error;
  EXPECT_NE(said_to("this is no JSON\n").find("\"exit_code\":1"), std::string::npos);
}
TEST_F(console_socket, is_for_the_owner_alone_and_goes_with_the_program) {
  {
    program app(surroundings());
    ASSERT_TRUE(app.start());
    struct stat found{};
    ASSERT_EQ(::stat(socket().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U);
  }
  EXPECT_FALSE(fs::exists(socket()));
}
TEST_F(console_socket, takes_the_place_of_one_that_a_killed_program_left_behind) {
  {
    const file_descriptor left(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket().string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(left.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  }
  program app(surroundings());
  ASSERT_TRUE(app.start());
  EXPECT_EQ(emit("signing.up", "").exit_code, 0);
}
TEST_F(console_socket, is_not_kept_from_ending_by_a_client_that_says_nothing) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  const auto silent = connected();
  ASSERT_GE(silent->number(), 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const auto before = std::chrono::steady_clock::now();
  app.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(4));
}
TEST_F(console_socket, gives_the_answer_of_a_command_that_runs_while_the_program_ends) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  tenon_console::answer out;
  std::thread asks([&] { out = typed({"slow:work"}); });
  while (!app.part<slow>().begun) std::this_thread::yield();
  std::thread late([&] {
    while (!app.part<slow>().begun) std::this_thread::yield();
    app.part<slow>().ending = true;
  });
  app.stop();
  late.join();
  asks.join();
  EXPECT_EQ(out.exit_code, 0);
  EXPECT_EQ(out.text.size(), 400'001U);
}
TEST_F(console_socket, tells_whoever_comes_too_late_that_nothing_was_done) {
  std::string said;
  {
    program app(surroundings());
    ASSERT_TRUE(app.start());
    std::thread first([&] { EXPECT_EQ(typed({"slow:work"}).exit_code, 0); });
    while (!app.part<slow>().begun) std::this_thread::yield();
    std::thread second([&] { said = said_to(tenon::json::to_text(tenon_console::request{.words = {"help"}}) + '\n'); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::thread end([&] { app.part<slow>().ending = true; });
    app.stop();
    for (std::thread* one : {&first, &second, &end}) one->join();
  }
  EXPECT_NE(said.find("\"is_ending\":true"), std::string::npos) << said;
}

// A limit for this process that lets it open nothing more, until the end of the block.
class no_descriptors {
 public:
  no_descriptors() {
    const int next = ::dup(0);
    ::close(next);
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const rlimit now{static_cast<rlim_t>(next), before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &now);
  }
  ~no_descriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};
TEST_F(console_socket, waits_without_haste_where_the_process_has_no_descriptor_left) {
  program app(surroundings());
  ASSERT_TRUE(app.start());
  const file_descriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket().string().copy(address.sun_path, sizeof address.sun_path - 1);
  {
    const no_descriptors none;
    ASSERT_EQ(::connect(client.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const std::clock_t before = std::clock();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC / 10);
  }
  EXPECT_NE(logged().find("the console cannot take a connection: "), std::string::npos);
  ASSERT_GT(::send(client.number(), "{\"words\":[\"help\"]}\n", 19, MSG_NOSIGNAL), 0);
  char part[16];
  EXPECT_GT(::read(client.number(), part, sizeof part), 0);
}
TEST_F(console_socket, that_cannot_be_made_is_a_warning_and_the_program_runs) {
  tenon::environment nowhere = surroundings();
  nowhere.data_dir = (directory_ / "absent").string();
  program app(std::move(nowhere));
  EXPECT_TRUE(app.start());
  EXPECT_NE(logged().find("no command can reach this program: "), std::string::npos);
}
TEST_F(console_socket, lies_in_a_directory_with_a_long_name_too) {
  directory_ /= std::string(150, 'd');
  fs::create_directories(directory_);
  program app(surroundings());
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(fs::exists(socket())) << logged();
  directory_ = directory_.parent_path();
}

}  // namespace
