// For hash tables of texts that are asked for with views, without a copy of each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dekko {

struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

}  // namespace dekko
