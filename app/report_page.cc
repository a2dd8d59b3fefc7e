#include "app/report_page.h"

#include <fmt/format.h>

#include "app/chart.h"
#include "app/html_text.h"
#include "app/report_style.h"
#include "app/run_report.h"

namespace dekko {

namespace {

constexpr size_t kColumns = 120;  // at 400 pixels a column is then three wide

std::string tile(const char* name, int64_t number) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", name, grouped(number));
}

int64_t sum_of(const std::map<std::string, Parts>& days) {
  int64_t sum = 0;
  for (const auto& [day, parts] : days) {
    for (const int64_t part : parts) sum += part;
  }
  return sum;
}

// Wide tables scroll for themselves, by keyboard too.
std::string scrolled(const std::string& name, const std::string& table) {
  return fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>\n",
                     html_text(name), table);
}

std::string head_section(const ReportData& data) {
  std::string text = fmt::format("<h1>What the listings showed</h1>\n<p class=\"soft\">{}</p>\n<dl>",
                                 data.as_of.empty() ? "No run yet." : "As of " + data.as_of + ", by dekko.");
  text += tile("listings", int64_t(data.listings.size())) + tile("items", data.items);
  return text + tile("authors", data.author_count) + tile("changed fields", sum_of(data.changes)) + "</dl>\n";
}

std::string listing_row(const ListingStatus& listing) {
  const RunSummary run = listing.last_run.value_or(RunSummary());
  const std::string name = listing.title.empty() ? listing.url : listing.title;
  return fmt::format(
      "<tr><th scope=\"row\">{}<br><span class=\"soft\">{}</span></th><td>{}</td><td>{}</td><td>{}</td>"
      "<td>{}</td><td>{}</td><td>{}</td></tr>\n",
      html_text(name), html_text(listing.url), grouped(listing.items), html_text(run.started),
      html_text(run.coverage.empty() ? "not ended" : run.coverage), grouped(run.pages),
      grouped(run.items_new), grouped(run.items_changed));
}

std::string listings_section(const ReportData& data) {
  std::string rows;
  for (const ListingStatus& listing : data.listings) rows += listing_row(listing);
  return "<h2>Listings</h2>\n" +
         scrolled("Listings and their last runs",
                  "<table><thead><tr><th scope=\"col\">listing</th><th scope=\"col\">items</th><th "
                  "scope=\"col\">last run</th>"
                  "<th scope=\"col\">coverage</th><th scope=\"col\">pages</th><th scope=\"col\">new</th>"
                  "<th scope=\"col\">changed</th></tr></thead><tbody>\n" +
                      rows + "</tbody></table>");
}

std::string posts_section(const ReportData& data) {
  ColumnChart chart{"", {"posts"}, columns_of(data.posts, kColumns)};
  chart.title = fmt::format("Posts a {}, by the date of publication that they show", chart.columns.unit);
  const std::string undated =
      data.undated > 0 ? fmt::format("<p class=\"soft\">{} items show no date.</p>\n", grouped(data.undated))
                       : "";
  return "<h2>Posts</h2>\n" + column_chart(chart) + undated;
}

std::string changes_section(const ReportData& data) {
  ColumnChart chart{"", change_kinds(), columns_of(data.changes, kColumns)};
  chart.title = fmt::format(
      "Fields that changed while an item stood in a listing, by the {} they were first seen changed",
      chart.columns.unit);
  return "<h2>Changes</h2>\n" + column_chart(chart);
}

std::string authors_section(const ReportData& data) {
  if (data.authors.empty()) return "<h2>Authors</h2>\n<p>No item names an author.</p>\n";
  std::string rows;
  for (const ReportData::Author& author : data.authors) {
    rows +=
        fmt::format("<tr><th scope=\"row\">{}</th><td>{}{}</td></tr>\n", html_text(author.name),
                    grouped(author.items), bar(double(author.items) / double(data.authors.front().items)));
  }
  return fmt::format(
      "<h2>Authors</h2>\n<table><caption>The {} named most, of {}</caption><thead><tr>"
      "<th scope=\"col\">author</th><th scope=\"col\">items</th></tr></thead><tbody>\n{}</tbody></table>\n",
      data.authors.size(), grouped(data.author_count), rows);
}

std::string coverage_section(const ReportData& data) {
  std::string rows;
  for (auto run = data.runs.rbegin(); run != data.runs.rend(); ++run) {
    rows +=
        fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                    html_text(run->listing), html_text(run->started),
                    html_text(run->coverage.empty() ? "not ended" : run->coverage), grouped(run->pages),
                    run->share ? fmt::format("{:.0f} %{}", *run->share * 100, bar(*run->share)) : "unknown");
  }
  return "<h2>Coverage</h2>\n<p class=\"soft\">Complete: every seam between pages is proven. Open: some are "
         "not. Partial: "
         "pages are missing.</p>\n" +
         scrolled(
             "Coverage of the latest runs",
             "<table><thead><tr><th scope=\"col\">listing</th><th scope=\"col\">run began</th><th "
             "scope=\"col\">coverage"
             "</th><th scope=\"col\">pages</th><th scope=\"col\">of the listing</th></tr></thead><tbody>\n" +
                 rows + "</tbody></table>");
}

std::string health_section(const ReportData& data) {
  std::string rows;
  for (const ListingStatus& listing : data.listings) {
    for (const auto& [field, share] : listing.field_health) {
      rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{:.0f} %{}</td></tr>\n",
                          html_text(listing.url), html_text(field), share * 100, bar(share));
    }
  }
  return "<h2>Health of the fields</h2>\n<p class=\"soft\">Share of the last run's cards that had the "
         "field.</p>\n" +
         scrolled("Health of the fields",
                  "<table><thead><tr><th scope=\"col\">listing</th><th scope=\"col\">field</th><th "
                  "scope=\"col\">cards that "
                  "had it</th></tr></thead><tbody>\n" +
                      rows + "</tbody></table>");
}

}  // namespace

std::string report_page(const ReportData& data) {
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<title>dekko report</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n",
      kReportStyle);
  for (const auto section : {head_section, listings_section, posts_section, changes_section, authors_section,
                             coverage_section, health_section}) {
    page += section(data);
  }
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace dekko
