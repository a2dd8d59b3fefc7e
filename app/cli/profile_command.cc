#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/profile_parts.h"
#include "app/cli/shared_options.h"
#include "app/profile_check.h"
#include "app/profile_set.h"
#include "app/profile_table.h"
#include "app/sources.h"
#include "db/listing_memory.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string profile;
  std::vector<std::string> pages;
};

ExitCode complain_of(Console& console, const std::vector<Error>& faults) {
  for (const Error& fault : faults) console.complain(fault);
  return faults.empty() ? ExitCode::kDone : ExitCode::kFailed;
}

ExitCode list(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  const ProfileSet set = load_profile_set(*config, console);
  const std::vector<const Profile*> all = set.profiles.all();
  console.result(options.shared.json ? profiles_json(all) : harmless(profiles_text(all)));
  return done(console, complain_of(console, set.faults));
}

// The profile that is meant. Faults of other files in the user's folder stop nothing here.
Result<const Profile*> meant(const Options& options, ProfileSet& set, Console& console) {
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return config.error();
  set = load_profile_set(*config, console);
  return choose_profile(set.profiles, options.profile, console);
}

// Of a profile that the database has pinned to a listing.
std::optional<std::string> pinned_text(const Options& options) {
  const Result<Config> config = load_config(options.shared.config);
  const std::filesystem::path db = options.shared.database(config ? *config : Config());
  std::error_code ignored;
  if (!std::filesystem::exists(db, ignored)) return std::nullopt;
  const Result<ListingMemory> memory = ListingMemory::open(db);
  if (!memory) return std::nullopt;
  const auto all = memory->all_pinned();
  if (!all) return std::nullopt;
  for (const auto& [listing, pinned] : *all) {
    if (pinned.name == options.profile || listing == options.profile) return pinned.toml;
  }
  return std::nullopt;
}

ExitCode show(const Options& options) {
  Console console = options.shared.console();
  ProfileSet set{.profiles = Profiles::builtin()};
  const Result<const Profile*> profile = meant(options, set, console);
  if (!profile) {
    if (const auto pinned = pinned_text(options)) {
      console.result(*pinned);
      return done(console);
    }
    complain_of(console, set.faults);
    return fail(console, profile.error());
  }
  console.result((*profile)->text);  // TOML has no control characters
  return done(console);
}

Result<void> check_page(const Sourced& sourced, const Options& options, const Profile& profile,
                        ProfileCheck& check, Console& console) {
  ExtractTrace trace;
  const Result<Page> page = extract(sourced.capture, profile, &trace);
  const std::string origin = sourced.origin.string();
  if (!page) return Error{page.error().code, origin, page.error().detail, page.error().cure};
  console.result(options.shared.json ? check.json_lines_of(origin, *page, trace)
                                     : harmless(check.text_of(origin, *page, trace)));
  return {};
}

ExitCode check_pages(const Options& options, const Profile& profile, Console& console) {
  ProfileCheck check(profile);
  std::vector<Error> unreadable;
  const auto take = [&](const Sourced& sourced) -> Result<void> {
    const Result<void> checked = check_page(sourced, options, profile, check, console);
    if (!checked) unreadable.push_back(checked.error());
    return {};
  };
  const SystemClock clock;
  const Result<SourceReport> report = each_capture(options.pages, options.shared.url, clock, take);
  if (!report) return fail(console, report.error());
  console.result(options.shared.json ? check.totals_json() : check.totals_text());
  unreadable.insert(unreadable.end(), report->faults.begin(), report->faults.end());
  const bool readable = complain_of(console, unreadable) == ExitCode::kDone;
  for (const std::string& fault : check.faults()) console.warn(fault);
  if (check.faults().empty() && !check.passed()) console.warn("no card was found on any page");
  return done(console, readable && check.passed() ? ExitCode::kDone : ExitCode::kFailed);
}

ExitCode check(const Options& options) {
  Console console = options.shared.console();
  ProfileSet set{.profiles = Profiles::builtin()};
  const Result<const Profile*> profile = meant(options, set, console);
  if (!profile) return fail(console, profile.error());
  if (!options.pages.empty()) return check_pages(options, **profile, console);
  console.say(fmt::format("{}: no fault in it; give it pages to see what it finds", (*profile)->origin));
  return done(console);
}

CLI::App* add(CLI::App& app, const std::string& name, const std::string& summary, const std::string& lesson) {
  CLI::App* command = app.add_subcommand(name, summary);
  command->set_help_flag("-h,--help", "This help");
  command->footer(lesson);
  return command;
}

void add_shared(CLI::App& app, SharedOptions& shared) {
  shared.add_config(app);
  shared.add_loudness(app);
}

CLI::App* add_list(CLI::App& app, Options& options) {
  CLI::App* list =
      add(app, "list", "Every profile: its name, where it comes from, which addresses it claims",
          "Example:\n"
          "  dekko profile list\n"
          "\n"
          "Your own stand in the folder that the config file names as `profiles`, else in `profiles` in\n"
          "the config folder. One of the same name takes the place of a built-in one.");
  options.shared.add_json(*list, "One JSON object a line for each profile");
  add_shared(*list, options.shared);
  return list;
}

CLI::App* add_show(CLI::App& app, Options& options) {
  CLI::App* show = add(app, "show", "A profile's TOML, as it is read",
                       "Example:\n"
                       "  dekko profile show nknews > profiles/mine.toml     begin with what there is");
  show->add_option("profile", options.profile, "Its name, or its file")->required()->type_name("NAME");
  options.shared.add_db(*show);
  add_shared(*show, options.shared);
  return show;
}

CLI::App* add_check(CLI::App& app, Options& options) {
  CLI::App* check =
      add(app, "check", "What each selector of a profile finds on pages, card by card",
          "Examples:\n"
          "  dekko profile check example.toml                       is it well-formed?\n"
          "  dekko profile check example.toml page.html --url URL\n"
          "  dekko profile check nknews fixtures/sites/             every page in a folder\n"
          "\n"
          "Behind each value stands the selector that found it; `by shape` where no selector is given.\n"
          "Exit 1: the profile has faults, a page is no listing, a card has no url or no headline.");
  check->add_option("profile", options.profile, "A profile's file or name; - is standard input")
      ->required()
      ->type_name("FILE|NAME");
  check->add_option("pages", options.pages, "Saved pages, folders of them, WARC files")->type_name("PAGE");
  options.shared.add_url(*check);
  options.shared.add_json(*check, "A JSON object a line: pages, cards, totals");
  add_shared(*check, options.shared);
  return check;
}

}  // namespace

Command profile_command() {
  return {.name = "profile",
          .summary = "Site profiles: what there is, what one finds on a page, propose one, mend one",
          .lesson =
              "Examples:\n"
              "  dekko profile list\n"
              "  dekko profile show nknews\n"
              "  dekko profile check example.toml page.html --url https://example.org/tag/x/\n"
              "  dekko profile infer page.html page2.html > profiles/example.toml\n"
              "\n"
              "How to write one: docs/profiles.md.",
          .declare = [](CLI::App& app) {
            app.require_subcommand(1);
            const auto options = std::make_shared<Options>();
            const CLI::App* listing = add_list(app, *options);
            const CLI::App* showing = add_show(app, *options);
            add_check(app, *options);
            const std::vector<ProfilePart> parts = {add_profile_infer(app), add_profile_repair(app)};
            return [options, listing, showing, parts] {
              for (const auto& [part, run] : parts) {
                if (part->parsed()) return run();
              }
              if (listing->parsed()) return list(*options);
              return showing->parsed() ? show(*options) : check(*options);
            };
          }};
}

}  // namespace dekko
