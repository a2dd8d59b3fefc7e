#include "tests/support/post.h"

#include <fmt/format.h>

#include "tests/support/prng.h"

namespace dekko::site {
namespace {

constexpr std::chrono::sys_days kNewest = std::chrono::year{2024} / 3 / 19;
constexpr int kPostsADay = 3;

constexpr const char* kPlaces[] = {"Harbor",   "Lighthouse", "Island",     "Old town",
                                   "Marsh",    "Ferry",      "Upper mill", "Orchard",
                                   "Causeway", "Salt flats", "Quarry",     "Observatory"};
constexpr const char* kActors[] = {"council", "choir",     "guild",   "diving club", "bakery", "archive",
                                   "museum",  "fire crew", "library", "society",     "school", "pilot"};
constexpr const char* kDeeds[] = {"opens",    "repaints", "maps",   "lends out", "counts",  "rebuilds",
                                  "auctions", "defends",  "floods", "restores",  "renames", "measures"};
constexpr const char* kThings[] = {"the tide clock",      "a forgotten tunnel", "its oldest boat",
                                   "seven stone wells",   "the winter market",  "a borrowed crane",
                                   "the signal tower",    "every garden gate",  "the night timetable",
                                   "a field of thistles", "the paper mill",     "two rival bridges"};
constexpr const char* kTails[] = {"after a long spring", "ahead of the regatta", "despite the fog",
                                  "for the third time",  "with borrowed tools",  "to nobody's surprise",
                                  "in one afternoon",    "without a permit",     "before the census"};
constexpr const char* kDekOpenings[] = {"Residents expect",   "Records suggest",    "Two reports describe",
                                        "The mayor promises", "Neighbors remember", "A new survey finds"};
constexpr const char* kDekMiddles[] = {
    "fewer delays on the northern quay",      "a quieter season than the last",
    "more visitors than the square can hold", "repairs that outlast the paint",
    "a dispute over who keeps the key",       "higher prices for rope and lamp oil"};
constexpr const char* kDekEndings[] = {"while the work goes on", "as the harbor waits for a decision",
                                       "though nobody signed the plan", "and the choir rehearses next door",
                                       "once the scaffolding comes down"};
constexpr const char* kAuthors[] = {"Orla Fenwick",        "Dario Pell",   "Jin",
                                    "Th\u00e9a Marchetti", "Won-Gi Tarr",  "Anders V. Quill",
                                    "Mira DeLoach",        "Sean O'Dwyer", "Sean O\u2019Dwyer",
                                    "The Gazette Desk",    "Bo Lindqvist", "Ines Carrow"};
constexpr const char* kKickers[] = {"News", "Analysis", "COLUMN", "Podcast", "GAZETTE PRO"};

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string slug_of(const std::string& text) {
  std::string slug;
  for (char c : lowered(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

// The odd shapes are those that real headlines have and naive rules break on.
std::string headline(Prng& prng) {
  std::string subject = fmt::format("{} {}", prng.pick(kPlaces), prng.pick(kActors));
  std::string deed = fmt::format("{} {} {}", prng.pick(kDeeds), prng.pick(kThings), prng.pick(kTails));
  switch (prng.below(16)) {
    case 0:
      return fmt::format("3,000 days in: {} {}", lowered(subject), deed);
    case 1:
      return fmt::format("{} {}, at a cost of $230M", subject, deed);
    case 2:
      return fmt::format("Review: {} {}", subject, deed);
    case 3:
      return fmt::format("{} {} by June 2021", subject, deed);
    case 4:
      return fmt::format("\u2018{}\u2019 no more. {} {}", prng.pick(kPlaces), subject, deed);
    case 5:
      return fmt::format("{}'s secret: @{} {}", subject, prng.pick(kActors), deed);
    case 6:
      return fmt::format("{} & sons: who {} <it>", subject, deed);
    default:
      return fmt::format("{} {}", subject, deed);
  }
}

std::string dek(Prng& prng) {
  std::string text =
      fmt::format("{} {} {}", prng.pick(kDekOpenings), prng.pick(kDekMiddles), prng.pick(kDekEndings));
  switch (prng.below(10)) {
    case 0:
      return text + ", from Feb. 1, 2021 to Feb. 28, 2021";
    case 1:
      return fmt::format("\u201c{}\u201d", text);
    default:
      return text;
  }
}

std::vector<std::string> authors(Prng& prng) {
  std::string first = prng.pick(kAuthors);
  std::string second = prng.pick(kAuthors);
  if (prng.one_in(7) && first != second) return {first, second};
  return {first};
}

// Runs of two come from asking the even neighbour as well.
bool is_unsigned(uint64_t seed, int rank) {
  auto marked = [&](int of, size_t odds) {
    return Prng(seed * 31 + static_cast<uint64_t>(static_cast<int64_t>(of)) * 2654435761u).one_in(odds);
  };
  return marked(rank, 25) || (marked(rank - 1, 25) && rank % 2 == 0);
}

std::chrono::sys_days day_of(int rank) {
  int days = rank >= 0 ? rank / kPostsADay : -((-rank + kPostsADay - 1) / kPostsADay);
  return kNewest - std::chrono::days{days};
}

}  // namespace

std::string long_date(std::chrono::sys_days day) {
  constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  std::chrono::year_month_day date{day};
  return fmt::format("{} {}, {}", kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<unsigned>(date.day()), static_cast<int>(date.year()));
}

Post make_post(uint64_t seed, int rank, int revision) {
  Prng prng(seed ^ (static_cast<uint64_t>(static_cast<int64_t>(rank)) * 0x9e3779b97f4a7c15u));
  Post post;
  post.headline = headline(prng);
  post.published = day_of(rank);
  std::chrono::year_month_day date{post.published};
  std::string slug = fmt::format("{}-r{}", slug_of(post.headline),
                                 rank < 0 ? fmt::format("n{}", -rank) : std::to_string(rank));
  post.path =
      fmt::format("/{}/{:02}/{}/", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), slug);
  post.image = fmt::format("/media/{}.jpg", slug);
  post.dek = dek(prng);
  post.kicker = prng.pick(kKickers);
  post.often_kicked = prng.one_in(3);
  post.has_avatar = !prng.one_in(12);
  post.authors = authors(prng);
  if (is_unsigned(seed, rank)) post.authors.clear();
  for (int r = 0; r < revision; ++r) post.headline = headline(prng);
  return post;
}

}  // namespace dekko::site
