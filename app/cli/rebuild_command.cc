#include <fmt/format.h>

#include <thread>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/rebuild.h"
#include "app/run_report.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::optional<size_t> threads;
};

std::string text_of(const RebuildReport& report, const RebuildOrder& order) {
  return fmt::format("{}: {} runs, {} pages, {} steps from {}", order.db.string(), grouped(report.runs),
                     grouped(report.pages), grouped(report.steps), order.archive.string());
}

std::string json_of(const RebuildReport& report) {
  return fmt::format(R"({{"runs":{},"pages":{},"steps":{}}})", report.runs, report.pages, report.steps);
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const RebuildOrder order{
      .archive = options.shared.archive_folder(*config),
      .db = options.shared.database(*config),
      .threads = options.threads.value_or(std::max(1U, std::thread::hardware_concurrency()))};
  const Interrupt interrupt;
  const Result<RebuildReport> report = rebuild(order, interrupt, console);
  if (!report) return fail(console, report.error());
  if (options.shared.json)
    console.result(json_of(*report));
  else
    console.say(harmless(text_of(*report, order)));
  return done(console);
}

}  // namespace

Command rebuild_command() {
  return {.name = "rebuild",
          .summary = "The database anew from the archive alone",
          .lesson =
              "Examples:\n"
              "  dekko rebuild --archive archive --db again.db\n"
              "\n"
              "Runs, ledger, walks and history come back as they were: the archive's journal tells of them.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            options->shared.add_db(app);
            options->shared.add_archive(app);
            options->shared.add_config(app);
            app.add_option("--threads", options->threads, "How many read pages (default: one a core)")
                ->type_name("N")
                ->check(CLI::Range(1, 256));
            options->shared.add_json(app, "What was done as JSON");
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
