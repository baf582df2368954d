#include "../tls.hpp"

#include <gtest/gtest.h>

#include <string>

#include "certificates.hpp"
#include "secure_client.hpp"
#include "server.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/word/error.hpp"

namespace {

static_assert(tenon::HasSettings<tls>);

struct fake_context {
  tls::settings given{};
  tenon::http1::server* http = nullptr;
  std::string* lines = nullptr;

  [[nodiscard]] const tls::settings& settings() const { return given; }
  [[nodiscard]] tenon::log log() const {
    return {"tls", {lines, [](void* data, const tenon::log_entry& entry) noexcept {
                      static_cast<std::string*>(data)
                          ->append(to_string(entry.level))
                          .append(" ")
                          .append(entry.extension)
                          .append(": ")
                          .append(entry.message);
                    }}};
  }
  template <tenon::fixed_string Name>
  tenon::http1::listener_host& import(tenon::extension_name<Name>) const {
    static_assert(Name.view() == "http");
    return *http;
  }
};

class tls_test : public testing::Test {
 protected:
  key_folder folder;
  made_identity made = make_identity();
  tenon::http1::server http{{}};
  std::string lines;
  fake_context ctx{
      .given = {.certificate = folder.file("pem", made.certificate), .key = folder.file("key", made.key), .port = 0},
      .http = &http,
      .lines = &lines};
};

TEST_F(tls_test, serves_from_open_to_close_and_says_where) {
  tls door;
  door.on_start(ctx);
  http.open({nullptr, [](void*, tenon::exchange& one) {
               one.response = tenon::response::text("in");
               return true;
             }});
  door.on_open(ctx);
  EXPECT_EQ(lines, "info tls: listening on https://" + door.authority());
  const int port = std::stoi(door.authority().substr(door.authority().rfind(':') + 1));
  {
    secure_client peer(port);
    peer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(peer.read_answer().ends_with("in"));
  }
  door.on_close();
  EXPECT_THROW(secure_client late(port), std::runtime_error);
  http.drain();
  door.on_stop();
}

TEST_F(tls_test, without_files_does_not_listen_and_says_so) {
  ctx.given.certificate = ctx.given.key = "";
  tls door;
  door.on_start(ctx);
  door.on_open(ctx);
  door.on_close();
  door.on_stop();
  EXPECT_EQ(lines, "info tls: not listening, because tls.certificate and tls.key are not set");
  EXPECT_EQ(door.authority(), "");
}

TEST_F(tls_test, with_files_that_do_not_work_does_not_start) {
  ctx.given.key = folder.file("other", make_identity().key);
  tls door;
  EXPECT_THROW(door.on_start(ctx), tenon::error);
}

TEST_F(tls_test, on_a_taken_port_names_its_own_settings) {
  tls first, second;
  first.on_start(ctx);
  ctx.given.port = std::stoi(first.authority().substr(first.authority().rfind(':') + 1));
  try {
    second.on_start(ctx);
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_NE(failure.message().find("tls cannot listen on 127.0.0.1:"), std::string::npos) << failure.message();
    EXPECT_NE(failure.message().find("set tls.port to another port"), std::string::npos) << failure.message();
  }
}

TEST(tls_check, names_a_file_that_does_not_work_without_starting_anything) {
  EXPECT_TRUE(tls::check({}, {}).empty());
  const std::vector<std::string> problems = tls::check({.certificate = "/nowhere/c.pem", .key = "/nowhere/k.pem"}, {});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find("/nowhere/"), std::string::npos) << problems[0];
}

}  // namespace
