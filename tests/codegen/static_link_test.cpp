// Programs of a preset that links statically need nothing of the machine that they run on.
#include <elf.h>
#include <gtest/gtest.h>

#include <cstring>
#include <optional>
#include <string>

#include "tenon/testing/text_of_file.hpp"

namespace {

// Whether a program names a dynamic linker; nothing where the file is no program.
std::optional<bool> wants_a_linker(const std::string& file) {
  const std::string bytes = tenon::testing::text_of_file(file);
  Elf64_Ehdr head{};
  if (bytes.size() < sizeof head || bytes.compare(0, SELFMAG, ELFMAG) != 0) return std::nullopt;
  std::memcpy(&head, bytes.data(), sizeof head);
  for (std::size_t i = 0; i < head.e_phnum; ++i) {
    Elf64_Phdr part{};
    const std::size_t at = head.e_phoff + i * head.e_phentsize;
    if (at + sizeof part > bytes.size()) return std::nullopt;
    std::memcpy(&part, bytes.data() + at, sizeof part);
    if (part.p_type == PT_INTERP) return true;
  }
  return false;
}

TEST(static_programs, are_the_reference_server_and_the_smallest_program) {
  EXPECT_EQ(wants_a_linker(LEFT_OVER_BACKEND), false) << LEFT_OVER_BACKEND;
  EXPECT_EQ(wants_a_linker(LEFT_OVER_HELLO), false) << LEFT_OVER_HELLO;
}

TEST(static_programs, are_told_from_those_of_the_system) { EXPECT_EQ(wants_a_linker("/bin/sh"), true); }

}  // namespace
