// ./tenon as people use it, with a back end of two lines.
#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Says which it is, with what it was called, and then waits to be ended.
std::string serving(const std::string& what) {
  return R"(#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>
int main(int argc, char** argv) {
  std::signal(SIGTERM, [](int) { _exit(0); });
  std::printf("serving )" +
         what + R"(");
  for (int i = 1; i < argc; ++i) std::printf(" %s", argv[i]);
  std::printf(" data in %s, process %d.\n", std::getenv("TENON_DATA_DIR"), getpid());
  std::fflush(stdout);
  if (std::getenv("END_AT_ONCE") == nullptr) for (;;) pause();
}
)";
}

class launcher : public testing::Test {
 protected:
  scratch_tree tree{};

  void SetUp() override { tree.write("examples/backend/main.cpp", serving("first")); }

  // Programs of other names that stand before the real ones.
  std::string with_tools() const { return "chmod -R +x ../tools && PATH=" + tree.beside("tools").string() + ":$PATH "; }
  void tool(const std::string& name, const std::string& body) const {
    write(tree.beside("tools") / name, "#!/bin/sh\n" + body + "\n");
  }
  bool waits_for(const fs::path& file, const std::string& text) const {
    for (const auto end = std::chrono::steady_clock::now() + 60s; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(50ms))
      if (text_of_file(file).find(text) != std::string::npos) return true;
    return false;
  }
};

TEST_F(launcher, help_is_shown_and_wrong_usage_is_exit_code_2) {
  const outcome help = tree.sh("./tenon --help");
  EXPECT_EQ(help.exit_code, 0);
  for (const char* command :
       {"run", "test", "build", "bench", "dev", "set-extension", "reset-extension", "show-extension"})
    expect_says(help, command);
  EXPECT_EQ(tree.sh("./tenon").exit_code, 2);
  const outcome preset = tree.sh("./tenon run nosuch");
  EXPECT_EQ(preset.exit_code, 2);
  expect_says(preset, "there is no preset \"nosuch\". There are: clang debug local none tsan");
  EXPECT_EQ(tree.sh("./tenon run common").exit_code, 2);
  EXPECT_EQ(tree.sh("./tenon run --port 1").exit_code, 2);
  EXPECT_EQ(tree.sh("./tenon run local --port 1").exit_code, 2);
  const outcome unknown = tree.sh("./tenon rnu");
  EXPECT_EQ(unknown.exit_code, 2);
  expect_says(unknown, "\"rnu\" is not a command");
}

TEST_F(launcher, what_the_tool_does_is_handed_to_it_and_nothing_else_is) {
  const fs::path program = tree.path() / "build/local/bin/tenon";
  write(program, "#!/bin/sh\necho \"asked to: $*\"\nexit 1\n");
  fs::permissions(program, fs::perms::owner_all);
  write(tree.path() / "build/local/.tenon_made", "");
  const outcome asked = tree.sh("./tenon validate 'my bundle' --strict");
  EXPECT_EQ(asked.exit_code, 1);
  EXPECT_EQ(asked.output, "asked to: validate my bundle --strict\n");
  expect_says(tree.sh("./tenon valdate"), "\"valdate\" is not a command. There are: run dev build");
}

TEST_F(launcher, run_builds_says_what_stands_behind_the_alias_and_serves_with_the_arguments_given) {
  const outcome first = tree.sh("END_AT_ONCE=1 ./tenon run local -- --port '2 3'");
  expect_success(first);
  expect_says(first, "extension_impl is local 1.0.0, from");
  expect_says(first, "serving first serve --port 2 3 data in " + (tree.path() / "build/local/data").string());
  EXPECT_TRUE(fs::exists(tree.path() / "build/local/bin/backend"));
  expect_says(tree.sh("END_AT_ONCE=1 TENON_DATA_DIR=/elsewhere ./tenon run"), "data in /elsewhere");
  // From another folder, and through a link, it is the same tree.
  expect_says(tree.sh("ln -s \"$PWD/tenon\" ../link && cd / && END_AT_ONCE=1 " + tree.beside("link").string() + " run"),
              (tree.path() / "build/local/data").string());
}

TEST_F(launcher, a_second_run_neither_configures_nor_compiles_when_nothing_has_changed) {
  expect_success(tree.sh("END_AT_ONCE=1 ./tenon run"));
  const outcome second = tree.sh("END_AT_ONCE=1 ./tenon run");
  expect_says(second, "serving first");
  EXPECT_EQ(second.output.find("Building CXX"), std::string::npos) << second.output;
  EXPECT_EQ(second.output.find("Configuring done"), std::string::npos) << second.output;
}

TEST_F(launcher, what_is_saved_while_the_compiler_is_at_it_is_built_by_the_next_run) {
  // A compiler that has read the file, and is not done before another one was saved.
  write(tree.beside("next.cpp"), serving("second"));
  tool("c++", R"(/usr/bin/c++ "$@" || exit 1
case "$*" in *examples/backend/main.cpp) ;; *) exit 0 ;; esac
cp ../../../next.cpp ../../examples/backend/main.cpp
sleep 0.1
for one in "$@"; do case $one in *.o) touch "$one" ;; esac; done)");
  expect_says(tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run"), "serving first");
  expect_says(tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run"), "serving second");
  write(tree.beside("tools") / "c++", "#!/bin/sh\nexec /usr/bin/c++ \"$@\"\n");
  tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run");
  const outcome calm = tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run");
  EXPECT_EQ(calm.output.find("Building"), std::string::npos) << calm.output;
}

TEST_F(launcher, a_changed_preset_configures_again) {
  expect_success(tree.sh("END_AT_ONCE=1 ./tenon run"));
  expect_success(
      tree.sh(R"(sed -i 's/"TENON_EXTENSION_IMPL": "local"/"TENON_EXTENSION_IMPL": "other"/' presets/local.json)"));
  expect_says(tree.sh("END_AT_ONCE=1 ./tenon run"), "extension_impl is other 1.0.0");
}

TEST_F(launcher, a_preset_of_ones_own_is_a_preset) {
  tree.write("CMakeUserPresets.json", R"({"version": 6, "include": ["presets/common.json"],
    "configurePresets": [{"name": "mine", "inherits": "static", "cacheVariables": {"TENON_EXTENSION_IMPL": "other"}}]})");
  expect_says(tree.sh("END_AT_ONCE=1 ./tenon run mine"), "extension_impl is other 1.0.0");
  EXPECT_TRUE(fs::exists(tree.path() / "build/mine/bin/backend"));
}

TEST_F(launcher, a_failed_build_is_exit_code_1_and_starts_nothing) {
  tree.write("examples/backend/main.cpp", "this does not compile\n");
  const outcome result = tree.sh("./tenon run");
  EXPECT_EQ(result.exit_code, 1);
  expect_says(result, "the build failed; what the tools said stands above");
}

TEST_F(launcher, missing_packages_are_installed_and_only_those_of_the_section) {
  tree.write("config/packages.txt", "# what is needed\n[run]\npresent-dev\nabsent-dev\n[test]\nonly-for-tests\n");
  tool("dpkg-query", "echo 'present-dev installed'; echo 'absent-dev config-files'; exit 1");
  tool("apt-get", "echo \"apt-get $*\"");
  tool("id", "echo 0");
  const outcome as_root = tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run");
  expect_says(as_root, "installing the Debian packages that are missing: absent-dev");
  expect_says(as_root, "apt-get update");
  expect_says(as_root, "apt-get install -q -y --no-install-recommends absent-dev ");
  EXPECT_EQ(as_root.output.find("only-for-tests"), std::string::npos);
  expect_says(as_root, "serving first");

  tool("id", "echo 1000");
  tool("sudo", "echo \"by sudo: $*\"");
  expect_says(tree.sh(with_tools() + "END_AT_ONCE=1 ./tenon run"),
              "by sudo: env DEBIAN_FRONTEND=noninteractive apt-get install");
}

TEST_F(launcher, without_root_and_sudo_it_says_what_to_install_and_stops) {
  tree.write("config/packages.txt", "[run]\nabsent-dev\n[test]\nalso-absent\n");
  // Only what is listed here can be found: no sudo among it.
  for (const char* name : {"sh", "sed", "readlink", "dirname"})
    tool(name, std::string("exec /bin/") + name + " \"$@\"");
  tool("dpkg-query", "exit 1");
  tool("id", "echo 1000");
  const outcome result =
      tree.sh("chmod -R +x ../tools && PATH=" + tree.beside("tools").string() + " /bin/sh ./tenon test");
  EXPECT_EQ(result.exit_code, 1) << result.output;
  expect_says(result,
              "neither root nor sudo to install them: absent-dev also-absent. Have somebody run: apt-get install "
              "absent-dev also-absent");
  EXPECT_FALSE(fs::exists(tree.path() / "build/local"));
}

TEST_F(launcher, a_failed_installation_ends_it) {
  tree.write("config/packages.txt", "[run]\nabsent-dev\n");
  tool("dpkg-query", "exit 1");
  tool("id", "echo 0");
  tool("apt-get", "echo no network; exit 100");
  const outcome result = tree.sh(with_tools() + "./tenon run");
  EXPECT_EQ(result.exit_code, 1);
  expect_says(result, "no network");
  expect_says(result, "apt-get could not install them");
}

TEST_F(launcher, test_runs_the_tests_and_fails_where_one_fails_or_there_is_none) {
  tree.write("tests/arithmetic/sums.cpp", "#include <gtest/gtest.h>\nTEST(sums, add_up) { EXPECT_EQ(1 + 1, 2); }\n");
  const outcome good = tree.sh("./tenon test");
  expect_success(good);
  expect_says(good, "100% tests passed, 0 tests failed out of 1");
  expect_says(good, "test_arithmetic.sums.add_up");
  tree.write("tests/arithmetic/sums.cpp", "#include <gtest/gtest.h>\nTEST(sums, add_up) { EXPECT_EQ(1 + 1, 3); }\n");
  EXPECT_NE(tree.sh("./tenon test").exit_code, 0);
  EXPECT_NE(tree.sh("./tenon test local -- -R no_such_test").exit_code, 0);
}

TEST_F(launcher, test_builds_and_runs_those_of_one_extension_where_it_is_named) {
  tree.write("tests/arithmetic/sums.cpp", "#include <gtest/gtest.h>\nTEST(sums, add_up) { EXPECT_EQ(1 + 1, 2); }\n");
  tree.write("tests/broken/broken.cpp", "not C++\n");
  for (const char* line :
       {"./tenon test arithmetic", "./tenon test local arithmetic", "./tenon test arithmetic local"}) {
    const outcome good = tree.sh(line);
    expect_success(good);
    expect_says(good, "100% tests passed, 0 tests failed out of 1");
  }
  const outcome unknown = tree.sh("./tenon test arithmetics");
  EXPECT_EQ(unknown.exit_code, 2);
  expect_says(unknown, "\"arithmetics\" is no preset and has no tests");
  expect_says(unknown, "Tests are those of: arithmetic broken");
}

TEST_F(launcher, the_tool_is_built_when_it_is_missing_or_older_than_the_tree) {
  tree.write("tools/tenon/CMakeLists.txt", "tenon_add_program(tenon SOURCES main.cpp IMPL NONE)\n");
  tree.write("tools/tenon/main.cpp",
             "#include <cstdio>\nint main(int, char** argv) { std::printf(\"tool %s %s\\n\", argv[1], argv[2]); return "
             "7; }\n");
  const outcome result = tree.sh("./tenon validate this");
  EXPECT_EQ(result.exit_code, 7) << result.output;
  expect_says(result, "tool validate this");
  EXPECT_EQ(tree.sh("./tenon validate that").output, "tool validate that\n") << "nothing has changed";
  tree.write("tools/tenon/main.cpp", "#include <cstdio>\nint main() { std::puts(\"newer\"); }\n");
  expect_says(tree.sh("./tenon validate this"), "newer");
}

class development : public launcher {
 protected:
  fs::path log = tree.beside("log");
  std::string group;

  void start() {
    const outcome started = tree.sh("setsid ./tenon dev >" + log.string() + " 2>&1 & echo $!");
    group = started.output;
    while (!group.empty() && group.back() == '\n') group.pop_back();
  }
  void TearDown() override {
    if (!group.empty()) tree.sh("kill -KILL -" + group);
  }
  // Whether the last program that said it serves still runs.
  bool still_serving() const {
    const std::string text = text_of_file(log);
    const std::string::size_type at = text.rfind(", process ") + 10;
    return fs::exists("/proc/" + text.substr(at, text.find('.', at) - at));
  }
};

TEST_F(development, a_saved_change_is_built_and_served_and_a_failed_build_leaves_the_old_program_serving) {
  start();
  ASSERT_TRUE(waits_for(log, "serving first")) << text_of_file(log);
  ASSERT_TRUE(waits_for(log, "watching for changes")) << text_of_file(log);
  EXPECT_TRUE(still_serving());

  tree.write("examples/backend/main.cpp", "this does not compile\n");
  ASSERT_TRUE(waits_for(log, "the program from before goes on serving")) << text_of_file(log);
  EXPECT_TRUE(still_serving());

  tree.write("examples/backend/main.cpp", serving("second"));
  ASSERT_TRUE(waits_for(log, "serving second")) << text_of_file(log);
  EXPECT_TRUE(still_serving());

  // Told to end, it ends what it started.
  expect_success(tree.sh("kill -TERM " + group + "; while kill -0 " + group + " 2>/dev/null; do sleep 0.05; done"));
  EXPECT_FALSE(still_serving());
}

TEST_F(development, a_program_that_ends_by_itself_is_reported_and_started_again_after_a_change) {
  tree.write("examples/backend/main.cpp", "int main() { return 3; }\n");
  start();
  ASSERT_TRUE(waits_for(log, "ended by itself, with exit code 3")) << text_of_file(log);
  tree.write("examples/backend/main.cpp", serving("mended"));
  ASSERT_TRUE(waits_for(log, "serving mended")) << text_of_file(log);
}

}  // namespace

}  // namespace build_test
