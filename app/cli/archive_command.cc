#include <fmt/format.h>

#include <charconv>

#include "app/archive_export.h"
#include "app/archive_lines.h"
#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/run_report.h"
#include "archive/archive.h"
#include "archive/record_copy.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::optional<std::string> listing, since, until;
  std::optional<int> page;
  std::string record, out;
  std::string format = "warc.gz";
  bool whole = false;
  enum class Verb { kList, kCat, kExport } verb = Verb::kList;
};

Result<RecordChoice> choice_of(const Options& options) {
  RecordChoice choice{.page = options.page};
  if (options.listing) {
    Result<Url> url = Url::parse(*options.listing);
    if (!url) return url.error();
    choice.listing = std::move(*url);
  }
  for (const auto& [text, moment] :
       {std::pair(&options.since, &choice.since), {&options.until, &choice.until}}) {
    if (!*text) continue;
    const Result<Moment> parsed = parse_day_or_moment(**text);
    if (!parsed) return Error{ErrorCode::kUsage, **text, "is no day and no moment", "write 2026-01-31"};
    *moment = *parsed;
  }
  return choice;
}

ExitCode list(const Options& options, const std::filesystem::path& folder, const RecordChoice& choice,
              Console& console) {
  const Result<void> read = each_record(
      folder,
      [&](const WarcRecord& record) -> Result<void> {
        const std::string file = std::filesystem::path(record.ref.file).lexically_relative(folder).string();
        if (!choice.takes(record)) return {};
        console.result(options.shared.json ? record_json(record, file) : harmless(record_text(record, file)));
        return {};
      },
      [&](const std::string& file, const WarcFault& fault) {
        console.warn(fmt::format("{}, offset {}: {}; passed over", file, fault.offset, fault.what));
      });
  return read ? done(console) : fail(console, read.error());
}

// "dekko-….warc.gz@1234", as list prints it.
Result<RecordRef> parse_place(const std::string& text) {
  RecordRef ref{.file = text.substr(0, text.rfind('@'))};
  const char* begin = text.data() + std::min(ref.file.size() + 1, text.size());
  const auto [end, error] = std::from_chars(begin, text.data() + text.size(), ref.offset);
  if (error == std::errc{} && end == text.data() + text.size() && ref.file.size() < text.size()) return ref;
  return Error{ErrorCode::kUsage, text, "is no place in an archive",
               "write FILE@OFFSET, as dekko archive list does"};
}

Result<std::string> text_of(const std::filesystem::path& folder, RecordRef ref, bool whole) {
  Result<WarcReader> reader = WarcReader::open_at(folder / ref.file, ref.offset);
  if (!reader) return reader.error();
  Result<std::optional<WarcRecord>> record = reader->next();
  if (!record) return record.error();
  if (!*record || (*record)->ref.offset != ref.offset) {
    return Error{ErrorCode::kNotFound, fmt::format("{}, offset {}", ref.file, ref.offset),
                 "no record begins here"};
  }
  ref.length = (*record)->ref.length;
  if (whole) return record_octets(folder / ref.file, ref);
  if ((*record)->type() != "response" && (*record)->type() != "revisit") return std::move((*record)->block);
  Result<Capture> capture = read_capture(folder, ref);
  if (!capture) return capture.error();
  return std::move(capture->body);
}

ExitCode cat(const Options& options, const std::filesystem::path& folder, Console& console) {
  const Result<RecordRef> ref = parse_place(options.record);
  if (!ref) return fail(console, ref.error());
  const Result<std::string> text = text_of(folder, *ref, options.whole);
  if (!text) return fail(console, text.error());
  console.octets(*text);
  return done(console);
}

ExitCode export_to(const Options& options, const std::filesystem::path& folder, RecordChoice choice,
                   Console& console) {
  const SystemClock clock;
  const ExportOrder order{.archive = folder,
                          .out = options.out,
                          .choice = std::move(choice),
                          .software = "dekko/" DEKKO_VERSION,
                          .made = clock.now()};
  const Result<ExportReport> report =
      options.format == "wacz" ? export_wacz(order, console) : export_warc(order, console);
  if (!report) return fail(console, report.error());
  console.say(
      fmt::format("{}: {} records, {} pages", options.out, grouped(report->records), grouped(report->pages)));
  return done(console);
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  const Result<Config> config = load_config(options.shared.config);
  if (!config) return fail(console, config.error());
  Result<RecordChoice> choice = choice_of(options);
  if (!choice) return fail(console, choice.error());
  const std::filesystem::path folder = options.shared.archive_folder(*config);
  switch (options.verb) {
    case Options::Verb::kCat:
      return cat(options, folder, console);
    case Options::Verb::kExport:
      return export_to(options, folder, std::move(*choice), console);
    case Options::Verb::kList:
      break;
  }
  return list(options, folder, *choice, console);
}

void add_choice(CLI::App& app, Options& options) {
  app.add_option("--listing", options.listing, "Only this listing's, by its address")->type_name("ADDRESS");
  app.add_option("--page", options.page, "Only of this page")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  app.add_option("--since", options.since, "From this day or moment on (UTC)")->type_name("DATE");
  app.add_option("--until", options.until, "Before this day or moment (UTC)")->type_name("DATE");
}

CLI::App* add_verb(CLI::App& app, const std::shared_ptr<Options>& options, Options::Verb verb,
                   const char* name, const char* what) {
  CLI::App* added = app.add_subcommand(name, what);
  added->set_help_flag("-h,--help", "This help");
  added->callback([options, verb] { options->verb = verb; });
  options->shared.add_db(*added);
  options->shared.add_archive(*added);
  options->shared.add_config(*added);
  options->shared.add_loudness(*added);
  return added;
}

void add_options(CLI::App& app, const std::shared_ptr<Options>& options) {
  using Verb = Options::Verb;
  CLI::App* listing = add_verb(app, options, Verb::kList, "list",
                               "A line for each record: moment, type, status, place, address");
  add_choice(*listing, *options);
  options->shared.add_json(*listing, "One JSON object a line for each record");
  CLI::App* one = add_verb(app, options, Verb::kCat, "cat", "One record's body, decoded, to standard output");
  one->add_option("record", options->record, "Its place, as list prints it")
      ->required()
      ->type_name("FILE@OFFSET");
  one->add_flag("--whole", options->whole, "The record as it stands in the file, head and all");
  CLI::App* out = add_verb(app, options, Verb::kExport, "export", "Records as one file for others");
  out->add_option("out", options->out, "The file to write")->required()->type_name("OUT");
  out->add_option("--format", options->format, "How (default: warc.gz)")
      ->type_name("warc.gz|wacz")
      ->check(CLI::IsMember({"warc.gz", "wacz"}));
  add_choice(*out, *options);
  app.require_subcommand(1);
}

}  // namespace

Command archive_command() {
  return {.name = "archive",
          .summary = "Records by listing, page or time: list, cat, export",
          .lesson =
              "Examples:\n"
              "  dekko archive list --listing https://example.org/tag/x/ --page 3\n"
              "  dekko archive cat dekko-20260131020000-example.org-00000.warc.gz@1234\n"
              "  dekko archive export --format wacz --since 2026-01-01 january.wacz\n"
              "\n"
              "ReplayWeb.page and pywb open what export writes.",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            add_options(app, options);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
