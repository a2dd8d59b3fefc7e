#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/page_file.h"
#include "core/limits.h"
#include "crawler/polite/robots.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string robots, agent = "dekko";
  std::vector<std::string> urls;
};

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<std::string> text = read_file(options.robots, limits::kBodyBytes);
  if (!text) return fail(console, text.error());
  const Robots robots = Robots::parse(*text);
  for (const std::string& url : options.urls) {
    const RobotsVerdict verdict = robots.verdict_for_address(options.agent, url);
    const std::string line = verdict.line > 0 ? fmt::format("{}: {}", verdict.line, verdict.text) : "-";
    console.result(harmless(fmt::format("{}\t{}\t{}", url, verdict.allowed ? "allowed" : "refused", line)));
  }
  return done(console);
}

}  // namespace

Command robots_command() {
  return {.name = "robots",
          .summary = "What a robots.txt allows, and by which line",
          .lesson = "Example:\n"
                    "  dekko robots robots.txt https://example.org/tag/x/ https://example.org/search?q=1\n"
                    "\n"
                    "A line for each URL: URL, tab, `allowed` or `refused`, tab, the deciding line with its number (- if none).",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("robots", options->robots, "A robots.txt; - is standard input")->required()->type_name("FILE");
            app.add_option("urls", options->urls, "Addresses to judge")->required()->type_name("URL");
            app.add_option("--agent", options->agent, "Product token (default: dekko)")->type_name("TOKEN");
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
