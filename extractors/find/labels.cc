#include "extractors/find/labels.h"

#include <algorithm>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr size_t kSentenceBytes = 40;  // of a text that is too long to be a label by chance

bool may_have_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

// "0 min read" of "12 min read"; none of a text without a number, and of a long one.
std::optional<std::string> without_numbers(std::string_view text) {
  if (text.size() >= kSentenceBytes || !may_have_number(text)) return std::nullopt;
  const std::string digits = with_ascii_digits(text);
  std::string plain;
  bool numbered = false;
  for (const char c : digits) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit || !plain.ends_with('0')) plain += digit ? '0' : c;
    numbered = numbered || digit;
  }
  return numbered ? std::optional(std::move(plain)) : std::nullopt;
}

template <class Map, class Key>
void note_in(Map& seen, Key&& key, const std::string& address) {
  const auto [found, fresh] = seen.try_emplace(std::forward<Key>(key), typename Map::mapped_type{address});
  if (fresh || found->second.address == address) return;
  found->second.address = address;
  ++found->second.cards;
}

}  // namespace

void Labels::note(const CardLines& card, const std::string& address) {
  ++cards_;
  for (const Line& line : card.lines) {
    note_in(seen_, std::string_view(line.text), address);
    if (auto plain = without_numbers(line.text)) note_in(numbered_, std::move(*plain), address);
  }
}

bool Labels::has(std::string_view text) const {
  const auto found = seen_.find(text);
  if (found == seen_.end() || found->second.cards < 2) return false;
  return text.size() < kSentenceBytes || found->second.cards * 2 > cards_;
}

bool Labels::counts(std::string_view text) const {
  const auto plain = without_numbers(text);
  const auto found = plain ? numbered_.find(*plain) : numbered_.end();
  return found != numbered_.end() && found->second.cards > 1 && found->second.cards * 2 > cards_;
}

}  // namespace dekko
