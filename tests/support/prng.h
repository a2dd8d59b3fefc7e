// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and library, which std's
// distributions do not promise. For invented content only.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dekko::site {

class Prng {
 public:
  explicit Prng(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // 0 to n-1; the bias of the remainder is of no concern here. Requires n > 0.
  size_t below(size_t n) { return static_cast<size_t>(next() % n); }

  // True once in n times.
  bool one_in(size_t n) { return below(n) == 0; }

  template <size_t N>
  const char* pick(const char* const (&words)[N]) {
    return words[below(N)];
  }

 private:
  uint64_t state_;
};

}  // namespace dekko::site
