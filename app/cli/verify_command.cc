#include <fmt/format.h>

#include "app/archive_lines.h"
#include "app/cli/command.h"
#include "app/cli/politeness_check.h"
#include "app/cli/shared_options.h"
#include "app/run_report.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  bool politeness = false;
};

ExitCode check_archive(const SharedOptions& options, const Config& config, Console& console) {
  const Result<VerifyReport> report = verify(
      options.database(config), options.archive_folder(config), console, [&](const ArchiveFault& fault) {
        console.end_progress();
        console.result(options.json ? to_json(fault) : harmless(to_text(fault)));
      });
  if (!report) return fail(console, report.error());
  console.say(fmt::format("{} records in {} files and {} captures: {}", grouped(report->records),
                          grouped(report->files), grouped(report->captures),
                          report->faults == 0 ? "all sound" : grouped(report->faults) + " faults"));
  return done(console, report->faults == 0 ? ExitCode::kDone : ExitCode::kDamaged);
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  if (options.politeness)
    return check_politeness(options.shared.database(*config), options.shared.json, console);
  return check_archive(options.shared, *config, console);
}

}  // namespace

Command verify_command() {
  return {
      .name = "verify",
      .summary = "Hold what is stored against what it promises",
      .lesson =
          "Examples:\n"
          "  dekko verify                  archive and database against each other and against their "
          "digests\n"
          "  dekko verify --db d.db --archive archive --json\n"
          "  dekko verify --politeness     no host was asked sooner than its rule allowed, by the ledger\n"
          "\n"
          "Each fault is a line that names file and offset; 7 if there is one. What a kill left half-written "
          "is\n"
          "mended by the next dekko crawl. With --politeness: both requests of each pair that came too "
          "close; 1 if\n"
          "there is one.",
      .declare = [](CLI::App& app) {
        const auto options = std::make_shared<Options>();
        app.add_flag("--politeness", options->politeness, "Check the ledger of requests instead");
        options->shared.add_db(app);
        options->shared.add_archive(app);
        options->shared.add_config(app);
        options->shared.add_json(app, "The faults as JSON, one object a line");
        options->shared.add_loudness(app);
        return [options] { return run(*options); };
      }};
}

}  // namespace dekko
