// What a listing page says: its cards, its pager, its problems. The words that every room shares.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// Something that was set aside or looks wrong, with a reason from a closed set and an excerpt for a person.
// position: the card's, 0 for the page. field: a field of the card or page record ("headline", "charset", ...).
struct Problem {
  int position = 0;
  std::string field;
  std::string reason;
  std::string excerpt = {};
  bool operator==(const Problem&) const = default;
};

// name: as served. key: what spellings of one person share (quotes, accents and case folded).
struct Author {
  std::string name;
  std::string key;
  bool operator==(const Author&) const = default;
};

// One entry as the page shows it. Text is UTF-8, white space collapsed and trimmed.
struct Card {
  int position = 0;  // from 1, in page order
  std::string url;   // absolute, without fragment; empty only before sanity
  std::optional<std::string> headline = {};
  std::optional<std::string> dek = {};
  std::optional<std::string> kind = {};  // the kicker as served
  std::vector<Author> bylines = {};
  std::optional<std::string> published = {};       // YYYY-MM-DD, or RFC 3339 with offset where a time is shown
  std::optional<std::string> published_text = {};  // as served
  std::optional<std::string> image = {};           // absolute
  // What headline and dek say with their typography set aside, as Author::key does for names; no field of the
  // record. Empty where there is no text.
  std::string headline_key = {}, dek_key = {};
  std::vector<Problem> problems = {};
};

enum class Verdict {
  kListing,       // cards, as expected
  kPastTheEnd,    // heading, no cards, beyond the pager
  kEmpty,         // a listing that says it has nothing
  kNotAListing,   // login, consent, challenge, error page
  kUnrecognized,  // looks like a listing whose layout the profile does not know
};

// "listing", "past_the_end", "empty", "not_a_listing", "unrecognized"
std::string_view to_text(Verdict verdict);
std::optional<Verdict> parse_verdict(std::string_view text);

struct Page {
  std::string url = {};
  std::string listing = {};  // the listing's own address without page number and noise parameters
  std::optional<std::string> title = {};
  std::optional<std::string> description = {};
  int page = 1;
  std::optional<int> page_count = {};    // the largest number the pager shows
  std::optional<std::string> next = {};  // absolute; none on the last page
  std::string charset = {};              // WHATWG name in lower case, e.g. "utf-8"
  std::string profile = {};              // the profile's name; "shape" where none matched
  std::string profile_fingerprint = {};  // changes whenever the profile's text or the way of reading changes
  Verdict verdict = Verdict::kUnrecognized;
  std::vector<Problem> problems = {};
  std::vector<Card> cards = {};
};

}  // namespace dekko
