// The .warc.zst segments of one listing. What its pages repeat stands once, in a segment's dictionary; a
// night goes on in the segment of the night before, for as long as that dictionary serves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dekko {

struct Series {
  std::filesystem::path folder;
  std::string label;    // as in the segments' names
  std::string part_of;  // warcinfo's isPartOf: the listing; several of a host have one label
};

// Their names, the latest first; of the limits::kSeriesSegments that were made last under that label.
std::vector<std::string> segments_of(const Series& series);

// The answers' HTTP messages in the latest of them, the newest last, at most limits::kSampleBytes.
std::vector<std::string> last_answers(const Series& series);

// Whether a new dictionary would pay. front: octets of the one in front of the segment; size: of the segment
// with it; answers: in it. A dictionary serves until many times its weight was written over it, for a walk
// brings little that it does not know. Without one, the first few answers make one.
bool is_worn(uint64_t front, uint64_t size, size_t answers);

struct Continuable {
  std::string segment;
  std::string dictionary;
};
// The latest, if its dictionary still serves.
std::optional<Continuable> continuable(const Series& series);

}  // namespace dekko
