#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/identity.h"
#include "app/cli/shared_options.h"
#include "app/fetch_robots.h"
#include "app/listing_choice.h"
#include "app/page_file.h"
#include "core/limits.h"
#include "crawler/polite/robots.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string robots, agent = "dekko";
  std::optional<std::string> contact;
  std::vector<std::string> urls;
};

// The address of a robots.txt, or of a site, whose robots.txt is meant.
Result<Url> robots_url(const std::string& text) {
  Result<Url> url = Url::parse(text);
  return url && url->target() == "/" ? url->with_target("/robots.txt", "") : url;
}

// 4xx but 429 are no rules at all; what could not be had is an Error, for then everything is refused.
Result<Robots> fetched(const Url& url, const Options& options) {
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return config.error();
  const std::string contact = options.contact.value_or(config->contact.value_or(""));
  if (const Result<void> known = require_contact({url}, contact); !known) return known.error();
  const SystemClock clock;
  const Result<std::unique_ptr<Fetcher>> fetcher = make_curl_fetcher(identified(contact), clock);
  if (!fetcher) return fetcher.error();
  const RobotsAnswer answer = fetch_robots({.robots_url = url}, **fetcher);
  if (answer.kind == RobotsAnswer::Kind::kBody) return Robots::parse(answer.body);
  if (answer.kind == RobotsAnswer::Kind::kUnavailable) return Robots::allow_all();
  return Error{ErrorCode::kNetwork, url.text(), "could not be had: " + answer.why,
               "until it can be, everything there is refused (RFC 9309 section 2.3.1.4)"};
}

Result<Robots> read_robots(const Options& options) {
  if (options.robots.find("://") != std::string::npos) {
    const Result<Url> url = robots_url(options.robots);
    return url ? fetched(*url, options) : Result<Robots>(url.error());
  }
  const Result<std::string> text = read_file(options.robots, limits::kBodyBytes);
  return text ? Result<Robots>(Robots::parse(*text)) : text.error();
}

std::string verdict_line(const Robots& robots, const std::string& agent, const std::string& url) {
  const RobotsVerdict verdict = robots.verdict_for_address(agent, url);
  const std::string line = verdict.line > 0 ? fmt::format("{}: {}", verdict.line, verdict.text) : "-";
  return fmt::format("{}\t{}\t{}", harmless(url), verdict.allowed ? "allowed" : "refused", harmless(line));
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  Result<Robots> robots = read_robots(options);
  const bool unreachable = !robots && robots.error().code == ErrorCode::kNetwork;
  if (!robots && !unreachable) return fail(console, robots.error());
  const Robots rules = robots ? std::move(*robots) : Robots::refuse_all(robots.error().detail);
  for (const std::string& url : options.urls) console.result(verdict_line(rules, options.agent, url));
  return unreachable ? fail(console, robots.error()) : done(console);
}

}  // namespace

Command robots_command() {
  return {.name = "robots",
          .summary = "What a robots.txt allows, and by which line",
          .lesson =
              "Examples:\n"
              "  dekko robots robots.txt https://example.org/tag/x/ https://example.org/search?q=1\n"
              "  dekko robots https://example.org/robots.txt https://example.org/tag/x/ --contact "
              "you@example.org\n"
              "\n"
              "A line for each URL: URL, tab, `allowed` or `refused`, tab, the deciding line with its number "
              "(- if none).",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("robots", options->robots,
                           "A robots.txt, or its address, which is asked once; - is standard input")
                ->required()
                ->type_name("FILE|URL");
            app.add_option("urls", options->urls, "Addresses to judge")->required()->type_name("URL");
            app.add_option("--agent", options->agent, "Product token (default: dekko)")->type_name("TOKEN");
            app.add_option("--contact", options->contact, "How a site's owner reaches you, where it is asked")
                ->type_name("MAIL|URL");
            options->shared.add_config(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
