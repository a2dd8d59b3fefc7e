#include "archive/dictionary.h"

#include <zdict.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "archive/archive_limits.h"

namespace dekko {

namespace {

constexpr size_t kLeastContent = limits::kKiB;
constexpr int kLevel = 9;  // that the tables are made for: zstd_member.cc

// From the newest sample back: each line that no newer one had behind the same line. A card's own lines thus
// stand together with those that all cards have, and a page refers to it in one go.
std::string distinct_lines(const std::vector<std::string>& samples) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::string_view> lines;
  size_t size = 0;
  for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) {
    std::vector<std::string_view> fresh;
    const std::string_view text = *sample;
    for (size_t before = 0, begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
      const std::string_view pair = text.substr(before, end - before);
      if (seen.insert(pair).second) fresh.push_back(text.substr(begin, end - begin));
      before = std::exchange(begin, end);
    }
    for (auto line = fresh.rbegin(); line != fresh.rend(); ++line) {
      size += line->size();
      if (size > limits::kDictionaryContent) break;
      lines.push_back(*line);
    }
    if (size > limits::kDictionaryContent) break;
  }
  std::string content;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) content += *line;
  return content;
}

}  // namespace

std::string make_dictionary(const std::vector<std::string>& samples) {
  static constexpr size_t kTables = 64 * limits::kKiB;  // more than the format's tables can take
  if (samples.size() < kFewestSamples) return {};
  const std::string content = distinct_lines(samples);
  if (content.size() < kLeastContent) return {};
  std::string joined;
  std::vector<size_t> sizes;
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  std::string dictionary(content.size() + kTables, '\0');
  ZDICT_params_t parameters{};
  parameters.compressionLevel = kLevel;
  const size_t size =
      ZDICT_finalizeDictionary(dictionary.data(), dictionary.size(), content.data(), content.size(),
                               joined.data(), sizes.data(), static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size)) return {};  // samples too much alike to make tables of
  dictionary.resize(size);
  return dictionary;
}

}  // namespace dekko
