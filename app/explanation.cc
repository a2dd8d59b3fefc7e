#include "app/explanation.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/card_fields.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr size_t kGroups = 12;  // told; the rest is counted
constexpr size_t kCards = 5;
constexpr size_t kHeadlineWidth = 56, kNamesWidth = 28;

std::string group_line(const GroupNote& group) {
  return fmt::format("  {} {} x {} (\"{}\"): {}\n", group.chosen ? "taken:  " : "left out:", group.cards,
                     group.where, group.example, group.why);
}

// Cut or filled to a width in letters.
std::string cell(const std::string& text, size_t width) {
  std::string cut;
  size_t letters = 0;
  for (const char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && ++letters > width) break;
    cut += c;
  }
  return cut + std::string(width - std::min(width, length_of(cut)), ' ');
}

}  // namespace

std::string explained(const Page& page, const ExtractTrace& trace) {
  std::string text = fmt::format("{}: {}, {} cards", page.url, to_text(page.verdict), page.cards.size());
  const bool by_shape = trace.cards_by.empty();
  text += by_shape ? " by their shape\n" : fmt::format(" at {}\n", trace.cards_by);
  for (size_t i = 0; i < std::min(kGroups, trace.groups.size()); ++i) text += group_line(trace.groups[i]);
  if (trace.groups.size() > kGroups)
    text += fmt::format("  and {} more left out\n", trace.groups.size() - kGroups);
  if (by_shape && trace.groups.empty()) text += "  no links stand in like places\n";
  for (const Problem& problem : page.problems)
    text += fmt::format("  {}: {}{}{}\n", problem.field, problem.reason, problem.excerpt.empty() ? "" : " · ",
                        problem.excerpt);
  return text;
}

std::string card_table(const Page& page) {
  std::string text;
  for (size_t i = 0; i < std::min(kCards, page.cards.size()); ++i) {
    const Card& card = page.cards[i];
    std::string line = fmt::format("{:>4}  {}  {}  {}", card.position, cell(card.published.value_or("-"), 10),
                                   cell(card.headline.value_or("-"), kHeadlineWidth),
                                   cell(value_of(card, "bylines").value_or("-"), kNamesWidth));
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  if (page.cards.size() > kCards) text += fmt::format("      and {} more\n", page.cards.size() - kCards);
  return text;
}

}  // namespace dekko
