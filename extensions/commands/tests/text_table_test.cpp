#include "../text_table.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace {

using tenon_commands::text_table;

const std::vector<std::vector<std::string>> plants{{"NAME", "PLACE", "NOTES"},
                                                   {"fern", "shade", "wants water each day, and more in a dry summer"},
                                                   {"cactus", "sun", ""}};

TEST(text_table, has_columns_as_wide_as_what_stands_in_them_and_no_blanks_at_its_ends) {
  EXPECT_EQ(text_table(plants, 80),
            "NAME    PLACE  NOTES\n"
            "fern    shade  wants water each day, and more in a dry summer\n"
            "cactus  sun\n");
}

TEST(text_table, wraps_its_last_column_where_there_is_room_for_it) {
  EXPECT_EQ(text_table(plants, 46),
            "NAME    PLACE  NOTES\n"
            "fern    shade  wants water each day, and more\n"
            "               in a dry summer\n"
            "cactus  sun\n");
}

TEST(text_table, has_below_a_line_what_has_no_room_in_it) {
  EXPECT_EQ(text_table(plants, 40),
            "NAME    PLACE\n"
            "fern    shade\n"
            "    NOTES  wants water each day, and\n"
            "           more in a dry summer\n"
            "cactus  sun\n");
  EXPECT_EQ(text_table(plants, 10),
            "NAME\n"
            "fern\n"
            "    PLACE  shade\n"
            "    NOTES  wants\n"
            "           water\n"
            "           each\n"
            "           day,\n"
            "           and\n"
            "           more\n"
            "           in\n"
            "           a\n"
            "           dry\n"
            "           summer\n"
            "cactus\n"
            "    PLACE  sun\n")
      << "a word is never broken";
}

// How wide the output is while that is what stands behind the descriptor.
std::size_t width_at(int descriptor) {
  std::fflush(stdout);
  const int kept = ::dup(STDOUT_FILENO);
  ::dup2(descriptor, STDOUT_FILENO);
  const std::size_t width = tenon_commands::output_width();
  ::dup2(kept, STDOUT_FILENO);
  ::close(kept);
  ::close(descriptor);
  return width;
}

TEST(output_width, is_that_of_the_terminal_and_without_one_as_much_as_it_takes) {
  const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  ::grantpt(master);
  ::unlockpt(master);
  winsize wanted{};
  wanted.ws_row = 24;
  wanted.ws_col = 93;
  ::ioctl(master, TIOCSWINSZ, &wanted);
  EXPECT_EQ(width_at(::open(::ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC)), 93U);
  ::close(master);
  EXPECT_EQ(width_at(::open("/dev/null", O_RDWR | O_CLOEXEC)), std::numeric_limits<std::size_t>::max());
}

TEST(text_table, of_nothing_is_nothing) { EXPECT_EQ(text_table({}, 80), ""); }

}  // namespace
