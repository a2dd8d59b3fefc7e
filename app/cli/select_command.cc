#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/shared_options.h"
#include "app/page_file.h"
#include "core/limits.h"
#include "extractors/html/document.h"
#include "extractors/html/node_text.h"
#include "extractors/html/selector.h"
#include "extractors/text/charset.h"

namespace dekko {

namespace {

struct Options {
  SharedOptions shared;
  std::string selector, file, attribute;
  bool text = false, html = false, id = false;
};

// A match has one line: line ends in mark-up become the character reference for the same character.
std::string on_one_line(const std::string& html) {
  std::string line;
  for (const char c : html) {
    if (c == '\n') {
      line += "&#10;";
    } else {
      line += c;
    }
  }
  return line;
}

std::string shown(const Options& options, const Selector& selector, Node match) {
  if (options.html) return on_one_line(to_html(match));
  const std::string name = options.id ? "id" : options.attribute;
  if (name.empty()) return selector.value_of(match);
  std::string value(match.attribute(name).value_or(""));
  std::replace(value.begin(), value.end(), '\n', ' ');
  return value;
}

ExitCode run(const Options& options) {
  Console console = options.shared.console();
  Result<Selector> selector = Selector::compile(options.selector);
  if (!selector) {
    selector.error().code = ErrorCode::kUsage;
    return fail(console, selector.error());
  }
  const Result<std::string> bytes = read_file(options.file, limits::kBodyBytes);
  if (!bytes) return fail(console, bytes.error());
  const Result<Document> page = Document::parse(decode(*bytes, "").utf8);
  if (!page) return fail(console, Error{page.error().code, options.file, page.error().detail, page.error().cure});
  std::string lines;
  for (const Node match : selector->all(page->root())) lines += shown(options, *selector, match) + "\n";
  if (!lines.empty()) console.result(lines);
  return done(console);
}

}  // namespace

Command select_command() {
  return {.name = "select",
          .summary = "Run a CSS selector over a page, one match a line",
          .lesson = "Examples:\n"
                    "  dekko select 'article h2 a' page.html\n"
                    "  dekko select 'article h2 a' page.html --attr href\n"
                    "  dekko select 'article:has(time) h2::text' page.html\n"
                    "\n"
                    "Selectors are those of a browser's querySelectorAll, and ::text, ::attr(name), :contains(\"...\").",
          .declare = [](CLI::App& app) {
            const auto options = std::make_shared<Options>();
            app.add_option("selector", options->selector, "A CSS selector")->required()->type_name("SELECTOR");
            app.add_option("file", options->file, "The page; - is standard input")->required()->type_name("FILE");
            auto* what = app.add_option_group("what to show");
            what->add_flag("--text", options->text, "The text as a reader sees it (default)");
            what->add_flag("--html", options->html, "The mark-up");
            what->add_option("--attr", options->attribute, "An attribute")->type_name("NAME");
            what->add_flag("--id", options->id, "The id attribute, an empty line if there is none");
            what->require_option(0, 1);
            options->shared.add_url(app);
            options->shared.add_loudness(app);
            return [options] { return run(*options); };
          }};
}

}  // namespace dekko
