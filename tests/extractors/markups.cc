#include "tests/extractors/markups.h"

#include <fmt/format.h>

#include <ostream>

namespace dekko::markup {

namespace {

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) html += c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  return html;
}

std::string slug_of(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    if (c == ' ') slug += '-';
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) slug += static_cast<char>(c | 0x20);
  }
  return slug;
}

std::string authors_of(const Story& story, const Markup& markup) {
  std::string html;
  for (size_t i = 0; i < story.authors.size(); ++i) {
    const bool last = i + 1 == story.authors.size() && !markup.last_bar.empty();
    if (i > 0) html += last ? markup.last_bar : markup.bar;
    html += fmt::format(fmt::runtime(markup.author), fmt::arg("name", escaped(story.authors[i])),
                        fmt::arg("slug", slug_of(story.authors[i])));
  }
  return html;
}

std::string card_of(const Story& story, const Markup& markup, std::string_view card) {
  return fmt::format(fmt::runtime(card), fmt::arg("path", story.path),
                     fmt::arg("title", escaped(story.headline)), fmt::arg("dek", escaped(story.dek)),
                     fmt::arg("kicker", escaped(story.kicker)), fmt::arg("by", authors_of(story, markup)),
                     fmt::arg("date", date_of(story, markup)), fmt::arg("day", story.day),
                     fmt::arg("image", story.image));
}

}  // namespace

void PrintTo(const Markup& markup, std::ostream* out) {
  *out << markup.name;
}

const std::vector<Story>& stories() {
  static const std::vector<Story> all = {
      {"News",
       "Two cranes from the old coal pier go to a museum that has no room for them",
       "Curators ask neighbours for a field, and the port offers to pay a year of its rent",
       {"Maren Holt"},
       "2024-03-19",
       "/harbour/two-cranes-to-a-museum/",
       "/media/cranes-0319.jpg"},
      {"News",
       "Harbour master’s ‘last word’ on the dredging row lasts for one afternoon",
       "Council overturns the order by four votes as fishermen wait at the door of the hall",
       {"Iain O’Dowd"},
       "2024-03-18",
       "/harbour/last-word-on-dredging/",
       "/media/dredger-0318.jpg"},
      {"Analysis",
       "Why the night ferry sails half empty and still earns more than the one at noon",
       "Freight pays for the cabins, say three people who have read the line’s accounts",
       {"Tove Lindqvist", "Iain O’Dowd"},
       "2024-03-18",
       "/harbour/why-the-night-ferry-earns/",
       "/media/ferry-0318.jpg"},
      {"",
       "Salt & Sons closes its net loft after 112 years on the north quay",
       "The last eleven menders will move to a shed behind the ice works until the summer",
       {"Maren Holt"},
       "2024-03-16",
       "/harbour/salt-and-sons-closes/",
       "/media/nets-0316.jpg"},
      {"News",
       "Pilots call for a second tug after the third near miss since New Year",
       "Inquiry hears that the only boat on duty was towing a pontoon when the tanker lost power",
       {"Ana-Lucía Ferrer"},
       "2024-03-15",
       "/harbour/pilots-call-for-a-second-tug/",
       "/media/tug-0315.jpg"},
      {"News",
       "Breakwater to grow by 40 meters, engineers say, if the rock arrives by May",
       "Quarry owners want a new road first, and the county wants somebody else to build it",
       {"J. R. Okafor", "Maren Holt", "Tove Lindqvist"},
       "2024-03-15",
       "/harbour/breakwater-to-grow/",
       "/media/breakwater-0315.jpg"},
      {"Opinion",
       "A fish market without fish: what the refit of Hall 3 forgot to ask",
       "Stall holders wanted drains and cold rooms, and were given a glass roof with a view",
       {"Desmond McInnes"},
       "2024-03-15",
       "/harbour/a-fish-market-without-fish/",
       "/media/hall-0315.jpg"},
      {"News",
       "Customs finds 300 clocks in a shipment that was declared as garden gnomes",
       "Importer says a clerk mixed up two orders, and asks to have the gnomes back",
       {"Iain O’Dowd", "Ana-Lucía Ferrer"},
       "2024-03-14",
       "/harbour/clocks-declared-as-gnomes/",
       "/media/clocks-0314.jpg"},
      {"",
       "Lighthouse keepers return for one week to train the people who replaced them",
       "Nobody at the control room had ever seen the lamp by daylight, say both sides",
       {"Tove Lindqvist"},
       "2024-03-14",
       "/harbour/lighthouse-keepers-return/",
       "/media/lamp-0314.jpg"},
      {"Report",
       "Port’s own count of gulls is off by a factor of ten, students find",
       "Class of fourteen spent six mornings on the roof of the grain store with a ladder",
       {"Maren Holt", "Desmond McInnes"},
       "2024-03-13",
       "/harbour/count-of-gulls-is-off/",
       "/media/gulls-0313.jpg"}};
  return all;
}

std::string date_of(const Story& story, const Markup& markup) {
  return fmt::format(fmt::runtime(markup.date), fmt::arg("d", std::stoi(story.day.substr(8))),
                     fmt::arg("day", story.day));
}

std::string render(const std::vector<Story>& stories, const Markup& markup) {
  std::string cards, pager;
  for (size_t i = 0; i < stories.size(); ++i) {
    if (markup.every > 0 && i > 0 && i % markup.every == 0)
      cards += fmt::format(fmt::runtime(markup.between), fmt::arg("i", i));
    const bool first = i == 0 && !markup.first.empty();
    cards += card_of(stories[i], markup, first ? markup.first : markup.card);
  }
  for (const int number : {2, 3, 4, 57})
    pager += fmt::format(" <a href=\"/topics/harbour-works/page/{0}/\">{0}</a>", number);
  return fmt::format(fmt::runtime(markup.page), fmt::arg("title", kListingTitle),
                     fmt::arg("description", kListingDescription), fmt::arg("cards", cards),
                     fmt::arg("pager", pager));
}

}  // namespace dekko::markup
