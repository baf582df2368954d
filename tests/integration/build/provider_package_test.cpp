// From the sources of somebody else's package to its answer on /api/api-keys, by the real back end; and from a file
// that is dropped into extensions/, and from ./tenon new extension, to its answer beside it.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

// Ends the server whatever the test comes to.
class server {
 public:
  server(const fs::path& tree, const fs::path& log) : tree_(tree) {
    pid_ = run("setsid ./tenon run -- --port 0 >'" + log.string() + "' 2>&1 & echo $!", tree).output;
    pid_.erase(pid_.find_last_not_of('\n') + 1);
    // Building is part of running.
    const std::string wait = "until grep -q 'listening on http:' '" + log.string() + "'; do kill -0 " + pid_ +
                             " || exit 1; sleep 0.1; done; ";
    const outcome address = run(wait + "sed -n 's/.*listening on //p' '" + log.string() + "'", tree, 500);
    if (address.exit_code == 0) address_ = address.output.substr(0, address.output.find('\n'));
  }
  ~server() {
    run("kill -TERM -" + pid_ + "; for i in $(seq 100); do kill -0 -" + pid_ +
            " || exit 0; sleep 0.1; done; kill -KILL -" + pid_,
        tree_);
  }
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] std::string ask(const std::string& arguments) const {
    return run("curl -sS -H \"Authorization: Bearer $(cat build/local/data/admin.token)\" " + arguments, tree_).output;
  }

 private:
  fs::path tree_;
  std::string pid_, address_;
};

TEST(provider_package, built_elsewhere_and_selected_by_version_answers_on_the_routes) {
  const tenon::testing::scratch_folder folder;
  const fs::path tree = folder.path("tree"), provider = folder.path("provider"), log = folder.path("log");
  const std::string prefix = folder.path("prefix");
  fs::create_directories(tree);
  expect_success(
      run("tar -C '" TENON_SOURCE_DIR "' --exclude=./build --exclude=./.git --exclude=./mods -cf - . | tar -xf - && "
          "cp config/no_override.cmake config/extension_overrides.cmake && "
          // What is tried here is not how fast it is, nor what else there is.
          "(cd extensions && ls | grep -Evx 'api|commands|console|health|http|identity|local|none' | xargs rm -r) && "
          "(cd examples && ls | grep -Evx 'backend|provider_package' | xargs rm -r) && "
          "sed -i 's/\"Release\"/\"Debug\"/; s/FLAGS_RELEASE\": \".*\"/FLAGS_DEBUG\": \"-O0\"/' presets/common.json",
          tree));
  expect_success(run(
      "cmake --preset local -DTENON_TESTS=OFF && cmake --install build/local --component interfaces --prefix " + prefix,
      tree));
  fs::copy(tree / "examples/provider_package", provider, fs::copy_options::recursive);
  fs::copy(tree / "tests/integration/build/visitor.hpp", tree / "extensions/visitor.hpp");
  expect_success(run("./tenon new extension my-notes", tree));
  expect_success(run("cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH=" + prefix +
                         " && cmake --build build && cmake --install build --prefix " + prefix,
                     provider));
  expect_success(run("CMAKE_PREFIX_PATH=" + prefix + " ./tenon set-extension acme_keys 1.2.0", tree));

  const server back_end(tree, log);
  ASSERT_NE(back_end.address(), "") << text_of_file(log);
  const std::string keys = back_end.address() + "/api/api-keys";
  const std::string made = back_end.ask(
      "-X POST -H 'Content-Type: application/json' -d "
      "'{\"scopes\":[\"runt:read\"],\"expiresAt\":\"2999-01-01T00:00:00.000Z\",\"userGenerated\":true}' " +
      keys);
  EXPECT_NE(made.find("acme_acme-000000000001_"), std::string::npos) << made;
  const std::string listed = back_end.ask(keys);
  EXPECT_NE(listed.find("\"id\":\"acme-000000000001\""), std::string::npos) << listed;
  EXPECT_EQ(back_end.ask(back_end.address() + "/visitor"), "Good day, visitor!\n");
  EXPECT_EQ(back_end.ask(back_end.address() + "/my-notes"), "Hello, caller 1!\n");
  expect_says(run("build/local/bin/backend list", tree), "my-notes 1.0.0");
}

}  // namespace

}  // namespace build_test
