// The interfaces as a package, and an implementation that is installed from elsewhere.
#include "expect.hpp"

namespace build_test {

namespace {

namespace fs = std::filesystem;

class package : public testing::Test {
 protected:
  scratch_tree tree{};
  std::string prefix = tree.beside("prefix").string();
  fs::path provider = tree.beside("provider");

  outcome install_interfaces() const {
    return tree.sh(
        "cmake --preset local -DTENON_TESTS=OFF && cmake --install build/local --component interfaces --prefix " +
        prefix);
  }
  // examples/provider_package, out of the tree, built against what is installed and nothing else.
  outcome install_provider() const {
    fs::copy(TENON_SOURCE_DIR "/examples/provider_package", provider,
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    return run("cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH=" + prefix +
                   " && cmake --build build && cmake --install build --prefix " + prefix,
               provider);
  }
  outcome set(const std::string& version) const {
    return tree.sh("CMAKE_PREFIX_PATH=" + prefix + " ./tenon set-extension acme_keys " + version);
  }
};

TEST_F(package, the_interfaces_hold_words_and_concepts_and_nothing_else) {
  expect_success(install_interfaces());
  for (const fs::directory_entry& one : fs::directory_iterator(prefix + "/include/tenon")) {
    const std::string name = one.path().filename().string();
    EXPECT_TRUE(name == "word" || name == "concepts" || name == "diagnostic" || name == "extension.hpp") << name;
  }
  EXPECT_FALSE(fs::exists(prefix + "/share/cmake/tenon/tenon_program.cmake"));
  write(tree.beside("user/CMakeLists.txt"),
        "cmake_minimum_required(VERSION 3.25)\nproject(user CXX)\nfind_package(tenon REQUIRED COMPONENTS http)\n");
  expect_failure(run("cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH=" + prefix, tree.beside("user")),
                 "tenon has no component \"http\"");
}

TEST_F(package, an_installed_implementation_is_selected_by_name_and_version) {
  expect_success(install_interfaces());
  expect_success(install_provider());
  const std::string before = text_of_file(tree.override_file());
  const outcome newer = set("1.3.0");
  EXPECT_EQ(newer.exit_code, 1);
  expect_says(newer, "The package acme_keys 1.3.0 is not there. Found is version 1.2.0, in " + prefix);
  expect_failure(set("1.1.0"), "Found is version 1.2.0");
  EXPECT_EQ(text_of_file(tree.override_file()), before);

  const outcome chosen = set("1.2.0");
  expect_success(chosen);
  expect_says(chosen, "extension_impl is acme_keys 1.2.0, from the package in " + prefix);
  // Where it was found is known from now on, without CMAKE_PREFIX_PATH.
  expect_success(tree.configure());
  expect_says(tree.build_and_run(), "extension_impl is acme_keys");

  // A package that is taken away is missed by name, and the way back is open.
  fs::remove_all(prefix + "/lib/cmake/acme_keys");
  expect_failure(tree.configure(), "The package acme_keys 1.2.0 is not there");
  expect_says(tree.sh("./tenon show-extension"),
              "is no longer there: install the package again, or ./tenon reset-extension");
  expect_success(tree.sh("./tenon reset-extension"));
  EXPECT_EQ(text_of_file(tree.override_file()), before);
  expect_success(tree.configure());
}

TEST_F(package, a_library_that_was_compiled_against_other_interfaces_is_refused) {
  expect_success(install_interfaces());
  expect_success(install_provider());
  const fs::path word = tree.path() / "include/tenon/word/error.hpp";
  write(word, text_of_file(word) + "// changed since\n");
  expect_failure(set("1.2.0"), "was compiled against other interfaces of tenon than these");
  expect_success(install_interfaces());
  expect_success(install_provider());
  expect_success(set("1.2.0"));
}

TEST_F(package, a_package_that_is_no_extension_is_refused) {
  write(tree.beside("prefix/lib/cmake/acme_keys/acme_keys-config.cmake"), "");
  write(tree.beside("prefix/lib/cmake/acme_keys/acme_keys-config-version.cmake"),
        "set(PACKAGE_VERSION 1.2.0)\nset(PACKAGE_VERSION_COMPATIBLE TRUE)\nset(PACKAGE_VERSION_EXACT TRUE)\n");
  expect_failure(set("1.2.0"), "is not an extension of tenon");
}

TEST_F(package, an_extension_without_a_version_cannot_be_installed) {
  expect_success(install_interfaces());
  write(tree.beside("user/CMakeLists.txt"),
        "cmake_minimum_required(VERSION 3.25)\nproject(user CXX)\nfind_package(tenon REQUIRED COMPONENTS interfaces)\n"
        "tenon_add_extension(bare)\ntenon_install_extension(bare)\n");
  write(tree.beside("user/bare.hpp"), "struct bare {};\n");
  expect_failure(run("cmake -S . -B build -G Ninja -DCMAKE_PREFIX_PATH=" + prefix, tree.beside("user")),
                 "a package has a version of three numbers");
}

}  // namespace

}  // namespace build_test
