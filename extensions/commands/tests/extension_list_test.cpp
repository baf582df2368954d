#include "../extension_list.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

constexpr std::array<std::string_view, 2> hooks{"on_start", "on_stop"};
const std::array<tenon::extension_facts, 2> composition{
    tenon::extension_facts{.manifest = {.name = "local", .version = "1.0.0", .doc = "Keeps \"keys\"."},
                           .type = "local::extension",
                           .implementation = true},
    tenon::extension_facts{
        .manifest =
            {.name = "api", .version = "1.2.0", .needs = {{"extension_impl"}}, .priority = 3, .concurrent_start = true},
        .type = "api::extension",
        .level = 1,
        .hooks = hooks}};

TEST(extension_list, shows_one_line_for_each_extension_in_start_order) {
  EXPECT_EQ(tenon_commands::extension_table(composition),
            "NAME   VERSION  KIND            LEVEL  NEEDS                 HOOKS\n"
            "local  1.0.0    implementation  0\n"
            "api    1.2.0    feature         1      extension_impl x.x.x  on_start on_stop\n");
}

TEST(extension_list, is_one_array_of_objects_for_scripts) {
  const std::string text = tenon_commands::extension_json(composition);
  EXPECT_TRUE(text.starts_with("[")) << text;
  EXPECT_NE(text.find(R"("name": "api")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("doc": "Keeps \"keys\".")"), std::string::npos) << text;
  EXPECT_NE(text.find(R"("kind": "implementation")"), std::string::npos) << text;
  const std::size_t asks = text.find(R"("concurrent_start": true)");
  EXPECT_NE(asks, std::string::npos) << text;
  EXPECT_LT(text.find(R"("concurrent_start": false)"), asks) << text;
}

}  // namespace
