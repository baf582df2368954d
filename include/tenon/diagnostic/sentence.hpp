// How a whole sentence gets into the one `error:` line of a compiler.
//
// A diagnostic is an empty class template; a check that fails inherits from its member `error`, which it does not have.
// Both compilers then print the diagnostic's name and its arguments in the line that says `error:`, so the argument is
// a sentence made while compiling. (Inheriting from a template that is never defined says the same in four lines more.)
// g++ prints a string argument whole. clang cuts one after 32 characters, so there it travels in pieces.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

// Text of a bounded length; what does not fit is replaced by three dots at its end.
class sentence {
 public:
  static constexpr std::size_t capacity = 600;

  constexpr sentence() = default;
  template <class... Parts>
  constexpr explicit sentence(const Parts&... parts) {
    [[maybe_unused]] int added[] = {0, (add(parts), 0)...};
  }

  // Quotes and backslashes would be printed with escapes, which reads badly: texts that come from users lose them.
  constexpr void add(std::string_view text) {
    for (char c : text) {
      if (size_ == capacity) {
        std::copy_n("...", 3, data_ + capacity - 3);
        return;
      }
      data_[size_++] = c == '"' || c == '\'' || c == '\\' ? '`' : c;
    }
  }
  constexpr void add(std::size_t number) {
    char digits[20]{};
    std::size_t from = 20;
    do digits[--from] = static_cast<char>('0' + number % 10);
    while ((number /= 10) != 0);
    add(std::string_view(digits + from, 20 - from));
  }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr const char* data() const { return data_; }
  [[nodiscard]] constexpr std::string_view view() const { return {data_, size_}; }

 private:
  char data_[capacity]{};
  std::size_t size_ = 0;
};

#if defined(__clang__)

namespace detail {

inline constexpr std::size_t piece = 30;

template <class Says, std::size_t From>
constexpr auto cut() {
  constexpr std::size_t left = Says::text.size() - From;
  fixed_string<(left < piece ? left : piece) + 1> out{};
  std::copy_n(Says::text.data() + From, sizeof(out.data) - 1, out.data);
  out.data[sizeof(out.data) - 1] = '\0';  // said, or clang prints some lengths as numbers
  return out;
}

template <template <fixed_string...> class Diagnostic, class Says, class Pieces>
struct spoken;
template <template <fixed_string...> class Diagnostic, class Says, std::size_t... P>
struct spoken<Diagnostic, Says, std::index_sequence<P...>> {
  using type = Diagnostic<cut<Says, P * piece>()...>;
};

}  // namespace detail

// The diagnostic with its sentence. `Says` is a type with a member `static constexpr sentence text`.
template <template <fixed_string...> class Diagnostic, class Says>
using said =
    typename detail::spoken<Diagnostic, Says,
                            std::make_index_sequence<(Says::text.size() + detail::piece - 1) / detail::piece>>::type;

#else

namespace detail {

template <class Says>
constexpr auto whole() {
  fixed_string<Says::text.size() + 1> out{};
  std::copy_n(Says::text.data(), Says::text.size(), out.data);
  return out;
}

}  // namespace detail

template <template <fixed_string...> class Diagnostic, class Says>
using said = Diagnostic<detail::whole<Says>()>;

#endif

// Inherit from it: nothing where `Ok` holds; else the diagnostic, made only then.
template <bool Ok, template <fixed_string...> class Diagnostic, class Says>
struct check {};
template <template <fixed_string...> class Diagnostic, class Says>
struct check<false, Diagnostic, Says> : said<Diagnostic, Says>::error {};

}  // namespace tenon::diagnostic
