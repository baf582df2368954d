#include "measure/callgrind_profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <stdexcept>
#include <string>

namespace bench {

namespace {

// A program that is linked statically may show the allocator by its inner names.
constexpr std::array<std::string_view, 12> allocators{
    "malloc",        "calloc",        "realloc",        "memalign",        "aligned_alloc", "posix_memalign",
    "__libc_malloc", "__libc_calloc", "__libc_realloc", "__libc_memalign", "__malloc",      "_mid_memalign"};

bool is_allocator(std::string_view function) {
  return std::find(allocators.begin(), allocators.end(), function) != allocators.end();
}

// "(12) malloc" gives number 12 that name, and "(12)" means it from then on.
class function_names {
 public:
  std::string_view read(std::string_view field) {
    const std::size_t end = std::min(field.size(), field.find(')') + 1);
    std::string_view& name = names_[field.substr(0, end)];
    if (field.size() > end + 1)
      name = field.substr(end + 1, field.find('\'') - end - 1);  // malloc'2: called within itself
    return name;
  }

 private:
  std::map<std::string_view, std::string_view> names_;
};

double leading_number(std::string_view text) {
  double value = 0;
  const std::size_t at = std::min(text.size(), text.find_first_not_of(' '));
  std::from_chars(text.data() + at, text.data() + text.size(), value);
  return value;
}

}  // namespace

callgrind_profile read_callgrind_profile(std::string_view text) {
  callgrind_profile read;
  function_names names;
  std::string_view called;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with("fn="))
      names.read(line.substr(3));
    else if (line.starts_with("cfn="))
      called = names.read(line.substr(4));
    else if (line.starts_with("calls=") && is_allocator(called))
      read.allocations += leading_number(line.substr(6));
    else if (line.starts_with("totals:"))
      read.instructions = leading_number(line.substr(7));
  }
  if (read.instructions <= 0)
    throw std::runtime_error(
        "The profile that callgrind wrote has no line \"totals:\" with a number. It was ended too early.");
  return read;
}

}  // namespace bench
