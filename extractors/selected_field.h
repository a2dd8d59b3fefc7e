// The places where a profile's rule finds a field, and what stands there.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/page.h"
#include "core/url.h"
#include "extractors/html/document.h"
#include "extractors/sites/field_rule.h"

namespace dekko {

struct SelectedPlace {
  const Selector* selector = nullptr;  // of the rule, which must outlive this
  Node node = {};
  std::string value = {};  // collapsed; what the rule's pattern takes of it
};

struct SelectedPlaces {
  std::vector<SelectedPlace> places = {};   // in order of trust, then in page order; none without a value
  std::vector<std::string> unmatched = {};  // texts that the rule's pattern does not match
  bool too_many = false;  // more than limits::kMatches of one selector; the rest is not read
};

// The text of a match as the field understands it; empty where it has none.
using ValueOf = std::function<std::string(const Selector& selector, Node match)>;

// How far to look once there is a value.
enum class Reach { kFirstValue, kFirstSelector, kEverySelector };

// Looks in `scopes` (a card's nodes, or the document) and in what is below them; `:scope` is the node itself.
// A card's one node is found by `:scope` alone; of several (a <dt> and its <dd>) each is found like any other.
// A match inside one of the same selector that had something to say is part of that and not read again.
SelectedPlaces find_places(const std::vector<Node>& scopes, const FieldRule& rule, const ValueOf& value_of,
                           Reach reach);
// What a field that is one value needs to see.
Reach reach_of(const FieldRule& rule);

bool is_inside(Node node, Node other);

// What the selector's ending asks for, as a reader sees it.
std::string text_at(const Selector& selector, Node match);
// The address at a match: its attribute if the selector names one, else the first link in it or around it,
// within `scope` (null: anywhere).
std::string address_at(const Selector& selector, Node match, Node scope, const Url& base);

// The value of a field that is one text: of the first place, and a problem of `position` for texts that the
// pattern does not match, for one over limits::kFieldBytes, and, where the rule says `agree`, for the first
// that says something else. `same` compares two values.
using Same = bool (*)(std::string_view a, std::string_view b);
struct SelectedValue {
  std::optional<std::string> value = {};
  const Selector* selector = nullptr;  // that found it; null if none did
};
SelectedValue pick_value(const SelectedPlaces& found, const FieldRule& rule, Same same, int position,
                         const std::string& field, std::vector<Problem>& problems);
// The part of it that every field shares: problems for `unmatched` and `too_many`.
void note_unread(const SelectedPlaces& found, int position, const std::string& field,
                 std::vector<Problem>& problems);

}  // namespace dekko
