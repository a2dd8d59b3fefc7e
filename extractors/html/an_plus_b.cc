#include "extractors/html/an_plus_b.h"

namespace dekko::css {

namespace {

// 0 if there is no sign.
int take_sign(Reader& reader) {
  if (reader.take('+')) return 1;
  return reader.take('-') ? -1 : 0;
}

bool take_n(Reader& reader) {
  if (reader.take_word("n")) return true;
  return to_lower(reader.peek()) == 'n' && reader.peek(1) == '-' && (reader.take('n') || reader.take('N'));
}

// After the "n": "+ b", "- b" or nothing.
std::optional<int> take_b(Reader& reader) {
  reader.skip_space();
  int sign = take_sign(reader);
  if (sign == 0) return 0;
  reader.skip_space();
  std::optional<int> digits = reader.take_digits();
  if (!digits || reader.starts_ident()) return std::nullopt;
  return sign * *digits;
}

}  // namespace

bool AnPlusB::contains(size_t index) const {
  auto distance = static_cast<long long>(index) - b;
  if (a == 0) return distance == 0;
  return distance % a == 0 && distance / a >= 0;
}

std::optional<AnPlusB> take_an_plus_b(Reader& reader) {
  reader.skip_space();
  if (reader.take_word("even")) return AnPlusB{2, 0};
  if (reader.take_word("odd")) return AnPlusB{2, 1};
  int sign = take_sign(reader) < 0 ? -1 : 1;
  std::optional<int> digits = reader.take_digits();
  if (take_n(reader)) {
    std::optional<int> b = take_b(reader);
    return b ? std::optional(AnPlusB{sign * digits.value_or(1), *b}) : std::nullopt;
  }
  if (!digits || reader.starts_ident()) return std::nullopt;
  return AnPlusB{0, sign * *digits};
}

}  // namespace dekko::css
