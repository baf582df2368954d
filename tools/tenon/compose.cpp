#include "compose.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/form/discovery.hpp"
#include "tenon/form/folder_bundle.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/word/error.hpp"

namespace tenon_tool {

namespace {

namespace fs = std::filesystem;
namespace form = tenon::form;

[[noreturn]] void refuse(std::string message) { throw tenon::error(tenon::error_type::invalid_request, message); }

// As a text in C++ and in the assembler. Paths of a bundle have no control characters.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

// What wants somebody of the program, of the application and of each form, each with the first file that says so.
struct wants {
  std::map<std::string, std::string> formats{}, functions{};
};

wants wanted_by(const form::bundle& of) {
  wants out;
  std::set<std::string> names{""};
  for (const auto& [name, files] : layout_of(of.entries(), {}).forms) names.insert(name);
  form::report told;  // by the validator
  for (const std::string& name : names) {
    const form::extension_metadata says =
        form::merged_extensions([&](std::string_view path) { return of.read(path); }, name, told);
    for (const auto& [key, entry] : says.renderers) out.formats.emplace(entry.format, entry.origin.file);
    for (const auto& [key, entry] : says.functions) out.functions.emplace(entry.name, entry.origin.file);
  }
  return out;
}

std::string rows_of(const std::map<std::string, std::string>& wanted) {
  std::string out;
  for (const auto& [name, file] : wanted)
    out.append("    {").append(in_quotes(name)).append(", ").append(in_quotes(file)).append("},\n");
  return out;
}

struct written {
  std::string header, source;
};

written text_of(const form::bundle& of, const fs::path& folder) {
  std::string names, rows, blocks;
  std::size_t count = 0;
  for (const form::bundle_entry& one : of.entries()) {
    if (one.is_folder) continue;
    const std::string name = "tenon_bundle_" + std::to_string(count++), file = (folder / one.path).string();
    const std::string size = std::to_string(fs::file_size(file));
    names.append("extern const char ").append(name).append("[];\n");
    rows.append("    {")
        .append(in_quotes(one.path))
        .append(", {")
        .append(name)
        .append(", ")
        .append(size)
        .append("}},\n");
    blocks.append(".global ").append(name).append("\n").append(name).append(":\n");
    blocks.append(".incbin ").append(in_quotes(file)).append("\n.byte 0\n");
  }
  const wants wanted = wanted_by(of);
  written out;
  out.header.append("#pragma once\n#include \"tenon/form/composed_files.hpp\"\nextern \"C\" {\n");
  out.header.append(names).append("}\n");
  const auto table = [&](std::string_view type, std::string_view name, std::size_t size, const std::string& content) {
    out.header.append("template <>\ninline constexpr std::array<tenon::form::").append(type).append(", ");
    out.header.append(std::to_string(size)).append("> tenon::form::").append(name).append("<tenon::composition>{{\n");
    out.header.append(content).append("}};\n");
  };
  table("composed_file", "composed_files", count, rows);
  table("wanted_renderer", "wanted_renderers", wanted.formats.size(), rows_of(wanted.formats));
  table("wanted_function", "wanted_functions", wanted.functions.size(), rows_of(wanted.functions));
  out.source.append("asm(R\"tenon(.section .rodata.tenon_bundle,\"a\",%progbits\n").append(blocks);
  out.source.append(".previous\n)tenon\");\n");
  return out;
}

void write(const std::string& to, const std::string& text) {
  std::ofstream file(to, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) refuse(to + " cannot be written. Does its folder exist, and is there room?");
}

}  // namespace

int compose(const command_line& line) try {
  const fs::path folder = fs::absolute(line.bundle);
  if (!fs::is_directory(folder)) refuse(line.bundle + " is no folder. A bundle that becomes part of a program is one.");
  const form::folder_bundle bundle(folder);
  const form::report found = form::validate(bundle);
  if (!found.valid()) {
    std::fputs(to_text(found).c_str(), stderr);
    return 1;
  }
  const written text = text_of(bundle, folder);
  write(line.header, text.header);
  write(line.source, text.source);
  return 0;
} catch (const tenon::error& why) {
  std::fprintf(stderr, "tenon: %s: %s\n", line.bundle.c_str(), why.message().c_str());
  return 2;
}

}  // namespace tenon_tool
