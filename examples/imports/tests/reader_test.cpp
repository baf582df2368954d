#include "../reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tenon/testing/harness.hpp>

using tenon::testing::harness;

// The least that the contract asks for.
struct shelf_archetype {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  struct exports {
    std::string asked{};
    bool has(std::string_view title) { return (asked = title).empty(); }
  };
  exports& exported() { return own; }
  exports own;
};

struct fake_lamp {
  static constexpr auto manifest = tenon::manifest{.name = "lamp", .version = "1.0.0"};
  struct exports {
    bool lit = false;
    void light() { lit = true; }
  };
  exports& exported() { return own; }
  exports own;
};

TEST(reader, looks_for_a_book_on_whatever_is_called_shelf) {
  harness<reader, shelf_archetype> on;
  EXPECT_EQ(on.fake<shelf_archetype>().own.asked, "Emma");
}

TEST(reader, lights_a_lamp_where_there_is_one) {
  harness<reader, shelf_archetype, fake_lamp> on;
  EXPECT_TRUE(on.fake<fake_lamp>().own.lit);
}
