// Listings put into mark-up of every sort, so that nothing hangs on one: the six layouts say which lines a
// card shows, the skins say with which elements.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dekko::markup {

struct Entry {
  std::string headline;
  std::string dek;
  std::string kicker;                // shown by the layouts that show kickers; empty: not on this card
  std::vector<std::string> authors;  // empty: neither byline nor date
  std::string date;                  // "March 19, 2024"
  std::string path;                  // "/pro/some-slug/"
};

struct Listing {
  std::string title;
  std::string description;
  std::string banner;  // the day of the crawl, at the top of the page
  std::vector<Entry> entries;
  std::string pager;  // "1 2 3 4 113"
};

enum class Layout { kA20, kP21, kP22, kP24A, kT24P, kT24N };
inline constexpr Layout kLayouts[] = {Layout::kA20,  Layout::kP21,  Layout::kP22,
                                      Layout::kP24A, Layout::kT24P, Layout::kT24N};
std::string_view name_of(Layout layout);
bool shows_kicker(Layout layout);

// Elements and classes of a page. kHeldBack was written last and never tuned against.
enum class Skin { kArticles, kTable, kBareDivs, kInlineList, kWholeLink, kDefinitions, kRows, kHeldBack };
inline constexpr Skin kSkins[] = {Skin::kArticles,  Skin::kTable,       Skin::kBareDivs, Skin::kInlineList,
                                  Skin::kWholeLink, Skin::kDefinitions, Skin::kRows,     Skin::kHeldBack};
std::string_view name_of(Skin skin);

// The whole page: head, menu, banner date, heading, cards, pager, a sidebar of the same elements, footer.
std::string render(const Listing& listing, Layout layout, Skin skin);

}  // namespace dekko::markup
