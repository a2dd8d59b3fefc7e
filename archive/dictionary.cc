#include "archive/dictionary.h"

#include <zdict.h>

#include <algorithm>
#include <deque>
#include <system_error>
#include <unordered_set>

#include "archive/archive_limits.h"
#include "archive/originals.h"
#include "archive/segment_name.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

constexpr size_t kFewestSamples = 8;
constexpr size_t kLeastContent = limits::kKiB;
constexpr int kLevel = 9;  // that the tables are made for: zstd_member.cc

std::string latest_segment(const std::filesystem::path& folder, std::string_view label) {
  std::string latest;
  std::error_code failure;
  for (std::filesystem::directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    const std::string name = it->path().filename().string();
    if (is_warc_name(name) && segment_label(name) == label) latest = std::max(latest, name);
  }
  return latest;
}

// From the newest sample back: what it has that no newer one had.
std::string distinct_lines(const std::vector<std::string>& samples) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::string_view> lines;
  size_t size = 0;
  for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) {
    std::vector<std::string_view> fresh;
    std::string_view rest = *sample;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
      rest.remove_prefix(line.size());
      if (seen.insert(line).second) fresh.push_back(line);
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

std::vector<std::string> last_answers(const std::filesystem::path& folder, std::string_view label) {
  const std::string name = latest_segment(folder, label);
  if (name.empty()) return {};
  Result<WarcReader> reader = WarcReader::open(folder / name);
  std::deque<std::string> kept;
  size_t size = 0;
  while (reader) {
    Result<std::optional<WarcRecord>> record = reader->next();
    if (!record || !*record) break;
    if ((*record)->type() != "response") continue;
    size += (*record)->block.size();
    kept.push_back(std::move((*record)->block));
    while (size > limits::kSampleBytes) {
      size -= kept.front().size();
      kept.pop_front();
    }
  }
  return {std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end())};
}

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
