#include <CLI/App.hpp>
#include <filesystem>
#include <system_error>

#include "app/cli/command.h"
#include "app/cli/declared_grammar.h"
#include "app/cli/shared_options.h"
#include "app/manual_page.h"
#include "app/page_file.h"
#include "core/spelling.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

struct Options {
  SharedOptions shared;
  std::string command;
  std::optional<std::string> folder;
};

std::string page_of(const Grammar& whole, const Grammar& command) {
  return manual_page(whole, command, DEKKO_VERSION);
}

ExitCode write_all(const Grammar& whole, const fs::path& folder, Console& console) {
  std::vector<const Grammar*> commands = {&whole};
  for (const Grammar& command : whole.commands) commands.push_back(&command);
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    return fail(console, Error{ErrorCode::kIo, folder.string(), "cannot be made: " + failure.message()});
  for (const Grammar* command : commands) {
    const Result<void> written =
        write_file(folder / (manual_name(*command) + ".1"), page_of(whole, *command));
    if (!written) return fail(console, written.error());
  }
  return done(console);
}

Error no_such_command(const std::string& name, const Grammar& whole) {
  std::vector<std::string> names;
  for (const Grammar& command : whole.commands) names.push_back(command.name());
  const std::string near = nearest_spelling(name, names);
  return {ErrorCode::kUsage, name, "is no command", near.empty() ? "" : "did you mean `" + near + "`?"};
}

ExitCode run(const CLI::App& app, const Options& options) {
  Console console = options.shared.console();
  const Grammar whole = grammar_of(whole_of(app));
  if (options.folder) return write_all(whole, *options.folder, console);
  const Grammar* command = options.command.empty() ? &whole : whole.command(options.command);
  if (!command) return fail(console, no_such_command(options.command, whole));
  console.octets(page_of(whole, *command));
  return done(console);
}

}  // namespace

Command manual_command() {
  return {.name = "manual",
          .summary = "A command's man page, made from its options",
          .lesson =
              "Examples:\n"
              "  dekko manual crawl | man -l -\n"
              "  dekko manual --all ~/.local/share/man/man1     for `man dekko-crawl`",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            auto* command = app.add_option("command", options->command, "The command (default: dekko itself)")
                                ->type_name("COMMAND");
            app.add_option("--all", options->folder, "Write every page into this folder")
                ->type_name("DIR")
                ->excludes(command);
            options->shared.add_loudness(app);
            return [&app, options] { return run(app, *options); };
          }};
}

}  // namespace dekko
