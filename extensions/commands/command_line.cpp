#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdio>
#include <string_view>

#include "printing.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon_commands {

using tenon::nearest;

namespace {

// The options of every command that reads the configuration.
void add_configuration(CLI::App& to, command_line& line) {
  to.add_option("--data-dir", line.data_dir, "Where the program keeps its data; made if it is not there")
      ->type_name("DIR");
  to.add_option("--config", line.config, "A JSON file: {\"<extension>\": {\"<key>\": <value>}}")->type_name("FILE");
  // Each short form is an assignment, in the order of the command line, so that the later wins as with --set.
  auto assigns = [&line](const char* key) {
    return [&line, key](const std::string& value) { line.assignments.push_back(std::string(key) + value); };
  };
  to.add_option_function<std::string>("--address", assigns("http.address="), "Short for --set http.address=...")
      ->type_name("IP");
  to.add_option_function<std::string>("--port", assigns("http.port="), "Short for --set http.port=...")
      ->type_name("PORT");
  to.add_option_function<std::string>("--threads", assigns("http.threads="), "Short for --set http.threads=...")
      ->type_name("N");
  to.add_option_function<std::vector<std::string>>(
        "--set",
        [&line](const std::vector<std::string>& all) {
          line.assignments.insert(line.assignments.end(), all.begin(), all.end());
        },
        "Set one key of one extension, as in --set http.port=8080; may be given often")
      ->type_name("EXT.KEY=VALUE")
      ->expected(1)
      ->allow_extra_args(false)  // what stands behind it may be a word of its own
      ->take_all();
  to.add_option_function<std::string>("--log-format", assigns("commands.log.format="), "text, logfmt or json")
      ->type_name("FORMAT");
  to.add_option_function<std::string>("--log-level", assigns("commands.log.level="), "debug, info, warn or error")
      ->type_name("LEVEL");
  to.add_flag("--debug", line.debug, "Send the debug payload of errors to clients");
}

void add_listings(CLI::App& to, command_line& line) {
  struct row {
    const char *word, *doc;
    tenon_commands::listing listing;
  };
  constexpr row rows[] = {
      {"extensions", "Every extension, in start order", listing::extensions},
      {"exports", "What extensions give others to use", listing::exports},
      {"events", "Every event: who emits it, who hears it", listing::events},
      {"listeners", "Who hears what, in the order of being told", listing::listeners},
      {"drivers", "Who does what an interface says", listing::drivers},
      {"functions", "What can be called by name", listing::functions},
      {"routes", "What is served, by which extension", listing::routes},
      {"settings", "Every key that can be set, and its default", listing::settings},
  };
  to.add_flag("--json", line.json, "As a JSON array");
  for (const row& one : rows) {
    CLI::App* word = to.add_subcommand(one.word, one.doc);
    word->add_flag("--json", line.json, "As a JSON array");
    word->callback([&line, wanted = one.listing] { line.listing = wanted; });
  }
}

// The command of `app` that was given last, down to the innermost.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

// What somebody could have written who wrote nothing, or what nobody knows.
std::string choice(const CLI::App& app) {
  std::string text;
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; }))
    text.append(text.empty() ? "" : ", ").append(one->get_name());
  return text;
}

// The word that nobody knows, and the nearest that somebody does; empty where every word is known.
std::string unknown_word(const CLI::App& app) {
  const CLI::App& at = innermost(app);
  std::vector<std::string> known;
  for (const CLI::App* one : at.get_subcommands([](const CLI::App*) { return true; })) known.push_back(one->get_name());
  for (const CLI::Option* one : at.get_options())
    for (const std::string& name : one->get_lnames()) known.push_back("--" + name);
  const bool has_commands = !at.get_subcommands([](const CLI::App*) { return true; }).empty();
  for (const std::string& word : app.remaining(true)) {
    if (at.get_prefix_command() && !word.starts_with('-'))
      return fmt::format("the command's name, `{}`, stands in front of `--`; what stands behind it is the command's",
                         word);
    if (!has_commands && !word.starts_with('-'))
      return fmt::format("`{}` takes no word `{}`: what it is told stands behind options", at.get_name(), word);
    const std::string_view near = nearest(word, known);
    const std::string missing = word.starts_with('-')        ? fmt::format("there is no option `{}`", word)
                                : at.get_parent() == nullptr ? fmt::format("there is no command `{}`", word)
                                                             : fmt::format("`{}` knows no `{}`", at.get_name(), word);
    if (!near.empty()) return fmt::format("{}; the nearest is `{}`", missing, near);
    if (word.starts_with('-')) return missing;
    return fmt::format("{}. There are: {}.", missing, choice(at));
  }
  return {};
}

// An option of `exec` that stands behind the name of a command, where it would be the command's; empty where there is
// none. Behind `--`, which is taken out, everything is.
std::string late_option(const CLI::App& exec, std::vector<std::string>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "--") {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
      return {};
    }
    const std::string name = words[i].substr(0, words[i].find('='));
    for (const CLI::Option* one : exec.get_options())
      for (const std::string& known : one->get_lnames())
        if (name == "--" + known) return name;
  }
  return {};
}

// What is missing, or there too often, in words of our own; empty where CLI11 has better ones.
std::string missing_word(const CLI::App& app, const CLI::Error& problem) {
  const std::string_view what = problem.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&problem) != nullptr)
    return fmt::format("`{}` {}", what.substr(0, what.find(':')),
                       what.ends_with("missing") ? "wants a value behind it" : "may be given once");
  if (dynamic_cast<const CLI::RequiredError*>(&problem) == nullptr) return {};
  if (const std::string all = choice(innermost(app)); !all.empty()) return fmt::format("say what to do: {}.", all);
  for (const CLI::Option* one : innermost(app).get_options())
    if (one->get_required() && one->empty())
      return fmt::format("{} is missing. {}", one->get_name(true), one->get_description());
  return {};
}

// `help WORDS` is `WORDS --help`.
std::vector<const char*> without_help_in_front(int argc, const char* const* argv) {
  std::vector<const char*> out(argv, argv + argc);
  if (argc < 2 || std::string_view(argv[1]) != "help") return out;
  out.erase(out.begin() + 1);
  out.push_back("--help");
  return out;
}

// The words that lead to a command of the program: ` list routes`.
std::string path_of(const CLI::App& app) {
  std::string path;
  for (const CLI::App* at = &app; at->get_parent() != nullptr; at = at->get_parent())
    path = " " + at->get_name() + path;
  return path;
}

}  // namespace

parsed parse(const program& self, int argc, const char* const* argv) {
  command_line line;
  CLI::App app(self.doc, self.name);
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help");
  app.failure_message(CLI::FailureMessage::help);
  const std::string exit_codes =
      "Exit codes: 0 good, 1 findings or failure, 2 wrong usage, 3 the program that runs is not reached.";
  app.footer(exit_codes);  // and of each command made from here on

  CLI::App* serve = app.add_subcommand("serve", "Start, and serve until SIGTERM or SIGINT");
  add_configuration(*serve, line);
  CLI::App* check = app.add_subcommand("check", "Read the whole configuration, report every error, serve nothing");
  add_configuration(*check, line);
  app.add_subcommand("version", "Print the version of the program and of what stands behind extension_impl");
  CLI::App* list = app.add_subcommand("list", "Print what the program is made of; without a word, its extensions");
  list->require_subcommand(0, 1);
  add_listings(*list, line);
  std::string name, fields;
  CLI::App* emit = app.add_subcommand("emit", "Send an event to the program that runs, and print what came back");
  emit->add_option("NAME", name, "The event's name; `list events` shows all")->type_name("")->required();
  emit->add_option("JSON", fields, "Its fields as a JSON object; those left out keep their defaults")->type_name("");
  emit->add_option("--data-dir", line.data_dir, "The data directory of the program that runs")->type_name("DIR");
  CLI::App* exec = app.add_subcommand("exec", "Have the program that runs do a command, or start it for that alone");
  add_configuration(*exec, line);
  exec->prefix_command();
  exec->footer(
      "What stands behind the options is the command and what it is told: exec [OPTIONS] NAME [WORDS...]\n"
      "`exec help` lists the commands.\n" +
      exit_codes);
  std::vector<std::string> arguments;
  CLI::App* call = app.add_subcommand("call", "Call a function of the program that runs, or start it for that alone");
  call->add_option("NAME", name, "The function's name; `list functions` shows all")->type_name("")->required();
  call->add_option("ARGUMENTS", arguments, "Each is ARGUMENT=VALUE; lists and objects are JSON")->type_name("");
  add_configuration(*call, line);
  CLI::App* console = app.add_subcommand("console", "Type commands to the program that runs, or to this one");
  add_configuration(*console, line);
  CLI::App* schema = app.add_subcommand("schema", "Print the JSON Schema of the config file, for editors");
  CLI::App* graph = app.add_subcommand("graph", "Print who needs, tells and gives something to whom");
  graph
      ->add_option_function<std::string>(
          "--format", [&line](const std::string& format) { line.json = format == "json"; },
          "dot for Graphviz (the default), or json")
      ->check(CLI::IsMember({"dot", "json"}).description(""))  // the type says it already
      ->type_name("dot|json");

  const auto wrong_usage = [&self](std::string_view what, const CLI::App& of) -> parsed {
    print_error(fmt::format("{0}: {1}\nTry: {0}{2} --help\n", self.name, what, path_of(of)));
    return {std::nullopt, 2};
  };
  try {
    const std::vector<const char*> words = without_help_in_front(argc, argv);
    app.parse(static_cast<int>(words.size()), words.data());
  } catch (const CLI::Success& wanted) {
    // Help about what there is none of would be that about everything.
    if (const std::string wrong = unknown_word(app); !wrong.empty()) return wrong_usage(wrong, innermost(app));
    return {std::nullopt, app.exit(wanted)};
  } catch (const CLI::Error& problem) {
    std::string wrong = unknown_word(app);
    if (wrong.empty()) wrong = missing_word(app, problem);
    return wrong_usage(wrong.empty() ? problem.what() : wrong, innermost(app));
  }
  if (serve->parsed())
    line.command = command::serve;
  else if (check->parsed())
    line.command = command::check;
  else if (list->parsed())
    line.command = command::list;
  else if (graph->parsed())
    line.command = command::graph;
  else if (schema->parsed())
    line.command = command::schema;
  else if (emit->parsed())
    line.command = command::emit;
  else if (call->parsed() || exec->parsed())
    line.command = command::exec;
  else if (console->parsed())
    line.command = command::console;
  else
    line.command = command::version;
  if (emit->parsed())
    line.words = {"emit", name};
  else if (call->parsed())
    line.words = {"call", name};
  else
    line.words = exec->remaining();
  if (!fields.empty()) line.words.push_back(fields);
  line.words.insert(line.words.end(), arguments.begin(), arguments.end());
  if (exec->parsed()) {
    if (line.words.empty()) {
      print_error(fmt::format("{0}: say which command; `{0} exec help` lists all\n", self.name));
      return {std::nullopt, 2};
    }
    // CLI11 leaves what it does not know to the command, whose name no option is.
    if (line.words.front().starts_with("-")) return wrong_usage(unknown_word(app), *exec);
    if (const std::string late = late_option(*exec, line.words); !late.empty()) {
      print_error(fmt::format(
          "{}: {} is an option of exec, and stands before the command's name. Where it is meant for the command, "
          "write -- in front of it\n",
          self.name, late));
      return {std::nullopt, 2};
    }
  }
  return {line, 0};
}

}  // namespace tenon_commands
