// Budgets of this room alone; the others stand in core/limits.h.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/limits.h"

namespace dekko::limits {

// WARC 1.1 annex C recommends segments of one gigabyte: they still fit on old file systems and are quick to
// copy.
inline constexpr uint64_t kSegmentBytes = 1'000'000'000;
// Names tried for one new segment. Two writers that start in the same second need two.
inline constexpr int kSegmentNames = 1'000;
inline constexpr size_t kSegmentLabelBytes = 64;  // leaves room in the 255 octets of a file name

inline constexpr size_t kContentCodings = 4;  // stacked on one body; real servers send one, rarely two
inline constexpr int kContentWindowLog = 23;  // RFC 9659 section 3: 8 MB for zstd as a content coding
inline constexpr int kRecordWindowLog = 27;   // 128 MB: what the zstd tool itself reads without being asked
inline constexpr size_t kDictionaryContent =
    4 * kMiB;  // the cards of 113 pages of 100 KB; half of what readers take
// Looked at for a listing's latest: each costs its dictionary and first record to read, some ms.
inline constexpr size_t kSeriesSegments = 64;
inline constexpr size_t kSampleBytes = 32 * kMiB;     // 300 pages of 100 KB: a whole walk of most listings
inline constexpr size_t kDictionaryBytes = 8 * kMiB;  // IIPC zstd for WARC, "Window and dictionary limits"

// Answers that are remembered by address and moment, to find what a revisit refers to: 64 MB of memory, and
// two years of nightly walks of a hundred listings of ten pages.
inline constexpr size_t kOriginals = 1'000'000;

// A file with more damaged places than this is not worth walking on: each may cost a whole block to decode
// (1,000 x 40 MB is about a minute).
inline constexpr size_t kWarcFaults = 1'000;

}  // namespace dekko::limits
