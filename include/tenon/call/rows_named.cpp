#include "tenon/call/rows_named.hpp"

#include "tenon/word/nearest.hpp"

namespace tenon::call {

namespace {
bool is_whole(std::string_view name) { return name.find("::") != std::string_view::npos; }
}  // namespace

std::vector<std::size_t> rows_named(std::span<const function_row> rows, std::string_view name) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (is_whole(name) ? whole_name(rows[i]) == name : rows[i].name == name) out.push_back(i);
  return out;
}

std::string whole_name(const function_row& row) { return std::string(row.extension).append("::").append(row.name); }

std::string nearest_function(std::span<const function_row> rows, std::string_view name) {
  std::vector<std::string> known;
  const bool meant_whole = name.find(':') != std::string_view::npos;  // `hello:helloWorld` is a slip of it
  for (const function_row& one : rows) known.push_back(meant_whole ? whole_name(one) : std::string(one.name));
  return std::string(nearest(name, known));
}

}  // namespace tenon::call
