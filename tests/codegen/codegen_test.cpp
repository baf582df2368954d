// A joint costs what a call written by hand costs: it is the same machine code.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "disassembly.hpp"

namespace {

using codegen::instructions;

const std::map<std::string, instructions>& functions() {
  static const auto all = codegen::disassemble(CODEGEN_SUBJECTS);
  return all;
}

std::string joined(const instructions& all) {
  std::string text;
  for (const std::string& one : all) text += "  " + one + "\n";
  return text;
}

class machine_code : public testing::TestWithParam<std::string> {};

TEST_P(machine_code, is_that_of_the_hand_written_twin) {
  const auto composed = functions().find("composed_" + GetParam()), by_hand = functions().find("by_hand_" + GetParam());
  ASSERT_NE(composed, functions().end());
  ASSERT_NE(by_hand, functions().end());
  ASSERT_FALSE(by_hand->second.empty());
  EXPECT_EQ(composed->second, by_hand->second) << "composed:\n"
                                               << joined(composed->second) << "by hand:\n"
                                               << joined(by_hand->second);
}

TEST_P(machine_code, calls_nothing_through_a_pointer_and_allocates_nothing) {
  for (const std::string& one : functions().at("composed_" + GetParam())) {
    EXPECT_FALSE(one.starts_with("call *") || one.starts_with("jmp *")) << one;
    EXPECT_EQ(one.find("_Znwm"), std::string::npos) << one;
  }
}

INSTANTIATE_TEST_SUITE_P(of, machine_code,
                         testing::Values("emit_to_1_inlined", "emit_to_8_inlined", "emit_to_64_inlined",
                                         "emit_to_1_called", "emit_to_8_called", "emit_to_64_called", "emit_of_a_value",
                                         "provider_call", "import_call", "redirected_import_call",
                                         "optional_import_call", "absent_import_call", "function_call",
                                         "settings_read"),
                         [](const auto& one) { return one.param; });

TEST(disassembly, tells_programs_apart_that_do_different_things) {
  EXPECT_NE(functions().at("composed_emit_to_8_inlined"), functions().at("composed_emit_to_1_inlined"));
  EXPECT_NE(functions().at("composed_emit_to_8_inlined"), functions().at("composed_emit_to_8_called"));
  EXPECT_NE(functions().at("composed_provider_call"), functions().at("composed_settings_read"));
}

TEST(disassembly, keeps_constants_and_callees_and_lets_go_of_registers_and_places) {
  using codegen::normalised;
  EXPECT_EQ(normalised("mov    0x8(%rdi),%rax"), normalised("mov    0x18(%rsi),%rdx"));
  EXPECT_EQ(normalised("xor    %rax,%rdx"), normalised("xor    %rcx,%rax"));
  EXPECT_NE(normalised("mov    $0x1,%eax"), normalised("mov    $0x2,%eax"));
  EXPECT_NE(normalised("mov    (%rdi),%rax"), normalised("mov    %rdi,%rax"));
  EXPECT_NE(normalised("mov    %eax,%edx"), normalised("mov    %rax,%rdx"));
  EXPECT_EQ(normalised("nopw   0x0(%rax,%rax,1)"), "");
}

}  // namespace
