#include <CLI/App.hpp>

#include "app/cli/command.h"
#include "app/cli/declared_grammar.h"
#include "app/cli/shared_options.h"
#include "app/completion.h"
#include "app/completion_scripts.h"
#include "app/profile_set.h"
#include "db/reading.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string shell;
  std::vector<std::string> words;
  bool offer = false;
};

constexpr size_t kUrl = 1, kTitle = 2;  // columns of the view `listings`

std::vector<Offer> addresses(const SharedOptions& options, const Config& config) {
  std::vector<Offer> found;
  const Result<Reading> reading = Reading::open(options.database(config));
  if (!reading) return found;
  const auto text = [](const Value& value) {
    const auto* words = std::get_if<std::string>(&value);
    return words ? harmless(*words) : "";
  };
  const Result<void> read = reading->each_row(
      {.view = "listings"}, [](const std::vector<std::string>&) {},
      [&](const std::vector<Value>& row) {
        found.push_back({text(row.at(kUrl)), text(row.at(kTitle))});
      });
  if (!read) found.clear();
  return found;
}

std::vector<Offer> names_and_addresses(const SharedOptions& options, const Config& config) {
  std::vector<Offer> found;
  for (const ConfiguredListing& listing : config.listings) {
    if (!listing.name.empty()) found.push_back({listing.name, harmless(listing.url)});
  }
  const std::vector<Offer> known = addresses(options, config);
  found.insert(found.end(), known.begin(), known.end());
  return found;
}

std::vector<Offer> profiles(const SharedOptions& options, const Config& config) {
  std::vector<Offer> found;
  Console console = options.console();
  const ProfileSet set = load_profile_set(config, console);
  for (const Profile* profile : set.profiles.all())
    found.push_back({profile->name, harmless(profile->origin)});
  return found;
}

// What cannot be read offers nothing: a prompt is no place for complaints.
std::vector<Offer> look_up(const Grammar& whole, const std::string& kind, const Given& given) {
  std::vector<Offer> found;
  if (kind == "COMMAND") {
    for (const Grammar& command : whole.commands) found.push_back({command.name(), command.summary});
  }
  if (kind == "VIEW") {
    for (const std::string& view : Reading::views()) found.push_back({view});
  }
  if (!found.empty()) return found;
  SharedOptions options{.quiet = true};
  if (const char* db = std::getenv("DEKKO_DB"); db && *db) options.db = db;
  if (const auto db = given.find("--db"); db != given.end()) options.db = db->second;
  if (const auto config = given.find("--config"); config != given.end()) options.config = config->second;
  const Result<Config> loaded = load_config(options.config);
  const Config config = loaded ? *loaded : Config{};
  if (kind == "NAME") return profiles(options, config);
  return kind == "LISTING" ? names_and_addresses(options, config) : addresses(options, config);
}

ExitCode offer(const CLI::App& app, const Options& options, Console& console) {
  const Grammar whole = grammar_of(whole_of(app));
  const Completion completion =
      complete(whole, options.words,
               [&](const std::string& kind, const Given& given) { return look_up(whole, kind, given); });
  console.octets(to_lines(completion));
  return ExitCode::kDone;
}

ExitCode run(const CLI::App& app, const Options& options) {
  Console console = options.shared.console();
  if (options.offer) return offer(app, options, console);
  const std::optional<std::string> script = completion_script(options.words.empty() ? "" : options.words[0]);
  if (!script || options.words.size() != 1) {
    return fail(console, Error{ErrorCode::kUsage, "completion", "needs the name of a shell",
                               "there are scripts for bash, zsh and fish"});
  }
  console.octets(*script);
  return done(console);
}

}  // namespace

Command completion_command() {
  return {.name = "completion",
          .summary = "The script by which a shell completes dekko's words",
          .lesson =
              "Examples:\n"
              "  source <(dekko completion bash)\n"
              "  dekko completion zsh > \"${fpath[1]}/_dekko\"\n"
              "  dekko completion fish > ~/.config/fish/completions/dekko.fish\n"
              "\n"
              "The Debian package puts them in place. Names and addresses of listings, profiles and views\n"
              "are completed as the config file and the database have them.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("words", options->words, "The shell")->type_name("bash|zsh|fish");
            app.add_flag("--offer", options->offer,
                         "What fits behind the words after --; the scripts ask so");
            return [&app, options] { return run(app, *options); };
          }};
}

}  // namespace dekko
