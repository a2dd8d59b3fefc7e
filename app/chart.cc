#include "app/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/html_text.h"
#include "app/run_report.h"

namespace dekko {

namespace {

constexpr int kColumnWidth = 10, kHeight = 100;  // of the drawing; the page stretches it

int64_t sum_of(const Parts& parts) {
  return std::accumulate(parts.begin(), parts.end(), int64_t{0});
}

int64_t highest(const Columns& columns) {
  int64_t most = 0;
  for (const Column& column : columns.all) most = std::max(most, sum_of(column.parts));
  return most;
}

std::string drawn_column(const ColumnChart& chart, size_t place, int64_t most) {
  const Column& column = chart.columns.all[place];
  std::string rects;
  double top = kHeight;
  for (size_t part = 0; part < chart.series.size(); ++part) {
    const double height = double(column.parts[part]) / double(most) * kHeight;
    top -= height;
    if (height == 0) continue;
    rects += fmt::format(
        "<rect class=\"s{}\" x=\"{}\" y=\"{:.2f}\" width=\"{}\" height=\"{:.2f}\"><title>{}: {} "
        "{}</title></rect>",
        part, place * kColumnWidth + 1, top, kColumnWidth - 2, height, column.label,
        grouped(column.parts[part]), html_text(chart.series[part]));
  }
  return rects;
}

std::string drawing(const ColumnChart& chart, int64_t most) {
  std::string svg =
      fmt::format("<svg role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\">",
                  html_text(chart.title), chart.columns.all.size() * kColumnWidth, kHeight);
  for (size_t place = 0; place < chart.columns.all.size(); ++place) svg += drawn_column(chart, place, most);
  return svg + "</svg>";
}

std::string legend(const ColumnChart& chart) {
  if (chart.series.size() < 2) return "";
  std::string items;
  for (size_t part = 0; part < chart.series.size(); ++part) {
    items += fmt::format(
        "<li><svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect class=\"s{}\" width=\"1\" "
        "height=\"1\"/></svg>{}</li>",
        part, html_text(chart.series[part]));
  }
  return "<ul class=\"legend\">" + items + "</ul>";
}

std::string numbers(const ColumnChart& chart) {
  std::string head = fmt::format("<th scope=\"col\">{}</th>", chart.columns.unit);
  for (const std::string& name : chart.series)
    head += fmt::format("<th scope=\"col\">{}</th>", html_text(name));
  std::string rows;
  for (const Column& column : chart.columns.all) {
    if (sum_of(column.parts) == 0) continue;
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", column.label);
    for (size_t part = 0; part < chart.series.size(); ++part) {
      rows += fmt::format("<td>{}</td>", grouped(column.parts[part]));
    }
    rows += "</tr>\n";
  }
  return fmt::format(
      "<details><summary>The numbers</summary><table><caption>{}</caption><thead><tr>{}</tr></thead>"
      "<tbody>\n{}</tbody></table></details>",
      html_text(chart.title), head, rows);
}

}  // namespace

std::string column_chart(const ColumnChart& chart) {
  const int64_t most = highest(chart.columns);
  if (most == 0) return fmt::format("<p>{}: none.</p>\n", html_text(chart.title));
  const std::vector<Column>& columns = chart.columns.all;
  const std::string end = columns.size() > 1 ? fmt::format("<span>{}</span>", columns.back().label) : "";
  return fmt::format(
      "<figure><figcaption>{}</figcaption>{}\n<div style=\"max-width:{}rem\"><div class=\"most\">{}</div>"
      "<div class=\"plot\">{}</div><div class=\"axis\"><span>{}</span>{}</div></div>\n{}</figure>\n",
      html_text(chart.title), legend(chart), std::max<size_t>(columns.size() * 3, 6), grouped(most),
      drawing(chart, most), columns.front().label, end, numbers(chart));
}

std::string bar(double share) {
  return fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"s0\" width=\"{:.1f}\" height=\"10\"/></svg>",
      std::clamp(share, 0.0, 1.0) * 100);
}

}  // namespace dekko
