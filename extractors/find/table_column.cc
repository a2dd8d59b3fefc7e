#include "extractors/find/table_column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "extractors/html/node_text.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr size_t kColumns = 64;  // of a table that a person reads; more are no listing
constexpr size_t kSteps =
    4 * kColumns;              // siblings looked at for a column: cells and what stands between them
constexpr size_t kReach = 16;  // elements between a text and its cell, a row and its table

// Folded.
constexpr std::array<std::string_view, 18> kPeople = {
    "by",    "author", "authors", "author(s)", "byline", "reporter", "writer", "writers", "contributor",
    "autor", "auteur", "autore",  "автор",     "автори", "작성자",   "기자",   "作者",    "記者"};

bool is_cell(Node node) {
  return node.tag() == "td" || node.tag() == "th";
}

Node above(Node node, std::string_view tag) {
  for (size_t i = 0; i < kReach && node && node.tag() != tag; ++i) node = node.parent();
  return node.tag() == tag ? node : Node();
}

Node cell_around(Node node) {
  for (size_t i = 0; i < kReach && node && !is_cell(node); ++i) node = node.parent();
  return is_cell(node) ? node : Node();
}

size_t span_of(Node cell) {
  const std::string_view text = cell.attribute("colspan").value_or("1");
  size_t span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return std::clamp<size_t>(span, 1, kColumns);
}

// None where the row is too long for a person to read.
std::optional<size_t> column_of(Node cell) {
  size_t column = 0, steps = 0;
  for (Node before = cell.previous_sibling(); before; before = before.previous_sibling()) {
    if (is_cell(before)) column += span_of(before);
    if (column >= kColumns || ++steps >= kSteps) return std::nullopt;
  }
  return column;
}

Node first_row(Node table) {
  Node node = table.next_in(table);
  for (size_t steps = 0; node && steps < kSteps; ++steps, node = node.next_in(table)) {
    if (node.tag() == "tr") return node;
  }
  return {};
}

}  // namespace

std::string column_title(Node inside) {
  const Node cell = cell_around(inside), table = above(cell, "table");
  auto left = table ? column_of(cell) : std::nullopt;
  if (!left) return {};
  size_t steps = 0;
  for (Node title = first_row(table).first_child(); title && ++steps < kSteps; title = title.next_sibling()) {
    if (!is_cell(title)) continue;
    if (*left < span_of(title))
      return title.tag() == "th" && !(title == cell) ? text_of(title) : std::string();
    *left -= span_of(title);
  }
  return {};
}

bool titles_people(std::string_view column_title) {
  const std::string key = fold_key(column_title);
  return key.ends_with(" by") || std::find(kPeople.begin(), kPeople.end(), key) != kPeople.end();
}

}  // namespace dekko
