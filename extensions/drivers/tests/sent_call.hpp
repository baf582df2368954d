// What a client sends to the door of drivers, and what it is answered.
#pragma once

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

#include "tenon/word/exchange.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

// By the user ada. The answer has come when it returns.
template <class App>
tenon::response sent_call(App& app, std::string_view body) {
  const tenon::header token{"Authorization", "ada"};
  tenon::exchange one{.request = {.method = tenon::method::post,
                                  .method_name = "POST",
                                  .target = "/drivers/call",
                                  .path = "/drivers/call",
                                  .headers = {&token, 1},
                                  .body = body}};
  EXPECT_TRUE(app.door().handle(app.door().app, one));
  return std::move(one.response);
}
