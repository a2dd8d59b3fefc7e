// One listing of ten stories in many ways of marking up, as sites do that know nothing of each other: what is
// shown is the same, elements, names, order, form of dates and everything around the cards are not.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace dekko::markup {

struct Story {
  std::string kicker;  // empty: not on this card
  std::string headline;
  std::string dek;
  std::vector<std::string> authors;
  std::string day;    // "2024-03-19"
  std::string path;   // "/harbour/some-slug/"
  std::string image;  // "/media/some-slug.jpg"
};

// A way of marking up, in templates: {cards} and {pager} stand in a page; {path} {title} {dek} {kicker} {by}
// {date} {day} {image} in a card; {name} and {slug} in an author.
struct Markup {
  std::string_view name;
  std::string_view page;
  std::string_view card;
  std::string_view first = {};  // of the first card, where it is of another shape
  std::string_view author = "{name}";
  std::string_view bar = ", ";                // between authors
  std::string_view last_bar = {};             // before the last of them, where it is another
  std::string_view date = "March {d}, 2024";  // {d} is the day of the month, {day} all of it
  std::string_view between = {};              // stands before every `every`th card but the first
  size_t every = 0;
};

void PrintTo(const Markup& markup, std::ostream* out);  // GoogleTest asks for it by this name

const std::vector<Markup>& markups();
// The ten stories of "Harbour works", latest first.
const std::vector<Story>& stories();
inline constexpr std::string_view kListingTitle = "Harbour works";
inline constexpr std::string_view kListingDescription = "Cranes, dredgers and the people who pay for them";

// The story's day as pages in this markup write it.
std::string date_of(const Story& story, const Markup& markup);
std::string render(const std::vector<Story>& stories, const Markup& markup);

}  // namespace dekko::markup
