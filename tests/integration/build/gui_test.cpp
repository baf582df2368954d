// The folder gui/ of an extension in the program that holds it.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class gui : public testing::Test {
 protected:
  scratch_tree tree{};

  // The program asks itself for the paths that it is called with.
  void SetUp() override {
    program("EXTENSIONS * IMPL NONE");
    tree.write("examples/backend/main.cpp", R"(#include <cstdio>
#include <tenon/composition.hpp>
int main(int argc, char** argv) {
  tenon::composition app{tenon::environment{}};
  app.start();
  for (int i = 1; i < argc; ++i) {
    tenon::exchange one;
    one.request.target = one.request.path = argv[i];
    app.door().handle(app.door().app, one);
    std::printf("[%s %d %s:%s]", argv[i], one.response.status, std::string(one.response.content_type.view()).c_str(),
                std::string(one.response.body.view()).c_str());
  }
  app.stop();
}
)");
    tree.write("extensions/my-pages/my_pages.hpp", R"(#pragma once
#include "tenon/extension.hpp"
struct my_pages { static constexpr auto manifest = tenon::manifest{.name = "my-pages", .version = "1.0.0"}; };
)");
    tree.write("extensions/my-pages/gui/index.html", "<p>canary of the pages</p>");
    tree.write("extensions/my-pages/gui/deep/style.css", "p { color: red }");
    tree.write("extensions/my-pages/gui/empty.bin", "");
    tree.write("extensions/my-pages/gui/.hidden", "hidden");
  }
  void program(const std::string& arguments) const {
    tree.write("examples/backend/CMakeLists.txt", "tenon_add_program(backend SOURCES main.cpp " + arguments + ")\n");
  }
  outcome ask(const std::string& paths) const {
    return tree.sh("cmake --build build/local --target backend && build/local/bin/backend " + paths);
  }
};

TEST_F(gui, is_part_of_the_program_and_follows_its_files) {
  expect_success(tree.configure());
  const outcome first =
      ask("/my-pages/index.html /my-pages/deep/style.css /my-pages/empty.bin /my-pages /my-pages/.hidden");
  expect_says(first, "[/my-pages/index.html 200 text/html; charset=utf-8:<p>canary of the pages</p>]");
  expect_says(first, "[/my-pages/deep/style.css 200 text/css; charset=utf-8:p { color: red }]");
  expect_says(first, "[/my-pages/empty.bin 200 application/octet-stream:]");
  expect_says(first, "[/my-pages 302 :]");
  expect_says(first, "[/my-pages/.hidden 404 ");
  // Of the same size, of another, one more, one less: the build sees it by itself.
  tree.write("extensions/my-pages/gui/index.html", "<p>CANARY of the pages</p>");
  expect_says(ask("/my-pages/index.html"), "<p>CANARY of the pages</p>]");
  tree.write("extensions/my-pages/gui/index.html", "<p>brief canary</p>");
  tree.write("extensions/my-pages/gui/later.js", "later()");
  fs::remove(tree.path() / "extensions/my-pages/gui/deep/style.css");
  const outcome second = ask("/my-pages/index.html /my-pages/later.js /my-pages/deep/style.css");
  expect_says(second,
              ":<p>brief canary</p>][/my-pages/later.js 200 text/javascript; "
              "charset=utf-8:later()][/my-pages/deep/style.css 404 ");

  // A program that does not hold the extension holds nothing of it.
  tree.write("extensions/other_one.hpp", "struct other_one {};\n");
  program("EXTENSIONS other_one IMPL NONE");
  expect_says(ask("/my-pages/index.html"), "[/my-pages/index.html 404");
  EXPECT_EQ(tree.sh("grep -c canary build/local/bin/backend").output, "0\n");
}

TEST_F(gui, that_could_not_be_served_is_refused) {
  tree.write("extensions/my-pages/gui/my page.html", "");
  expect_failure(tree.configure(),
                 "extensions/my-pages/gui/my page.html has a name that no URL can have as it stands.");
  fs::remove_all(tree.path() / "extensions/my-pages/gui");
  fs::create_directories(tree.path() / "extensions/my-pages/gui");
  expect_failure(tree.configure(), "extensions/my-pages/gui is an empty folder. Put the files into it");
}

TEST_F(gui, comes_with_an_extension_that_is_installed) {
  const std::string prefix = tree.beside("prefix").string();
  expect_success(tree.configure());
  expect_success(tree.sh("cmake --install build/local --component interfaces --prefix " + prefix));
  fs::create_directories(tree.beside("pages"));
  fs::copy(tree.path() / "extensions/my-pages", tree.beside("pages"), fs::copy_options::recursive);
  fs::remove_all(tree.path() / "extensions/my-pages");
  write(tree.beside("pages/CMakeLists.txt"),
        "cmake_minimum_required(VERSION 3.25)\nproject(pages CXX)\nfind_package(tenon REQUIRED COMPONENTS interfaces)\n"
        "tenon_add_extension(my-pages)\ntenon_install_extension(my-pages)\n");
  expect_success(run("cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH=" + prefix +
                         " && cmake --build build && cmake --install build --prefix " + prefix + " && rm -r gui build",
                     tree.beside("pages")));
  program("EXTENSIONS package:my-pages@1.0.0 IMPL NONE");
  expect_success(tree.configure("-DCMAKE_PREFIX_PATH=" + prefix));
  expect_says(ask("/my-pages/index.html"), "<p>canary of the pages</p>]");
}

}  // namespace

}  // namespace build_test
