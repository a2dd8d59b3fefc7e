#include "extractors/selected_page.h"

#include <algorithm>

#include "extractors/fields/links.h"
#include "extractors/find/page_links.h"
#include "extractors/html/node_text.h"
#include "extractors/selected_field.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// Pages carry their "nothing found" hidden, to show it when a script finds nothing.
bool is_shown(Node node) {
  for (; node; node = node.parent()) {
    if (is_hidden(node)) return false;
  }
  return true;
}

class PageFields {
 public:
  PageFields(Node root, const Profile& profile, const Url& base)
      : root_(root), profile_(profile), base_(base) {}

  SelectedPage read() {
    page_.title = text("title");
    page_.description = text("description");
    read_pager();
    read_next();
    page_.says_nothing = first_sign(profile_.empty_signs).has_value();
    page_.stranger = first_sign(profile_.stranger_signs);
    return std::move(page_);
  }

 private:
  std::optional<std::string> pick(const std::string& field, const FieldRule& rule,
                                  const SelectedPlaces& found) {
    SelectedValue picked = pick_value(found, rule, says_the_same, 0, field, page_.problems);
    if (picked.value) page_.found.push_back({0, field, picked.selector->text()});
    return std::move(picked.value);
  }

  std::optional<std::string> text(const std::string& field) {
    const FieldRule* rule = profile_.rule(field);
    if (rule == nullptr) return std::nullopt;
    return pick(field, *rule, find_places({root_}, *rule, text_at, reach_of(*rule)));
  }

  void read_pager() {
    const FieldRule* rule = profile_.rule("pager");
    if (rule == nullptr) return;
    const SelectedPlaces found = find_places({root_}, *rule, text_at, reach_of(*rule));
    const auto shown = pick("pager", *rule, found);
    if (!shown) return;
    page_.pager = found.places.front().node;
    if (!rule->pattern) return;
    page_.page_count = page_number_of(*shown);
    if (!page_.page_count) page_.problems.push_back({0, "page_count", "no_number", *shown});
  }

  void read_next() {
    const FieldRule* rule = profile_.rule("next");
    if (rule == nullptr) return;
    const ValueOf value = [this](const Selector& selector, Node match) {
      return address_at(selector, match, {}, base_);
    };
    const auto address = pick("next", *rule, find_places({root_}, *rule, value, reach_of(*rule)));
    page_.next = resolve_link(base_, address.value_or(""));
  }

  std::optional<std::string> first_sign(const std::vector<Selector>& signs) const {
    for (const Selector& sign : signs) {
      const std::vector<Node> matches = sign.all(root_);
      if (std::any_of(matches.begin(), matches.end(), is_shown)) return sign.text();
    }
    return std::nullopt;
  }

  Node root_;
  const Profile& profile_;
  const Url& base_;
  SelectedPage page_;
};

}  // namespace

SelectedPage select_page(Node root, const Profile& profile, const Url& base) {
  return PageFields(root, profile, base).read();
}

}  // namespace dekko
