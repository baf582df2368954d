// @description@
// Author: @author@
// Licence: @licence@
#pragma once

#include <string>
#include <tenon/extension.hpp>

#include "api_keys.hpp"

struct @identifier@ {
  static constexpr auto manifest = tenon::manifest{
      .name = "@name@",
      .version = "@version@",
      .doc = "@doc@",
@needs@
      .core = true,
  };

  struct settings {  // names and defaults; docs/settings.md tells what else a member can be
    tenon::field<std::string, {.doc = "What a key begins with.", .min = 1}> mark = "key-";
  };

  void on_start(auto& ctx) {
    api_key.begin_with(ctx.settings().mark);
    ctx.log().info("keeps keys in memory: they are gone when the program ends");
  }

  @identifier@_provider::api_keys api_key{};
};
// A hook with a slip in its name is none, and nobody would say so: here it is an error.
static_assert(tenon::OnStart<@identifier@>,
              "the app finds no on_start: make it public, and void on_start() or void on_start(auto& ctx)");
static_assert(tenon::ApiKeyProvider<@identifier@_provider::api_keys>,
              "what it lacks stands below, and tenon/concepts/api_key_provider.hpp has all of it");
