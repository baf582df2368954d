#include "command_registry.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "tenon/composition/name.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon_console {

namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view why) {
  std::string message = "the command ";
  throw tenon::error(tenon::error_type::server_misconfigured, message.append(name).append(why));
}

answer failed(std::string_view name, std::string_view why) {
  std::string error = "command ";
  return {.exit_code = 1, .error = error.append(name).append(" failed: ").append(why).append("\n")};
}

}  // namespace

command_registry::command_registry(visit to, tenon::log log) : visit_(std::move(to)), log_(log) {}

bool command_registry::inside(const entry& of, const std::function<void()>& what) const {
  if (!of.extension.empty()) return visit_(of.extension, what);
  what();
  return true;
}

void command_registry::add(std::string name, tenon::command what) {
  all_.push_back({std::move(name), {}, std::move(what)});
}

void command_registry::add_of(std::string_view extension, std::string_view name, tenon::command what) {
  std::string whole(extension);
  whole.append(":").append(name);
  if (const std::string_view problem = tenon::name_problem(name); !problem.empty())
    refuse(whole, std::string(" has a name that ").append(problem).append(". Write it as in say-hello."));
  if (!what.run) refuse(whole, " should have a handler function. Give it one as .run.");
  if (find(whole) != nullptr) refuse(whole, " is there already. Give one of the two another name.");
  all_.push_back({std::move(whole), std::string(extension), std::move(what)});
}

const command_registry::entry* command_registry::find(std::string_view name) const {
  const auto at = std::find_if(all_.begin(), all_.end(), [&](const entry& one) { return one.name == name; });
  return at == all_.end() ? nullptr : &*at;
}

answer command_registry::execute(std::span<const std::string> words) const {
  if (words.empty()) return failed("", "say which; `help` lists all");
  const entry* const wanted = find(words[0]);
  if (wanted == nullptr) {
    std::vector<std::string> known;
    for (const entry& one : all_) known.push_back(one.name);
    std::string error = "unknown command: ";
    error.append(words[0]);
    std::string_view near = tenon::nearest(words[0], known);
    for (const std::string& one : known)  // the extension's name may have been left out
      if (near.empty() && one.ends_with(std::string(":").append(words[0]))) near = one;
    if (!near.empty()) error.append("; the nearest is ").append(near);
    return {.exit_code = 1, .error = error.append(". `help` lists all.\n")};
  }
  tenon::command_call call{.words = words.subspan(1)};
  answer out;
  bool done = false;
  const bool runs = inside(*wanted, [&] {
    done = tenon::attempt([&] { wanted->what.run(call); },
                          [&] { out = failed(wanted->name, tenon::message_of(std::current_exception())); });
  });
  if (!runs)
    return failed(wanted->name, std::string("the extension ").append(wanted->extension).append(" does not run"));
  if (!done) {
    log_.error(std::string_view(out.error).substr(0, out.error.size() - 1));
    out.text = std::move(call.printed);
    out.error.insert(0, call.complained);
    return out;
  }
  return {.exit_code = call.exit_code, .text = std::move(call.printed), .error = std::move(call.complained)};
}

std::vector<std::string> command_registry::complete(std::span<const std::string> words) const {
  std::vector<std::string> out;
  if (words.size() <= 1) {
    for (const entry& one : all_) out.push_back(one.name);
  } else if (const entry* const wanted = find(words[0]); wanted != nullptr && wanted->what.complete) {
    static_cast<void>(
        inside(*wanted, [&] { tenon::attempt([&] { out = wanted->what.complete(words.subspan(1)); }, [] {}); }));
  }
  const std::string_view begun = words.empty() ? std::string_view() : words.back();
  std::erase_if(out, [&](const std::string& one) { return !one.starts_with(begun); });
  std::sort(out.begin(), out.end());
  return out;
}

std::string command_registry::help() const {
  std::string out = "available commands:\n";
  for (const entry& one : all_) {
    out.append("- ").append(one.name);
    if (!one.what.doc.empty()) out.append(": ").append(one.what.doc);
    out.append("\n");
  }
  return out;
}

}  // namespace tenon_console
