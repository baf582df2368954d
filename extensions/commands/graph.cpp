#include "graph.hpp"

#include <cstddef>
#include <vector>

#include "tenon/json/to_text.hpp"

namespace tenon_commands {

namespace {

// What scripts read: members are added, never renamed.
struct node {
  std::string name, kind;
};
struct edge {
  std::string from, to, kind, name;
};
struct whole {
  std::vector<node> nodes{};
  std::vector<edge> edges{};
};

whole graph_of(event_rows events, extension_rows extensions) {
  whole out;
  auto name = [&](std::size_t rank) { return std::string(extensions[rank].manifest.name); };
  for (const tenon::extension_facts& one : extensions)
    out.nodes.push_back({std::string(one.manifest.name), std::string(one.kind())});
  for (std::size_t rank = 0; rank < extensions.size(); ++rank) {
    const tenon::extension_facts& one = extensions[rank];
    for (std::size_t n = 0; n < one.need_count; ++n) {
      const std::size_t whom = one.needs[n];
      out.edges.push_back({name(rank), name(whom), "need", {}});
      if (!extensions[whom].exports.empty())
        out.edges.push_back({name(rank), name(whom), "import", std::string(extensions[whom].exports)});
    }
  }
  bool app_emits = false;
  for (const tenon::event::event_row& one : events)
    for (const tenon::event::listener& to : one.listeners) {
      for (std::size_t from : one.emitters)
        out.edges.push_back({name(from), name(to.rank), "event", std::string(one.facts.name)});
      if (one.by_framework) out.edges.push_back({"tenon", name(to.rank), "event", std::string(one.facts.name)});
      app_emits = app_emits || one.by_framework;
    }
  if (app_emits) out.nodes.push_back({"tenon", "framework"});
  return out;
}

// A text as Graphviz reads it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string graph_json(event_rows events, extension_rows extensions) {
  return tenon::json::to_text(graph_of(events, extensions), {.indent = 2}) + '\n';
}

std::string graph_dot(event_rows events, extension_rows extensions) {
  const whole all = graph_of(events, extensions);
  std::string text = "digraph composition {\n  node [shape=box];\n";
  for (const node& one : all.nodes)
    text += "  " + quoted(one.name) + (one.kind == "implementation" ? " [style=bold];\n" : ";\n");
  for (const edge& one : all.edges) {
    const char* style = one.kind == "need" ? "solid" : one.kind == "event" ? "dashed" : "dotted";
    text += "  " + quoted(one.from) + " -> " + quoted(one.to) + " [style=" + style;
    if (!one.name.empty()) text += ", label=" + quoted(one.name);
    text += "];\n";
  }
  return text + "}\n";
}

}  // namespace tenon_commands
