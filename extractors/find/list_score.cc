#include "extractors/find/list_score.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

using Place = Outline::Place;

constexpr double kFullTitle = 30;     // octets from which on a title's length tells nothing more
constexpr double kFullProse = 200;    // likewise a dek's
constexpr double kRichCard = 2.0;     // a title and one thing more: a heading, a date or a line of prose
constexpr double kLittleProse = 20;   // the name of a thing beside its picture
constexpr double kParagraph = 100;    // an excerpt
constexpr size_t kBareTitles = 5;     // links with nothing beside them: from so many on they can be a list
constexpr double kBareTitle = 25;     // of so many octets each
constexpr size_t kSidebarTitle = 60;  // octets before a list that can be its title
constexpr int kTitleReach = 3;        // containers between a list and its title

// <article>, or what blogs call one where they do not write it (microformats.org/wiki/hentry).
bool is_post(Node node) {
  if (node.tag() == "article") return true;
  const std::string_view names = node.attribute("class").value_or("");
  return has_word(names, "post") || has_word(names, "hentry") || has_word(names, "entry") ||
         has_word(names, "product");
}

bool in_post(const Outline& outline, Place place) {
  for (; place != Outline::kNowhere; place = outline.at(place).parent) {
    if (is_post(outline.at(place).node)) return true;
  }
  return false;
}

double title_text(const Region& region) {
  return static_cast<double>(std::min<size_t>(region.title.text, 90));
}

double prose_beside(const Outline& outline, const Region& region) {
  const double all = outline.between(region.begin, region.end).text;
  return std::max(0.0, all - title_text(region));
}

bool distinct_titles(const Outline& outline, const RegionList& list) {
  if (list.size() < 3) return true;
  std::unordered_set<std::string> texts;
  for (const Region& region : list) {
    const Place end = outline.at(region.title.first).end;
    texts.insert(outline.raw_text(region.title.first, end));
  }
  return texts.size() * 2 > list.size();
}

double richness(const Outline& outline, const Region& region) {
  const Outline::Sums sums = outline.between(region.begin, region.end);
  const double title = std::min(1.0, static_cast<double>(region.title.text) / kFullTitle);
  double card = 1;
  card += region.title.heading ? 1.5 : sums.headings() > 0 ? 0.5 : 0;
  card += sums.dates > 0 ? 1.5 : 0;
  card += sums.images > 0 ? 0.75 : 0;
  card += 2 * std::min(1.0, prose_beside(outline, region) / kFullProse);
  return card * std::max(title, sums.headings() > 0 ? 0.5 : 0.2);
}

// The nearest text before `begin` inside `container`; empty if there is none or it is too long to be a title.
std::string text_before(const Outline& outline, Place container, Place begin) {
  if (outline.between(container, begin).text > kSidebarTitle) return {};
  return collapse_space(outline.raw_text(container, begin));
}

}  // namespace

ListScore score_of(const Outline& outline, const RegionList& list) {
  ListScore score{.distinct = distinct_titles(outline, list)};
  const double count = static_cast<double>(list.size());
  for (const Region& region : list) {
    const Outline::Sums sums = outline.between(region.begin, region.end);
    score.total += richness(outline, region);
    score.prose += prose_beside(outline, region) / count;
    score.dated += (sums.dates > 0 ? 1 : 0) / count;
    score.pictured += (sums.images > 0 ? 1 : 0) / count;
  }
  if (!score.distinct) score.total *= 0.3;
  score.a_card = score.total / count;
  return score;
}

bool may_be_listing(const Outline& outline, const RegionList& list, const ListScore& score) {
  const Region& first = list.front();
  const bool shows_more = score.prose > kFullTitle || score.pictured == 1;
  const bool posts = first.title.heading && in_post(outline, first.title.first) && shows_more;
  if (list.size() <= 2) return score.a_card >= kRichCard && (score.dated > 0 || posts);
  if (score.a_card >= kRichCard) return true;
  const bool headed = outline.between(first.begin, first.end).headings() > 0;
  if (headed || score.dated > 0.5) return true;
  double titles = 0;
  for (const Region& region : list) titles += static_cast<double>(region.title.text);
  const bool each_article = outline.at(first.begin).node.tag() == "article";
  return (list.size() >= kBareTitles || each_article) &&
         titles >= kBareTitle * static_cast<double>(list.size());
}

bool may_be_unlinked_titles(const Outline& outline, const RegionList& list, const ListScore& score) {
  if (score.distinct || list.size() < kBareTitles || list.front().title.text == 0) return false;
  if (score.prose < kParagraph && (score.prose < kLittleProse || score.pictured < 0.5)) return false;
  std::unordered_set<std::string> texts;
  for (const Region& region : list) {
    const Place link = region.title.first;
    texts.insert(outline.raw_text(region.begin, link) + outline.raw_text(outline.at(link).end, region.end));
  }
  return texts.size() * 2 > list.size();
}

bool is_sidebar(const Outline& outline, const RegionList& list) {
  Place container = list.front().container;
  Place begin = list.front().begin;
  for (int i = 0; i < kTitleReach && container != Outline::kNowhere; ++i) {
    const Outline::Sums before = outline.between(container, begin);
    const bool small = before.headings() > 0 && before.headings(3) == 0;
    if (before.text > 0) return titles_a_sidebar(text_before(outline, container, begin), small);
    container = outline.at(container).parent;
  }
  return false;
}

}  // namespace dekko
