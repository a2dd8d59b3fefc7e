#include "archive/series.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <system_error>

#include "archive/archive_limits.h"
#include "archive/dictionary.h"
#include "archive/dictionary_frame.h"
#include "archive/originals.h"
#include "archive/segment_name.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

constexpr std::string_view kEnding = ".warc.zst";
// A walk of 113 pages over a dictionary of all of them writes one and a half times the dictionary's weight.
// What a night brings that it does not know is half a percent of that on each night after; the sum of it
// comes up to another dictionary after fifteen nights, to a third of one after ten.
constexpr uint64_t kServes = 16;
constexpr uint64_t kLightFront = 16 * limits::kKiB;  // renewing a lighter one would give many small segments

// The value of warcinfo's isPartOf in the segment's first record; empty where it has none.
std::string part_of(const std::filesystem::path& file) {
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader) return {};
  const Result<std::optional<WarcRecord>> record = reader->next();
  if (!record || !*record || (*record)->type() != "warcinfo") return {};
  static constexpr std::string_view kField = "\r\nisPartOf: ";
  const std::string_view block = (*record)->block;
  const size_t at = block.find(kField);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = block.substr(at + kField.size());
  return std::string(rest.substr(0, rest.find("\r\n")));
}

// Its answers, the oldest first; what is over `most` octets is left out at the old end.
std::deque<std::string> answers_in(const std::filesystem::path& file, size_t most, size_t& size) {
  std::deque<std::string> kept;
  Result<WarcReader> reader = WarcReader::open(file);
  while (reader) {
    Result<std::optional<WarcRecord>> record = reader->next();
    if (!record || !*record) break;
    if ((*record)->type() != "response") continue;
    size += (*record)->block.size();
    kept.push_back(std::move((*record)->block));
    for (; size > most && !kept.empty(); kept.pop_front()) size -= kept.front().size();
  }
  return kept;
}

}  // namespace

std::vector<std::string> segments_of(const Series& series) {
  std::vector<std::string> names;
  std::error_code failure;
  for (std::filesystem::directory_iterator it(series.folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    std::string name = it->path().filename().string();
    if (name.ends_with(kEnding) && segment_label(name) == series.label) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  names.resize(std::min(names.size(), limits::kSeriesSegments));
  std::erase_if(names,
                [&](const std::string& name) { return part_of(series.folder / name) != series.part_of; });
  return names;
}

std::vector<std::string> last_answers(const Series& series) {
  std::deque<std::string> kept;
  size_t size = 0;
  for (const std::string& name : segments_of(series)) {
    if (size >= limits::kSampleBytes) break;
    size_t own = 0;
    std::deque<std::string> older = answers_in(series.folder / name, limits::kSampleBytes - size, own);
    size += own;
    kept.insert(kept.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
  }
  return {std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end())};
}

bool is_worn(uint64_t front, uint64_t size, size_t answers) {
  if (front == 0) return answers >= kFewestSamples;
  return size - front >= kServes * std::max(front, kLightFront);
}

std::optional<Continuable> continuable(const Series& series) {
  const std::vector<std::string> names = segments_of(series);
  if (names.empty()) return std::nullopt;
  const std::filesystem::path file = series.folder / names.front();
  std::error_code failure;
  const uint64_t size = std::filesystem::file_size(file, failure);
  if (failure) return std::nullopt;
  Result<DictionaryFrame> frame = dictionary_frame(file);
  if (!frame || is_worn(frame->size, size, kFewestSamples)) return std::nullopt;
  return Continuable{names.front(), std::move(frame->dictionary)};
}

}  // namespace dekko
