// How far two readings of the same pages agree, field by field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/card_fields.h"

namespace dekko {

class Agreement {
 public:
  // One page. Cards are told by their address; one that only one of the two has agrees in nothing.
  void add(const std::vector<Card>& wanted, const std::vector<Card>& got) {
    std::map<std::string, const Card*> by_url;
    for (const Card& card : got) by_url.emplace(card.url, &card);
    for (const Card& card : wanted) {
      const auto same = by_url.find(card.url);
      add_card(card, same == by_url.end() ? nullptr : same->second);
      if (same != by_url.end()) by_url.erase(same);
    }
    for (const auto& [url, card] : by_url) add_card(*card, nullptr);
  }
  void add(const Agreement& other) {
    for (const auto& [field, part] : other.parts_) {
      parts_[field].same += part.same;
      parts_[field].of += part.of;
    }
  }

  int cards() const { return of("url"); }
  bool all(const std::string& field) const { return cards() > 0 && same(field) == of(field); }
  bool nine_of_ten(const std::string& field) const {
    return cards() > 0 && 10 * same(field) >= 9 * of(field);
  }
  std::string text() const {
    std::string text;
    for (const char* field : {"url", "headline", "published", "dek", "bylines", "kind"})
      text += std::string(field) + " " + std::to_string(same(field)) + "/" + std::to_string(of(field)) + "  ";
    return text;
  }

 private:
  struct Part {
    int same = 0, of = 0;
  };
  void add_card(const Card& wanted, const Card* got) {
    for (const char* field : kCardFields) {
      ++parts_[field].of;
      parts_[field].same += got != nullptr && value_of(wanted, field) == value_of(*got, field);
    }
  }
  int same(const std::string& field) const { return parts_.contains(field) ? parts_.at(field).same : 0; }
  int of(const std::string& field) const { return parts_.contains(field) ? parts_.at(field).of : 0; }

  std::map<std::string, Part> parts_;
};

}  // namespace dekko
