#include "extractors/find/dated_line.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/find/card_marks.h"
#include "extractors/find/heading_kicker.h"
#include "extractors/html/node_text.h"

namespace dekko {

namespace {

using Trust = DatedLine::Trust;

// Elements on one line: a byline of many authors has a dozen, a paragraph full of links is none.
constexpr size_t kBylinePieces = 48;
constexpr size_t kAgedOctets = 96;        // a byline of two with an age and a count
constexpr size_t kSegmentedOctets = 200;  // a byline with topics and counts after it

// A day in the text is what the card shows; the attribute speaks where the text cannot or counts from now.
std::optional<FoundDate> date_of_time(const Piece& piece, const CardRules& rules) {
  const auto& shown = rules.dates.whole(piece.text);
  if (shown && !shown->from_now) return *shown;
  if (const auto told = machine_date(piece.time))
    return FoundDate{.value = read_datetime_attribute(*told)->value, .text = piece.text};
  if (shown) return *shown;
  return std::nullopt;
}

void append(Line& line, const Piece& piece) {
  line.text.append(line.text.empty() || piece.glued ? "" : " ").append(piece.text);
  line.pieces.push_back(piece);
}

Line part_of(const Line& line, size_t begin, size_t end) {
  Line part{.text = {}, .pieces = {}, .in_heading = line.in_heading, .in_title_link = line.in_title_link};
  for (size_t i = begin; i < end; ++i) append(part, line.pieces[i]);
  return part;
}

Line without_piece(const Line& line, size_t i) {
  Line rest = part_of(line, 0, i);
  for (size_t after = i + 1; after < line.pieces.size(); ++after) append(rest, line.pieces[after]);
  return rest;
}

// Where a text is cut by bars and dots, its parts: "By Jane Doe | March 3, 2024 | 0 Comments".
std::vector<std::string_view> segments_of(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kBars = {" | ", " · ", " • ", " / ", " — "};
  std::vector<std::string_view> segments;
  for (size_t at = 0, begin = 0; at <= text.size();) {
    const auto stands_here = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
    const bool may_stand = at < text.size() && text[at] == ' ';
    const auto bar = may_stand ? std::find_if(kBars.begin(), kBars.end(), stands_here) : kBars.end();
    if (at == text.size() || bar != kBars.end()) segments.push_back(text.substr(begin, at - begin));
    at += bar != kBars.end() ? bar->size() : 1;
    if (bar != kBars.end()) begin = at;
  }
  return segments;
}

// Beside a <time>, all of the line that is no count or remark: what leads up to it, else the next part of a
// line in bars that says whose name it is. "March 3, 2024 | By Jane Doe | 5 min read".
Names names_beside(const Line& line, size_t time, const CardRules& rules) {
  Names names = names_on(line, rules);
  if (!names.empty() || line.text.size() > kSegmentedOctets) return names;
  size_t at = 0;
  for (size_t i = 0; i < time; ++i) at = line.text.find(line.pieces[i].text, at) + line.pieces[i].text.size();
  at = line.text.find(line.pieces[time].text, at);
  for (const std::string_view segment : segments_of(line.text)) {
    const size_t begin = static_cast<size_t>(segment.data() - line.text.data());
    const size_t end = begin + segment.size();
    if (end <= at) continue;
    const bool of_time = begin <= at;
    if (!of_time && !has_byline_prefix(segment, rules.bylines)) break;
    names = of_time ? names_on(line, 0, end, rules) : names_on(line, begin, end, rules);
    if (names.empty() && of_time) names = names_on(line, 0, at, rules);
    if (!names.empty() || !of_time) break;
  }
  return names;
}

std::optional<DatedLine> by_element(const Line& line, const CardRules& rules, std::string& unreadable) {
  for (size_t i = 0; i < line.pieces.size(); ++i) {
    const Piece& piece = line.pieces[i];
    if (!piece.time) continue;
    if (const auto date = date_of_time(piece, rules))
      return DatedLine{0, *date, names_beside(line, i, rules), without_piece(line, i).text, Trust::kElement};
    unreadable = piece.text;
  }
  return std::nullopt;
}

// A dek may end in a date too: before it stand words that are no names.
std::optional<DatedLine> by_text(const Line& line, const CardRules& rules) {
  if (const auto& whole = rules.dates.whole(line.text)) return DatedLine{0, *whole, {}, {}, Trust::kWhole};
  const auto& end = rules.dates.at_end(line.text);
  if (!end) return std::nullopt;
  Names names = names_on(line, 0, end->begin, rules);
  if (names.empty() && end->begin > 0) return std::nullopt;
  return DatedLine{0, *end, std::move(names), line.text.substr(0, end->begin), Trust::kWhole};
}

std::optional<DatedLine> by_piece(const Line& line, const CardRules& rules) {
  if (line.pieces.size() < 2 || line.pieces.size() > kBylinePieces) return std::nullopt;
  for (size_t i = 0; i < line.pieces.size(); ++i) {
    const auto& date = rules.dates.whole(line.pieces[i].text);
    if (!date) continue;
    const Line others = without_piece(line, i);
    return DatedLine{0, *date, names_on(others, rules), others.text, Trust::kPiece};
  }
  return std::nullopt;
}

// A date between bars; the names before it are its own, what follows is a topic or a count.
std::optional<DatedLine> by_segment(const Line& line, const CardRules& rules) {
  if (line.text.size() > kSegmentedOctets) return std::nullopt;
  for (const std::string_view segment : segments_of(line.text)) {
    const auto& date = rules.dates.whole(segment);
    if (!date) continue;
    const size_t before = static_cast<size_t>(segment.data() - line.text.data());
    return DatedLine{0, *date, names_on(line, 0, before, rules), line.text.substr(0, before), Trust::kPiece};
  }
  return std::nullopt;
}

bool is_better(const DatedLine& found, const DatedLine& best) {
  if (found.date.value.empty() != best.date.value.empty()) return best.date.value.empty();
  return found.trust > best.trust || (found.trust == best.trust && found.trust == Trust::kWhole);
}

// From which piece on a line is nothing but names and a date; 0 where it all is, or no part of it.
size_t byline_begin(const Line& line, const CardRules& rules) {
  const auto in_block = [](const Piece& piece) { return is_block(piece.element); };
  if (line.pieces.size() < 2 || line.pieces.size() > kBylinePieces) return 0;
  if (std::any_of(line.pieces.begin(), line.pieces.end(), in_block)) return 0;
  if (!rules.dates.at_end(line.text) || by_text(line, rules)) return 0;
  for (size_t from = 1; from < line.pieces.size(); ++from) {
    const Line rest = part_of(line, from, line.pieces.size());
    if (!rules.dates.at_end(rest.text)) return 0;
    if (by_text(rest, rules)) return from;
  }
  return 0;
}

bool is_date(const Piece& piece, const CardRules& rules) {
  return piece.time || rules.dates.whole(piece.text);
}

// A card that is one link with a <span> for each part, the date among them: style sheets make them lines.
bool is_row_in_link(const Line& line, const CardRules& rules) {
  if (!line.in_title_link || line.in_heading) return false;
  if (line.pieces.size() < 2 || line.pieces.size() > kBylinePieces) return false;
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [&](const Piece& piece) { return is_date(piece, rules); });
}

// Which piece of a heading is a day at one end of it: "<h4><span>2024-03-05</span>Title</h4>".
std::optional<size_t> day_in_heading(const Line& line, const CardRules& rules) {
  const size_t size = line.pieces.size();
  if (!line.in_heading || size < 2 || size > kBylinePieces) return std::nullopt;
  if (is_date(line.pieces.front(), rules)) return 0;
  return is_date(line.pieces.back(), rules) ? std::optional(size - 1) : std::nullopt;
}

// "Jane Doe 03/04/2024", where the order of day and month is not known.
std::optional<DatedLine> by_unclear(const Line& line, const CardRules& rules) {
  const std::string_view unclear = rules.dates.unclear_at_end(line.text);
  if (unclear.empty()) return std::nullopt;
  const size_t begin = line.text.size() - unclear.size();
  Names names = names_on(line, 0, begin, rules);
  if (names.empty() && begin > 0) return std::nullopt;
  FoundDate date{.value = {}, .text = std::string(unclear), .begin = begin, .doubt = "ambiguous_date"};
  return DatedLine{0, std::move(date), std::move(names), line.text.substr(0, begin), Trust::kPiece};
}

// "By Jane Doe 2 weeks ago" has no mark before its age and needs none.
std::string_view age_at_end(std::string_view segment, const CardRules& rules) {
  const std::string_view marked = rules.dates.coarse_age_at_end(segment);
  if (!marked.empty() || !has_byline_prefix(segment, rules.bylines)) return marked;
  for (size_t space = segment.find(' '); space != segment.npos; space = segment.find(' ', space + 1)) {
    const std::string_view rest = segment.substr(space + 1);
    if (rules.dates.coarse_age_at_end(rest) == rest) return rest;
  }
  return {};
}

// "Jane Doe • 2 weeks ago", perhaps with a count after it: who, and nothing of a day.
std::optional<DatedLine> by_age(const Line& line, const CardRules& rules) {
  if (line.text.size() > kAgedOctets) return std::nullopt;
  for (const std::string_view segment : segments_of(line.text)) {
    const std::string_view age = age_at_end(segment, rules);
    if (age.empty()) continue;
    const size_t begin = static_cast<size_t>(age.data() - line.text.data());
    Names names = names_on(line, 0, begin, rules);
    if (names.empty() && begin > 0) return std::nullopt;
    FoundDate date{.value = {}, .text = std::string(age), .begin = begin, .doubt = "unreadable_date"};
    return DatedLine{0, std::move(date), std::move(names), line.text.substr(0, begin), Trust::kPiece};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DatedLine> find_dated_line(const CardLines& card, const std::vector<bool>& taken,
                                         const CardRules& rules, std::string& unreadable) {
  std::optional<DatedLine> best;
  for (size_t i = 0; i < card.lines.size(); ++i) {
    if (taken[i]) continue;
    auto found = by_element(card.lines[i], rules, unreadable);
    if (!found) found = by_text(card.lines[i], rules);
    if (!found) found = by_piece(card.lines[i], rules);
    if (!found) found = by_segment(card.lines[i], rules);
    if (!found) found = by_unclear(card.lines[i], rules);
    if (!found) found = by_age(card.lines[i], rules);
    if (!found || (best && !is_better(*found, *best))) continue;
    found->line = i;
    best = std::move(found);
  }
  if (best) unreadable.clear();
  return best;
}

void part_lines(CardLines& card, const CardRules& rules) {
  std::vector<Line> lines;
  std::vector<size_t> places;  // of each line in the new order
  for (Line& line : card.lines) {
    places.push_back(lines.size());
    if (is_row_in_link(line, rules)) {
      for (size_t i = 0; i < line.pieces.size(); ++i) lines.push_back(part_of(line, i, i + 1));
      continue;
    }
    if (const auto day = day_in_heading(line, rules)) {
      if (*day > 0) lines.push_back(part_of(line, 0, *day));
      lines.push_back(part_of(line, *day, *day + 1));
      lines.back().in_heading = false;
      if (*day == 0) lines.push_back(part_of(line, 1, line.pieces.size()));
      continue;
    }
    const size_t kicker = heading_kicker(line);
    const size_t from = kicker > 0 ? kicker : byline_begin(line, rules);
    if (from > 0) lines.push_back(part_of(line, 0, from));
    if (kicker > 0) lines.back().in_heading = false;
    lines.push_back(from > 0 ? part_of(line, from, line.pieces.size()) : std::move(line));
  }
  for (Picture& picture : card.pictures) {
    picture.line = picture.line < places.size() ? places[picture.line] : lines.size();
  }
  card.lines = std::move(lines);
}

}  // namespace dekko
