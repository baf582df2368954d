#include "disassembly.hpp"

#include <algorithm>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tenon/testing/shell_line.hpp"

namespace codegen {

std::string normalised(const std::string& instruction) {
  static const std::regex comment(R"(\s*[#<].*$)"), padding(R"(^(nop\w*|data16.*|cs nop.*|xchg\s+%ax,%ax|endbr64).*)"),
      vector_register(R"(%[xyz]mm\d+)"), whole_register(R"(%(r[a-ds][xip]|r[bs]p|r\d+))"),
      half_register(R"(%(e[a-ds][xip]|e[bs]p|r\d+d))"), place(R"((-?0x[0-9a-f]+)?\(([^)]*)\))");
  std::string text = std::regex_replace(instruction, comment, "");
  if (std::regex_match(text, padding)) return {};
  text = std::regex_replace(text, place, "[$2]");
  text = std::regex_replace(text, vector_register, "V");
  text = std::regex_replace(text, half_register, "H");
  text = std::regex_replace(text, whole_register, "R");

  std::istringstream words(text);
  std::string name, rest;
  words >> name;
  std::getline(words >> std::ws, rest);
  while (!rest.empty() && rest.back() == ' ') rest.pop_back();
  std::vector<std::string> operands;
  std::string one;
  int depth = 0;
  for (char c : rest) {
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (c == ',' && depth == 0)
      operands.push_back(std::exchange(one, {}));
    else
      one += c;
  }
  if (!one.empty()) operands.push_back(one);
  std::sort(operands.begin(), operands.end());
  for (const std::string& operand : operands) name += ' ' + operand;
  return name;
}

std::map<std::string, instructions> disassemble(const std::string& object_file) {
  const tenon::testing::shell_line objdump("objdump -dr --no-show-raw-insn '" + object_file + "' 2>&1");
  if (objdump.exit_code != 0) throw std::runtime_error("objdump failed: " + objdump.output);

  static const std::regex function(R"(^[0-9a-f]+ <([^>]+)>:$)"), instruction(R"(^\s*[0-9a-f]+:\t(.+)$)"),
      relocation(R"(^\s*[0-9a-f]+: R_\S+\s+(\S+?)(-0x[0-9a-f]+)?$)");
  std::map<std::string, instructions> out;
  instructions* current = nullptr;
  std::istringstream lines(objdump.output);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, function)) {
      current = &out[match[1]];
    } else if (current != nullptr && std::regex_match(line, match, instruction)) {
      std::string words = match[1];
      // Where a call or a jump leads is in the relocation behind it.
      static const std::regex branch(R"(^(call|jmp)\s+[0-9a-f]+ .*)");
      if (std::regex_match(words, match, branch)) words = match[1];
      if (std::string made = normalised(words); !made.empty()) current->push_back(std::move(made));
    } else if (current != nullptr && std::regex_match(line, match, relocation) && !current->empty()) {
      current->back() += " -> " + match[1].str();
    }
  }
  for (auto& [name, all] : out) std::sort(all.begin(), all.end());
  return out;
}

}  // namespace codegen
