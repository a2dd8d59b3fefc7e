#include "db/state.h"

#include <initializer_list>

#include "db/unspaced.h"

namespace dekko {

namespace {

std::optional<std::string> joined(const std::vector<Author>& authors) {
  std::optional<std::string> names;
  for (const Author& author : authors) names = names ? *names + "; " + author.name : author.name;
  return names;
}

// FNV-1a, 64 bits: stored, so it may never change. The octets 0x00 and 0x01 keep null, empty and neighbours
// apart.
int64_t digest_of(std::initializer_list<const std::optional<std::string>*> fields) {
  uint64_t hash = 0xcbf29ce484222325U;
  const auto mix = [&hash](unsigned char octet) { hash = (hash ^ octet) * 0x100000001b3U; };
  for (const std::optional<std::string>* field : fields) {
    for (const char c : field->value_or("")) mix(static_cast<unsigned char>(c));
    mix(field->has_value() ? 1 : 0);
  }
  return static_cast<int64_t>(hash);
}

std::optional<int64_t> digest_of(const std::string& key) {
  const std::optional<std::string> field(key);
  return key.empty() ? std::nullopt : std::optional<int64_t>(digest_of({&field}));
}

}  // namespace

State::State(const Card& card)
    : headline(card.headline),
      dek(card.dek),
      kind(card.kind),
      published(card.published),
      published_text(card.published_text),
      bylines(joined(card.bylines)),
      image(card.image),
      digest(digest_of({&headline, &dek, &kind, &published, &published_text, &bylines, &image})),
      unspaced(is_unspaced(headline.value_or("")) || is_unspaced(dek.value_or("")) ||
               is_unspaced(bylines.value_or(""))),
      headline_key(digest_of(card.headline_key)),
      dek_key(digest_of(card.dek_key)) {}

}  // namespace dekko
