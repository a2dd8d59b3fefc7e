#include "crawler/walk/offset.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "core/limits.h"
#include "core/query.h"

namespace dekko {

namespace {

constexpr int kLargestStep = 1'000;  // cards on a page; the largest real listing shows 500

constexpr std::array<std::string_view, 9> kWords = {
    "offset", "start", "skip", "from", "begin", "startat", "startindex", "start_index", "b_start:int"};

bool is_word(std::string_view parameter) {
  std::string name(name_of(parameter));
  if (const size_t colon = name.find("%3A"); colon != std::string::npos) name.replace(colon, 3, ":");
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::find(kWords.begin(), kWords.end(), name) != kWords.end();
}

std::string without_offsets(std::vector<std::string_view> all) {
  std::erase_if(all, is_word);
  return joined(all);
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value <= limits::kPages * kLargestStep ? std::optional(value) : std::nullopt;
}

std::optional<PageAddress> stepping(const Offset& offset, int first, int step) {
  if (first < 0 || first > 1 || step < 2 || step > kLargestStep) return std::nullopt;
  PageAddress names = offset.names;
  names.first = first;
  names.step = step;
  return names;
}

}  // namespace

std::optional<Offset> read_offset(const Url& url, const PageAddress& listing) {
  const std::vector<std::string_view> all = parameters(url.query());
  const auto found = std::find_if(all.begin(), all.end(), is_word);
  if (found == all.end() || std::count_if(all.begin(), all.end(), is_word) > 1) return std::nullopt;
  const auto value = number(value_of(*found));
  const Url bare = url.with_target(url.path(), without_offsets(all));
  const Url& given = listing.listing;
  const Url own = given.with_target(given.path(), without_offsets(parameters(given.query())));
  if (!value || !same_listing(bare, own)) return std::nullopt;
  PageAddress names = listing;
  names.listing = bare;
  names.style = PageAddress::Style::kQuery;
  names.key = name_of(*found);
  names.numbered = true;
  names.place = static_cast<size_t>(found - all.begin());
  return Offset{std::move(names), *value};
}

std::optional<PageAddress> named_by(const Offset& one, int k, const Offset& other, int l) {
  const int pages = l - k;
  if (pages < 1 || one.names.key != other.names.key || (other.value - one.value) % pages != 0) return std::nullopt;
  const int step = (other.value - one.value) / pages;
  const int64_t first = one.value - int64_t{step} * (k - 1);
  if (first != 0 && first != 1) return std::nullopt;
  return stepping(other, static_cast<int>(first), step);
}

std::optional<PageAddress> named_by(const Offset& one, int k) {
  for (const int first : {0, 1}) {
    if (k > 2 && (one.value - first) % (k - 1) == 0) return stepping(one, first, (one.value - first) / (k - 1));
  }
  return std::nullopt;
}

std::optional<int> page_at(const Offset& offset, const PageAddress& names) {
  if (names.step < 2 || offset.names.key != names.key || offset.value < names.first ||
      (offset.value - names.first) % names.step != 0)
    return std::nullopt;
  const int page = (offset.value - names.first) / names.step + 1;
  return page <= limits::kPages ? std::optional(page) : std::nullopt;
}

}  // namespace dekko
