#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/politeness_check.h"
#include "app/cli/shared_options.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  bool politeness = false;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  if (!options.politeness) {
    return fail(console, Error{ErrorCode::kUsage, "verify", "nothing to check", "say --politeness"});
  }
  return check_politeness(options.shared.database(*config), options.shared.json, console);
}

}  // namespace

Command verify_command() {
  return {
      .name = "verify",
      .summary = "Hold what is stored against what it promises",
      .lesson =
          "Example:\n"
          "  dekko verify --politeness     no host was asked sooner than its rule allowed, by the ledger\n"
          "\n"
          "Exit code 1 and both requests of each pair that came too close, if there is one.",
      .declare = [](CLI::App& app) {
        const auto options = std::make_shared<Options>();
        app.add_flag("--politeness", options->politeness, "Check the ledger of requests");
        options->shared.add_db(app);
        options->shared.add_config(app);
        options->shared.add_json(app, "The result as JSON lines");
        options->shared.add_loudness(app);
        return [options] { return run(*options); };
      }};
}

}  // namespace dekko
