#include "tenon/word/secret.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
template <class T>
concept Comparable = requires(const T& value) { value == value; };

using token = tenon::secret<std::string>;
static_assert(Printable<std::string> && !Printable<token> && !Comparable<token>);
static_assert(!std::is_convertible_v<token, std::string> && !std::is_convertible_v<token, std::string_view>);

TEST(secret, is_given_out_only_when_asked_by_name) {
  const token held = "swordfish";
  EXPECT_EQ(held.reveal(), "swordfish");
  EXPECT_FALSE(held.empty());
  EXPECT_TRUE(token().empty());
}

}  // namespace
