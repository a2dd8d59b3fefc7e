#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/table_format.h"
#include "core/spelling.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  ExportQuery query;
  std::string format = "csv";
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const auto format = parse_table_format(options.format);
  if (!format) {
    return fail(console, Error{ErrorCode::kUsage, options.format, "is no format", "use csv, jsonl or tsv"});
  }
  if (const Result<void> known = Reading::check(options.query); !known) return fail(console, known.error());
  const Result<Reading> reading = Reading::open(options.shared.database(*config));
  if (!reading) return fail(console, reading.error());
  std::vector<std::string> columns;
  const Result<void> written = reading->each_row(
      options.query,
      [&](const std::vector<std::string>& names) {
        columns = names;
        if (const std::string head = head_line(*format, columns); !head.empty()) console.result(head);
      },
      [&](const std::vector<Value>& row) { console.result(row_line(*format, columns, row)); });
  return written ? done(console) : fail(console, written.error());
}

std::string view_names() {
  std::string names;
  for (const std::string& view : Reading::views()) names += (names.empty() ? "" : ", ") + view;
  return names;
}

}  // namespace

Command export_command() {
  return {.name = "export",
          .summary = "A view as CSV, JSON lines or tab-separated values",
          .lesson = "Examples:\n"
                    "  dekko export items > items.csv\n"
                    "  dekko export changes --since 2026-01-01 --format jsonl\n"
                    "  dekko export items --where \"bylines like '%Doe%'\"\n"
                    "\n"
                    "Views: " + view_names() + ".",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("view", options->query.view, "One of the views below")->required()->type_name("VIEW");
            app.add_option("--format", options->format, "How (default: csv)")->type_name("csv|jsonl|tsv");
            app.add_option("--since", options->query.since, "Rows not older than this day")->type_name("DATE");
            app.add_option("--where", options->query.where, "A condition over the view's columns")->type_name("SQL");
            options->shared.add_db(app);
            options->shared.add_config(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
