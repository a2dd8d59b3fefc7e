#include "app/cli/command_line.h"

#include <fmt/format.h>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <iostream>
#include <map>

#include "app/cli/command.h"
#include "core/spelling.h"

namespace dekko {

namespace {

constexpr const char* kAbout =
    "dekko keeps the history of a listing: it walks the pages of a topic politely, archives every answer,\n"
    "and keeps each card, when it was seen and how it changed, in one SQLite file.";

constexpr const char* kFirstSteps =
    "First steps:\n"
    "  dekko crawl https://example.org/tag/x/ --contact you@example.org   walk a listing into dekko.db\n"
    "  dekko status                                                        what is there, and how it fares\n"
    "  dekko export items --format csv > items.csv                         take it elsewhere\n"
    "\n"
    "Exit codes: 0 done, 1 failed or differs, 2 usage, 3 partial, 4 not the listing, 5 refused by "
    "robots.txt,\n"
    "            6 busy, 7 damaged, 130 interrupted";

std::vector<Command> commands() {
  return {crawl_command(),   replay_command(),    extract_command(), select_command(),  robots_command(),
          profile_command(), reextract_command(), status_command(),  show_command(),    search_command(),
          export_command(),  snapshot_command(),  report_command(),  archive_command(), verify_command(),
          rebuild_command(), manual_command(), completion_command()};
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

ExitCode usage_error(const std::string& what, const std::string& near, const std::string& usage) {
  std::cerr << "dekko: " << what << (near.empty() ? "" : fmt::format("; did you mean `{}`?", near)) << "\n"
            << usage << "\n";
  return ExitCode::kUsage;
}

// "profile check": the commands that were understood, and the innermost of them.
std::pair<std::string, const CLI::App*> chosen_in(const CLI::App& dekko) {
  std::string path;
  const CLI::App* app = &dekko;
  while (!app->get_subcommands().empty()) {
    app = app->get_subcommands().front();
    path += app->get_name() + " ";
  }
  return {path, app};
}

// A word where a command of a command should stand: "profile chekc".
std::optional<ExitCode> explain_command(const CLI::App& app, const std::string& path,
                                        const std::string& usage, const std::vector<std::string>& words) {
  std::vector<std::string> names;
  for (const CLI::App* known : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(known->get_name());
  }
  const size_t depth = static_cast<size_t>(std::count(path.begin(), path.end(), ' '));
  if (names.empty() || depth == 0) return std::nullopt;
  if (words.size() <= depth || words[depth].starts_with('-')) {
    return usage_error(fmt::format("`{}` needs one of {}", app.get_name(), fmt::join(names, ", ")), "",
                       usage);
  }
  return usage_error(fmt::format("unknown command `{}{}`", path, words[depth]),
                     nearest_spelling(words[depth], names), usage);
}

// CLI11 names all words it could not place; the first that looks like an option is what the user mistyped.
ExitCode explain(const CLI::App& dekko, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const auto [path, chosen] = chosen_in(dekko);
  const CLI::App& app = *chosen;
  const std::string usage = fmt::format("usage: dekko {}[options]; `dekko {}--help` tells more",
                                        path.empty() ? "COMMAND " : path, path);
  if (const auto explained = explain_command(app, path, usage, words)) return *explained;
  const std::vector<std::string> known = option_names(app);
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--") || name == "--" || std::find(known.begin(), known.end(), name) != known.end())
      continue;
    return usage_error(fmt::format("unknown option `{}`", name), nearest_spelling(name, known), usage);
  }
  return usage_error(error.what(), "", usage);
}

}  // namespace

ExitCode run_command_line(std::vector<std::string> words) {
  CLI::App dekko(kAbout, "dekko");
  dekko.set_version_flag("--version", "dekko " DEKKO_VERSION);
  dekko.set_help_flag("-h,--help", "This help; after a command, that command's");
  dekko.require_subcommand(1);
  dekko.footer(kFirstSteps);
  std::map<std::string, std::function<ExitCode()>> actions;
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    CLI::App* app = dekko.add_subcommand(command.name, command.summary);
    app->footer(command.lesson);
    app->set_help_flag("-h,--help", "This help");
    actions[command.name] = command.declare(*app);
    names.push_back(command.name);
  }
  if (words.empty()) {
    std::cerr << dekko.help();
    return ExitCode::kUsage;
  }
  const std::string first = words.front();
  if (!first.starts_with('-') && !actions.contains(first)) {
    return usage_error(fmt::format("unknown command `{}`", first), nearest_spelling(first, names),
                       "usage: dekko COMMAND [options]; `dekko --help` lists the commands");
  }
  try {
    dekko.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::Success& done) {  // --help, --version
    dekko.exit(done);
    return ExitCode::kDone;
  } catch (const CLI::ParseError& error) {
    return explain(dekko, error, words);
  }
  return actions.at(dekko.get_subcommands().front()->get_name())();
}

}  // namespace dekko
