// The machine code of an object file, function by function, as far as it can be compared.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace codegen {

// Instructions, sorted: two compilations of the same may differ in scheduling, in the choice of registers, in the order
// of operands that commute, and in where in an object a member stands. Everything else is kept: which instructions, how
// many, their constants, and whom they call.
using instructions = std::vector<std::string>;

// By symbol, of functions with C linkage. Uses binutils' objdump, which comes with the compiler.
std::map<std::string, instructions> disassemble(const std::string& object_file);

// An instruction of objdump's, without what does not count; empty for padding.
std::string normalised(const std::string& instruction);

}  // namespace codegen
