// Renderers that are modules of a bundle. A browser runs them, where the program lets it; nobody does so here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/form/bundle.hpp"
#include "tenon/form/extension_metadata.hpp"
#include "tenon/form/render/renderer_row.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon::form {

struct script_renderer {
  std::string key{}, format{};
  std::string module{}, renderer{};       // the file in the bundle, and what it exports
  std::string tester_module{}, tester{};  // likewise
  std::string origin{};                   // the ext.json that says so
  std::string why_not{};                  // no browser can run it; empty where one might
};

struct script_renderers {
  std::string address{};               // below which a page finds the modules
  std::vector<script_renderer> all{};  // the nearer before the farther
};

// A file that a browser imports as a module.
[[nodiscard]] bool is_script(std::string_view path);

// The entries whose format no extension draws. Where a module is nothing that a browser runs, the file with `.js`
// behind its name is taken for it.
[[nodiscard]] std::vector<script_renderer> unbound_renderers(const extension_metadata& of,
                                                             std::span<const renderer_row> brought,
                                                             std::span<const bundle_entry> entries);

// What a page has to know of a question that scripts may draw; as JSON.
struct script_question {
  struct offer {
    std::string key{}, module{}, renderer{}, tester_module{}, tester{};
  };
  std::string address{};
  std::vector<offer> renderers{};
  int least = 0;       // the rank from which on they go before what is drawn without them
  std::string type{};  // of the answer, as the schema says
  std::string note{};  // said where none of them draws it
  json::raw ui{}, schema{};
  std::optional<json::raw> within{};  // of the entry that it is in; its scope begins there. None: it is in none
};
[[nodiscard]] std::string to_json(const script_question& of);

}  // namespace tenon::form
