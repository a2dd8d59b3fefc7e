#include "app/cli/declared_grammar.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace dekko {

namespace {

// The parser appends what a value is checked for: "SECONDS:FLOAT in [0 - 86400]". "HH:MM" is no such thing.
std::string type_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return "";
  const std::string type = option.get_type_name();
  for (const char* check : {":FLOAT", ":INT", ":{"}) {
    if (const size_t at = type.find(check); at != std::string::npos) return type.substr(0, at);
  }
  return type;
}

Argument argument_of(const CLI::Option& option) {
  Argument argument{.type = type_of(option),
                    .help = option.get_description(),
                    .environment = option.get_envname(),
                    .required = option.get_required(),
                    .many = option.get_items_expected_max() > 1};
  for (const std::string& name : option.get_snames()) argument.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) argument.names.push_back("--" + name);
  return argument;
}

void add_arguments(const CLI::App& app, Grammar& grammar) {
  for (const CLI::Option* option : app.get_options()) {
    (option->nonpositional() ? grammar.options : grammar.places).push_back(argument_of(*option));
  }
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() ? path_of(*app.get_parent()) + " " + app.get_name() : app.get_name();
}

}  // namespace

Grammar grammar_of(const CLI::App& app) {
  Grammar grammar{.path = path_of(app), .summary = app.get_description()};
  // Commands within a command inherit its footer.
  if (!app.get_parent() || app.get_footer() != app.get_parent()->get_footer())
    grammar.lesson = app.get_footer();
  add_arguments(app, grammar);
  for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (below->get_name().empty()) {  // a group of options
      add_arguments(*below, grammar);
    } else if (!below->get_group().empty()) {
      grammar.commands.push_back(grammar_of(*below));
    }
  }
  return grammar;
}

const CLI::App& whole_of(const CLI::App& command) {
  return command.get_parent() ? whole_of(*command.get_parent()) : command;
}

}  // namespace dekko
