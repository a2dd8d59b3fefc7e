// Tells of most words that they are not in a set, without looking at the set: most words of a page are none
// of a calendar's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace dekko {

class WordFilter {
 public:
  // Sixteen bits a word and one of them set: one unknown word in sixteen gets through.
  explicit WordFilter(size_t words = 0) {
    size_t bits = 64;
    while (bits < 16 * words) bits *= 2;
    bits_.resize(bits / 64);
  }
  void add(std::string_view word) {
    const size_t bit = bit_of(word);
    bits_[bit / 64] |= uint64_t{1} << bit % 64;
  }
  // False: not added. True tells nothing.
  bool may_have(std::string_view word) const {
    const size_t bit = bit_of(word);
    return (bits_[bit / 64] >> bit % 64 & 1) != 0;
  }

 private:
  size_t bit_of(std::string_view word) const {
    return std::hash<std::string_view>{}(word) & (bits_.size() * 64 - 1);
  }

  std::vector<uint64_t> bits_;
};

}  // namespace dekko
