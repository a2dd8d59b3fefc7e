#include <fmt/format.h>

#include "app/cli/identity.h"
#include "app/cli/page_errand.h"
#include "app/cli/profile_parts.h"
#include "app/cli/shared_options.h"
#include "app/explanation.h"
#include "app/fixture.h"
#include "app/listing_choice.h"
#include "app/profile_set.h"
#include "app/sources.h"
#include "core/limits.h"
#include "extractors/infer/inference.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::vector<std::string> pages;
  std::optional<std::string> name, contact, fixtures;
  std::optional<double> delay;
  bool explain = false, no_fixture = false;
};

// A page to infer from; origin is empty for one that was fetched.
struct Given {
  Capture capture;
  std::filesystem::path origin = {};
};

bool is_address(const std::string& word) {
  return word.starts_with("http://") || word.starts_with("https://");
}

Result<std::vector<Given>> fetched(const Options& options, const std::string& word, const Config& config,
                                   const Profiles& profiles, const Clock& clock, Console& console) {
  const Result<Url> url = Url::parse(word);
  if (!url) return Error{ErrorCode::kUsage, url.error().context, url.error().detail, url.error().cure};
  const std::string contact = options.contact.value_or(config.contact.value_or(""));
  if (const Result<void> known = require_contact({*url}, contact); !known) return known.error();
  const Result<std::unique_ptr<Fetcher>> fetcher = make_curl_fetcher(identified(contact), clock);
  if (!fetcher) return fetcher.error();
  PaceRules pace{.delay = config.delay};
  if (options.delay) pace.delay = Seconds(*options.delay);
  const Profile writing = writing_of(profiles.for_url(*url));
  Result<std::vector<Capture>> pages = fetch_pages(
      {.listing = url->without_fragment(), .profile = writing, .pace = pace}, **fetcher, clock, console);
  if (!pages) return pages.error();
  std::vector<Given> given;
  for (Capture& page : *pages) given.push_back({std::move(page)});
  return given;
}

Result<std::vector<Given>> given_pages(const Options& options, const Config& config, const Profiles& profiles,
                                       const Clock& clock, Console& console) {
  std::vector<Given> given;
  std::error_code ignored;
  for (const std::string& word : options.pages) {
    if (!is_address(word)) {
      const bool folder = std::filesystem::is_directory(word, ignored);
      const auto take = [&](Sourced sourced) -> Result<void> {
        if (given.size() < limits::kSamples && sourced.capture.status == 200)
          given.push_back({std::move(sourced.capture), folder ? std::filesystem::path(word) / sourced.origin
                                                              : std::filesystem::path(word)});
        return {};
      };
      const Result<SourceReport> read = each_capture({word}, options.shared.url, clock, take);
      if (!read) return read.error();
      if (!read->faults.empty()) return read->faults.front();
      continue;
    }
    Result<std::vector<Given>> pages = fetched(options, word, config, profiles, clock, console);
    if (!pages) return pages.error();
    given.insert(given.end(), std::make_move_iterator(pages->begin()), std::make_move_iterator(pages->end()));
  }
  return given;
}

void tell_why(const std::vector<Given>& given, const Profile& writing, Console& console) {
  for (const Given& one : given) {
    ExtractTrace trace;
    const Result<Page> page = extract(one.capture, writing, &trace);
    if (page) console.say(harmless(explained(*page, trace)));
  }
}

void keep(const Options& options, const Given& given, const Profile& profile, const Page& page,
          Console& console) {
  if (options.no_fixture || is_fixture(given.origin)) return;
  const std::filesystem::path folder =
      std::filesystem::path(options.fixtures.value_or("fixtures/sites")) / profile.name;
  const auto kept = keep_fixture(folder, given.capture, page);
  if (!kept) return console.warn(kept.error().message());
  console.say(fmt::format("kept {}: read its expected.jsonl line by line before you trust the profile",
                          kept->string()));
}

ExitCode infer(const Options& options) {
  Console console = options.shared.console();
  const SystemClock clock;
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const ProfileSet set = load_profile_set(*config, console);
  const auto given = given_pages(options, *config, set.profiles, clock, console);
  if (!given) return fail(console, given.error());
  if (given->empty())
    return fail(console, Error{ErrorCode::kNotFound, "infer", "no page was found in the sources"});
  std::vector<Sample> samples;
  std::string addresses;
  for (const Given& one : *given) {
    samples.push_back({.capture = &one.capture});
    addresses += (addresses.empty() ? "" : " ") + one.capture.url.text();
  }
  const Profile& base = set.profiles.for_url(given->front().capture.url);
  if (options.explain) tell_why(*given, writing_of(base), console);
  Result<Inference> inference = infer_profile(samples, base, {.name = options.name.value_or("")});
  if (!inference) return fail(console, inference.error());
  const std::string remark = "# Inferred from " + addresses +
                             "\n# Read it before you keep it; docs/profiles.md explains each key.\n";
  const std::string toml = remark + inference->toml;
  const Result<Profile> profile = parse_profile(toml, "the inferred profile");
  if (!profile) return fail(console, profile.error());
  for (const Given& one : *given) {
    ExtractTrace trace;
    const Result<Page> page = extract(one.capture, *profile, &trace);
    if (!page) return fail(console, page.error());
    if (options.explain) console.say(harmless(explained(*page, trace)));
    console.say(harmless(fmt::format("{} · page {} · {} cards\n{}", page->url, page->page, page->cards.size(),
                                     card_table(*page))));
    keep(options, one, *profile, *page, console);
  }
  console.result(toml);
  return done(console);
}

void add_options(CLI::App& infer, Options& options) {
  infer
      .add_option("pages", options.pages,
                  "A listing's address, or saved pages of it; two are better than one")
      ->required()
      ->type_name("URL|PAGE");
  infer.add_option("--name", options.name, "The profile's name (default: the host)")->type_name("NAME");
  infer.add_flag("--explain", options.explain, "Say why these cards and not others");
  infer.add_option("--fixtures", options.fixtures, "Where the pages are kept (default: fixtures/sites)")
      ->type_name("DIR");
  infer.add_flag("--no-fixture", options.no_fixture, "Keep no page");
  infer.add_option("--contact", options.contact, "How a site's owner reaches you; goes into the User-Agent")
      ->type_name("MAIL|URL");
  infer.add_option("--delay", options.delay, "Pause between requests (default 5; loopback 0)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 86400.0));
  options.shared.add_url(infer);
  options.shared.add_config(infer);
  options.shared.add_loudness(infer);
}

}  // namespace

ProfilePart add_profile_infer(CLI::App& app) {
  CLI::App* command = app.add_subcommand("infer", "Propose a profile for pages that nobody described");
  command->set_help_flag("-h,--help", "This help");
  command->footer(
      "Examples:\n"
      "  dekko profile infer page.html page2.html > profiles/example.toml\n"
      "  dekko profile infer https://example.org/tag/x/ --contact you@example.org     its pages 1 and 2\n"
      "  dekko profile infer page.html --explain --no-fixture\n"
      "\n"
      "The profile goes to standard output, a table of the first cards to standard error. The pages are\n"
      "kept as fixtures with what is read of them (`dekko replay --expect` holds the two against each "
      "other).");
  const auto options = std::make_shared<Options>();
  add_options(*command, *options);
  return {command, [options] { return infer(*options); }};
}

}  // namespace dekko
