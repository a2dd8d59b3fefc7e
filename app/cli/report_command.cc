#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/page_file.h"
#include "app/report_page.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string out;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const Result<Reading> reading = Reading::open(options.shared.database(*config));
  if (!reading) return fail(console, reading.error());
  const Result<ReportData> data = read_report(*reading);
  if (!data) return fail(console, data.error());
  const std::string page = report_page(*data);
  if (options.out == "-") {
    console.result(page);
  } else if (const Result<void> written = write_file(options.out, page); !written) {
    return fail(console, written.error());
  }
  return done(console);
}

}  // namespace

Command report_command() {
  return {.name = "report",
          .summary = "One self-contained HTML page with charts",
          .lesson =
              "Examples:\n"
              "  dekko report rivers.html\n"
              "  dekko report - | mail -a 'Content-Type: text/html' -s rivers you@example.org\n"
              "\n"
              "Posts, changes, authors, coverage and field health. The page asks nobody for anything: it has "
              "no script\n"
              "and loads nothing, so it can be mailed, printed and kept.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("out", options->out, "The page; - is standard output")
                ->required()
                ->type_name("OUT.html");
            options->shared.add_db(app);
            options->shared.add_config(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
