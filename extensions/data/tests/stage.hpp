// A key-value store on a file of its own, with a clock that a test moves on.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "../kv/kv_store.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/testing/scratch_folder.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

class stored_values : public testing::Test {
 protected:
  stored_values() { database_.open(folder_.path("data.db"), kv_store::schema(), {.readers = 4}); }

  std::string text(std::string_view key, const kv_space& of = quinn) {
    const auto found = store_.get(of, key);
    return found ? found->text : "nothing";
  }
  template <class F>
  static std::string refusal_of(F f) {
    try {
      f();
    } catch (const tenon::error& refused) {
      EXPECT_EQ(refused.type(), tenon::error_type::invalid_request);
      return refused.message();
    }
    return "nothing was refused";
  }

  static inline const kv_space quinn{.owner = "quinn", .app = "global"}, dana{.owner = "dana", .app = "global"};
  tenon::testing::scratch_folder folder_;
  std::atomic<unix_seconds> now_{1000};
  tenon::sqlite::database database_;
  kv_store store_{database_, [this] { return now_.load(); }};
};

}  // namespace tenon_data
