// What pages say when they show no list, in the words that sites use for it.
#pragma once

#include <optional>
#include <string_view>

namespace dekko {

// "Nothing found", "No posts yet", "Keine Beiträge", "…はありませんでした": for a page that shows no card.
bool says_nothing_found(std::string_view line);
// The same as a whole statement, which nothing but an answer makes: "No results found for fog". Cards below
// it are what the site offers instead.
bool states_nothing_found(std::string_view line);

// What stands in place of a listing.
enum class Stranger { kLogin, kConsent, kChallenge, kError, kMaintenance };
std::string_view to_text(Stranger stranger);  // "login", "consent", "challenge", "error", "maintenance"

// How sure a title is of it: it only begins so ("Login problems at banks"); it, or a part of it between
// separators, says just that, as a topic might ("Login | Example"); or in words that no topic has ("Page not
// found").
enum class Sureness { kBegins, kSays, kCertain };

struct StrangerTitle {
  Stranger kind = Stranger::kError;
  Sureness sureness = Sureness::kBegins;
};
// Told by a title or heading: "Just a moment...", "Page not found | Example". Of several the surest.
std::optional<StrangerTitle> stranger_titled(std::string_view title);

// "/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1", "px-captcha": an address, id or class name
// that only a page in place of another has.
std::optional<Stranger> stranger_marked(std::string_view attribute);

}  // namespace dekko
