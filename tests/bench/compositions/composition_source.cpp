#include "compositions/composition_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace bench {

namespace {

constexpr int events = 50;
constexpr std::string_view fields = "abcdef";

std::array<int, 5> heard_by(int extension) {
  std::array<int, 5> out{};
  for (int k = 0; k < 5; ++k) out[static_cast<std::size_t>(k)] = (extension * 7 + k * 11) % events;
  std::sort(out.begin(), out.end());
  return out;
}
bool hears(int extension, int event) {
  const auto all = heard_by(extension);
  return std::find(all.begin(), all.end(), event) != all.end();
}
std::string name_of(int extension) { return fmt::format("part{}", extension); }

// A tree, and its order of starting: by level, then by name.
std::vector<int> start_order(int extensions) {
  const auto level = [](int one) {
    int depth = 0;
    for (; one != 0; one /= 2) ++depth;
    return depth;
  };
  std::vector<int> order(static_cast<std::size_t>(extensions));
  for (int i = 0; i < extensions; ++i) order[static_cast<std::size_t>(i)] = i;
  std::sort(order.begin(), order.end(),
            [&](int a, int b) { return level(a) != level(b) ? level(a) < level(b) : name_of(a) < name_of(b); });
  return order;
}

std::string event_types() {
  std::string text;
  for (int e = 0; e < events; ++e)
    text += fmt::format(R"(struct event_{0} {{
  static constexpr std::string_view name = "event.e{0}";
  static constexpr bool may_be_unheard = true;
  long value = {0};
}};
)",
                        e);
  return text;
}

std::string settings_of(int extension) {
  return fmt::format("int a = {}, b = 2, c = 3, d = 4, e = 5, f = 6;", extension);
}
std::string listeners_of(int extension) {
  std::string text = "  long total = 0, first = 0;\n";
  for (int e : heard_by(extension))
    text += fmt::format("  void on(const event_{}& event) {{ total += event.value * {} + first; }}\n", e,
                        extension % 13 + 1);
  return text;
}

template <class F>
std::string joined(int count, std::string_view between, F text) {
  std::string out;
  for (int i = 0; i < count; ++i) out.append(i == 0 ? "" : between).append(text(i));
  return out;
}

}  // namespace

std::string composed_source(int extensions) {
  std::string text =
      "#include \"tenon/app.hpp\"\n#include \"tenon/extension.hpp\"\n#include \"tenon/settings/read_all.hpp\"\n";
  text += "#include <cstdio>\n#include <vector>\n" + event_types();
  for (int i = 0; i < extensions; ++i) {
    const std::string need = i == 0 ? "" : fmt::format(", .needs = {{{{\"{}\", \"1.x.x\"}}}}", name_of(i / 2));
    text += fmt::format(R"(struct ext_{} {{
  static constexpr auto manifest = tenon::manifest{{.name = "{}", .version = "1.0.0"{}}};
  struct settings {{ {} }};
{}  void on_start(auto& ctx) {{ first = ctx.settings().a; }}
)",
                        i, name_of(i), need, settings_of(i), listeners_of(i));
    if (i == 0) {
      text += "  using emits = tenon::events<" +
              joined(events, ", ", [](int e) { return fmt::format("event_{}", e); }) + ">;\n";
      for (int e = 0; e < events; ++e)
        text += fmt::format("  [[gnu::noinline]] void say_{0}(auto& ctx) {{ event_{0} one; ctx.emit(one); }}\n", e);
      text += "  void on_ready(auto& ctx) {\n" +
              joined(events, "", [](int e) { return fmt::format("    say_{}(ctx);\n", e); }) + "  }\n";
    }
    text += "};\n";
  }
  text += "struct composition : tenon::basic_app<composition, " +
          joined(extensions, ", ", [](int i) { return fmt::format("ext_{}", i); }) +
          "> { using basic_app::basic_app; };\n";
  return text + R"(int main(int argc, char** argv) {
  std::vector<tenon::settings::known_extension> known;
  for (const auto& one : composition::extensions()) known.push_back({std::string(one.manifest.name), false});
  tenon::settings::sources from(known);
  std::vector<tenon::finding> findings;
  for (int i = 1; i < argc; ++i) from.add_assignment(argv[i], findings);
  composition::settings_type settings;
  tenon::settings::read_all(settings, from, findings);
  for (const tenon::finding& one : findings) std::fprintf(stderr, "%s\n", tenon::to_string(one).c_str());
  if (!findings.empty()) return 1;
  composition app({}, std::move(settings));
  if (!app.start()) return 1;
  long sum = 0;
)" + joined(extensions, "", [](int i) { return fmt::format("  sum += app.part<ext_{}>().total;\n", i); }) +
         "  std::printf(\"%ld\\n\", sum);\n}\n";
}

std::string monolith_source(int extensions) {
  const std::vector<int> order = start_order(extensions);
  std::string text = R"(#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

enum class state { constructed, held, starting, ok, fault, stopping, stopped };
struct part_state {
  const char* name;
  std::atomic<state> now{state::constructed};
  std::atomic<unsigned> failures{0}, skipped{0}, starts{0};
  std::string message{};
  std::chrono::system_clock::time_point since{};
};
)" + event_types();
  for (int i = 0; i < extensions; ++i)
    text += fmt::format(R"(struct ext_{} {{
  struct settings_type {{ {} }} settings;
{}  void on_start() {{ first = settings.a; }}
}};
)",
                        i, settings_of(i), listeners_of(i));
  text += fmt::format("part_state states[{}] = {{{}}};\n", extensions,
                      joined(extensions, ", ", [](int i) { return fmt::format("{{\"{}\"}}", name_of(i)); }));
  text += R"(std::string what_is_thrown() {
  try {
    throw;
  } catch (const std::exception& problem) {
    return problem.what();
  } catch (...) {
    return "something";
  }
}
[[gnu::cold, gnu::noinline]] void failed(part_state& of, const char* what) {
  ++of.failures;
  std::fprintf(stderr, "%s: %s: %s\n", of.name, what, what_is_thrown().c_str());
}
[[gnu::cold, gnu::noinline]] void skipped(part_state& of) { ++of.skipped; }
[[gnu::cold, gnu::noinline]] void enter(part_state& one, state now, std::string message) {
  one.message = std::move(message);
  one.since = std::chrono::system_clock::now();
  one.now = now;
}
inline bool hears(const part_state& one) {
  const state now = one.now.load(std::memory_order_relaxed);
  return now != state::held && now != state::fault && now != state::stopped;
}
// How many letters two words are apart.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t before = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j)
      before = std::exchange(row[j + 1], std::min({row[j] + 1, row[j + 1] + 1, before + (a[i] != b[j])}));
  }
  return row[b.size()];
}
std::string nearest(std::string_view word, const std::vector<std::string_view>& among) {
  std::size_t least = word.size() / 3 + 2;
  std::string_view found;
  for (std::string_view one : among)
    if (const std::size_t apart = distance(word, one); apart < least) least = apart, found = one;
  return found.empty() ? "" : ". Did you mean \"" + std::string(found) + "\"?";
}
std::string unknown(std::string_view key) {
  const std::string_view part = key.substr(0, key.find('.'));
  std::vector<std::string_view> parts;
  for (const part_state& one : states) parts.push_back(one.name);
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) return "there is no such part" + nearest(part, parts);
  return "it has no such setting" + nearest(key.substr(part.size() + 1), {"a", "b", "c", "d", "e", "f"});
}
struct world {
)";
  for (int i : order) text += fmt::format("  ext_{0} part_{0};\n", i);
  for (int e = 0; e < events; ++e) {
    text += fmt::format("  [[gnu::noinline]] void emit(const event_{}& event) {{\n", e);
    for (int i : order)
      if (hears(i, e))
        text += fmt::format(R"(    if (!hears(states[{0}])) [[unlikely]] {{
      skipped(states[{0}]);
    }} else {{
      try {{
        part_{0}.on(event);
      }} catch (...) {{
        failed(states[{0}], "event.e{1}");
      }}
    }}
)",
                            i, e);
    text += "  }\n";
  }
  text += "  int* setting(std::string_view key) {\n";
  for (int i = 0; i < extensions; ++i)
    for (char f : fields)
      text += fmt::format("    if (key == \"{1}.{2}\") return &part_{0}.settings.{2};\n", i, name_of(i), f);
  text += R"(    return nullptr;
  }
  void set(std::string_view text, std::vector<std::string>& findings) {
    const std::string_view key = text.substr(0, text.find('='));
    const auto add = [&](std::string why) { findings.push_back("--set " + std::string(key) + ": " + std::move(why)); };
    if (key.size() == text.size() || key.find('.') == key.npos) return add("expected part.key=value");
    const std::string_view value = text.substr(key.size() + 1);
    int* const to = setting(key);
    if (to == nullptr) return add(unknown(key));
    int number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (problem == std::errc::result_out_of_range) return add("expected a number from -2147483648 to 2147483647");
    if (problem != std::errc() || end != value.data() + value.size()) return add("expected a whole number");
    *to = number;
  }
  template <class Part>
  static void start_one(Part& part, part_state& of) {
    ++of.starts;
    of.now = state::starting;
    try {
      part.on_start();
      of.now = state::ok;
    } catch (...) {
      std::string why = what_is_thrown();
      std::fprintf(stderr, "%s: on_start: %s\n", of.name, why.c_str());
      enter(of, state::fault, std::move(why));
    }
  }
  [[gnu::cold, gnu::noinline]] static void hold(part_state& one, const part_state& because_of) {
    enter(one, state::held, std::string(because_of.name) + " has not started");
  }
  void start() {
)";
  for (int i : order)
    text += i == 0 ? "    start_one(part_0, states[0]);\n"
                   : fmt::format(
                         "    if (states[{1}].now == state::ok) start_one(part_{0}, states[{0}]);\n"
                         "    else hold(states[{0}], states[{1}]);\n",
                         i, i / 2);
  text += R"(    if (states[0].now != state::ok) return;
    try {
      ready();
    } catch (...) {
      failed(states[0], "on_ready");
    }
  }
  void ready() {
)";
  for (int e = 0; e < events; ++e) text += fmt::format("    {{ event_{} one; emit(one); }}\n", e);
  text += fmt::format(R"(  }}
  static void stop() {{
    static constexpr int down[] = {{{}}};
    for (int one : down) {{
      if (states[one].now != state::ok) continue;
      states[one].now = state::stopping;
      states[one].now = state::stopped;
    }}
  }}
}};
)",
                      joined(extensions, ", ", [&](int i) {
                        return std::to_string(order[static_cast<std::size_t>(extensions - 1 - i)]);
                      }));
  text += R"(
int main(int argc, char** argv) {
  static world all;
  std::vector<std::string> findings;
  for (int i = 1; i < argc; ++i) all.set(argv[i], findings);
  for (const std::string& one : findings) std::fprintf(stderr, "%s\n", one.c_str());
  if (!findings.empty()) return 1;
  all.start();
)";
  return text + "  long sum = 0;\n" +
         joined(extensions, "", [](int i) { return fmt::format("  sum += all.part_{}.total;\n", i); }) +
         "  std::printf(\"%ld\\n\", sum);\n  world::stop();\n}\n";
}

std::string deep_source() {
  constexpr int count = 129, depth = 96;
  std::string text = "#include \"tenon/composition/composed.hpp\"\n";
  for (int i = 0; i < count; ++i) {
    std::string needs;
    for (int n = 1; n <= 3; ++n)
      if (i >= n) needs += fmt::format("{}{{\"part{}\", \"1.x.x\"}}", needs.empty() ? "" : ", ", i < depth ? i - n : n);
    text += fmt::format(
        "struct ext_{0} {{ static constexpr auto manifest = tenon::manifest{{.name = \"part{0}\", .version = "
        "\"1.0.0\", .needs = {{{1}}}}}; }};\n",
        i, needs);
  }
  return text + "static_assert(tenon::composed<" + joined(count, ", ", [](int i) { return fmt::format("ext_{}", i); }) +
         ">::ok);\n";
}

}  // namespace bench
