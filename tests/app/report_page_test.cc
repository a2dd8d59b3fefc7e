#include "app/report_page.h"

#include <gtest/gtest.h>

#include "app/chart.h"
#include "app/html_text.h"

namespace dekko {
namespace {

TEST(HtmlText, EscapesWhatHtmlWouldRead) {
  EXPECT_EQ(html_text("<b a=\"1\" c='2'>&amp;"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
  EXPECT_EQ(html_text("a\x1b[2J"), "a\xEF\xBF\xBD[2J");
  EXPECT_EQ(html_text("a\xE2\x80\xAE"), "a\xEF\xBF\xBD");
}

std::string labels(const Columns& columns) {
  std::string text(columns.unit);
  for (const Column& column : columns.all) text += " " + column.label + "=" + std::to_string(column.parts[0]);
  return text;
}

TEST(CalendarColumns, FillTheGaps) {
  EXPECT_EQ(labels(columns_of({{"2024-02-28", {1}}, {"2024-03-01", {2}}}, 10)),
            "day 2024-02-28=1 2024-02-29=0 2024-03-01=2");
}

TEST(CalendarColumns, GrowToMonthsAndYears) {
  const std::map<std::string, Parts> days = {{"2023-12-31", {1}}, {"2024-01-01", {2}}, {"2024-02-01", {4}}};
  EXPECT_EQ(labels(columns_of(days, 10)), "month 2023-12=1 2024-01=2 2024-02=4");
  EXPECT_EQ(labels(columns_of(days, 2)), "year 2023=1 2024=6");
  EXPECT_EQ(labels(columns_of(days, 1)), "year 2024=6");
}

TEST(CalendarColumns, WhatIsNoDateIsLeftOut) {
  EXPECT_EQ(labels(columns_of({{"", {1}}, {"2024-13-01", {1}}, {"soon", {1}}}, 10)), "day");
  EXPECT_EQ(columns_of({{"0001-01-01", {1}}, {"9999-12-31", {1}}}, 120).all.size(), 120U);
}

ReportData hostile() {
  const std::string evil = "<script>alert(1)</script>\"'><img src=https://evil.example/x onerror=alert(1)>";
  ReportData data;
  ListingStatus listing;
  listing.url = listing.title = evil;
  listing.field_health = {{evil, 0.5}};
  data.listings = {listing};
  data.authors = {{evil, 3}};
  data.runs = {{evil, evil, evil, 3, 0.5}};
  data.posts = {{"2024-03-01", {2}}};
  data.changes = {{"2024-03-01", {2, 1}}};
  data.as_of = "2024-03-01T12:00:00Z";
  return data;
}

TEST(ReportPage, WhatASiteSaysIsText) {
  const std::string page = report_page(hostile());
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;"), std::string::npos);
}

TEST(ReportPage, LoadsNothing) {
  const std::string page = report_page(hostile());
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  for (const std::string loader : {"<img", "<link", "<iframe", " href=", "url(", "@import"})
    EXPECT_EQ(page.find(loader), std::string::npos) << loader;
}

TEST(ReportPage, AnEmptyDatabaseIsToldSo) {
  const std::string page = report_page({});
  EXPECT_NE(page.find("No run yet."), std::string::npos);
  EXPECT_NE(page.find("No item names an author."), std::string::npos);
  EXPECT_EQ(page.find("nan"), std::string::npos);
}

TEST(ColumnChart, StacksItsSeriesAndTellsTheNumbers) {
  const std::string chart =
      column_chart({"Changes a day", {"text", "image"}, {"day", {{"2024-03-01", {3, 1}}}}});
  EXPECT_NE(chart.find("<rect class=\"s0\" x=\"1\" y=\"25.00\" width=\"8\" height=\"75.00\">"),
            std::string::npos);
  EXPECT_NE(chart.find("<rect class=\"s1\" x=\"1\" y=\"0.00\" width=\"8\" height=\"25.00\">"),
            std::string::npos);
  EXPECT_NE(chart.find("<tr><th scope=\"row\">2024-03-01</th><td>3</td><td>1</td></tr>"), std::string::npos);
}

TEST(ColumnChart, NothingIsASentence) {
  EXPECT_EQ(column_chart({"Changes a day", {"text"}, {"day"}}), "<p>Changes a day: none.</p>\n");
}

}  // namespace
}  // namespace dekko
