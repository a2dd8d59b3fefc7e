// Every budget that hostile input could otherwise spend, with the arithmetic behind it.
#pragma once

#include <chrono>
#include <cstddef>

namespace dekko::limits {

inline constexpr size_t kKiB = 1024;
inline constexpr size_t kMiB = 1024 * kKiB;

// -- One transfer ---------------------------------------------------------------------------------------------
// Listing pages weigh 30 to 300 KB; the largest of 240 real ones was 4 MB. Ten times that is no listing page.
inline constexpr size_t kBodyBytes = 40 * kMiB;      // as transferred, and again once decompressed
inline constexpr size_t kHeaderBytes = 256 * kKiB;   // all response header lines together; browsers stop at 256 KiB
inline constexpr int kRedirects = 5;                 // RFC 9309 section 2.3.1.2 asks for five; pages get no more
inline constexpr std::chrono::seconds kConnectTime{20};   // three SYN retries (1 + 2 + 4 s) and a slow handshake
inline constexpr std::chrono::seconds kTransferTime{120};  // 4 MB at 40 KB/s, a bad mobile line
inline constexpr std::chrono::seconds kStallTime{30};      // no progress to speak of (kStallBytes a second) that long
inline constexpr long kStallBytes = 100;

// Octets of bodies that are on their way or wait to be stored; one body more at most.
inline constexpr size_t kHeldBytes = 32 * kMiB;  // what a small machine can spare: some 300 pages of 100 KB

// -- One address ----------------------------------------------------------------------------------------------
inline constexpr size_t kUrlBytes = 8 * kKiB;  // servers refuse longer request lines

// -- robots.txt -----------------------------------------------------------------------------------------------
inline constexpr size_t kRobotsBytes = 512 * kKiB;     // RFC 9309 section 2.5 asks for at least 500 KiB
inline constexpr size_t kRobotsLineBytes = 16 * kKiB;  // twice the longest URL
inline constexpr std::chrono::seconds kCrawlDelay{3600};  // a site that asks for more is not walked

// -- One page -------------------------------------------------------------------------------------------------
inline constexpr size_t kNodes = 2'000'000;     // a 40 MB page of the densest real mark-up (20 bytes a node)
inline constexpr int kDepth = 512;              // browsers cut at 512; real pages stay below 60
inline constexpr size_t kAttributes = 1'000;    // on one tag; real pages stay below 40
inline constexpr size_t kCards = 2'000;         // the largest real listing shows 500
inline constexpr size_t kFieldBytes = 16 * kKiB;  // one headline, dek or byline; the longest real dek was 900 bytes
inline constexpr size_t kBylines = 64;          // names on one card
inline constexpr size_t kProblems = 100;        // kept for a page; the rest is counted
inline constexpr size_t kExcerptBytes = 200;    // of a thing set aside, for a person to recognise it

// -- One walk -------------------------------------------------------------------------------------------------
inline constexpr int kPages = 100'000;  // a listing of a million posts, ten a page
inline constexpr size_t kGaps = 10'000;  // told of one walk, 40 octets each; the last one takes in what follows
inline constexpr size_t kSweptPosts = 5'000'000;  // fifty a page, or fewer pages; 20 MB while the sweep is planned
inline constexpr size_t kFollowedPages = 1'000'000;  // of a replay, that only a link names: some 200 octets each

// -- Files that a user hands over -----------------------------------------------------------------------------
inline constexpr size_t kSelectorBytes = 8 * kKiB;
inline constexpr size_t kProfileBytes = 256 * kKiB;  // a long one has 4 KB
inline constexpr size_t kProfileFiles = 1'000;       // in the user's folder: one a site, 256 MB at the very most
inline constexpr size_t kProfileSelectors = 256;     // 17 places, 15 fallbacks each; each is compiled and kept
inline constexpr size_t kProfileVersions = 20;       // a site is made anew every few years; each costs a whole profile
inline constexpr size_t kProfileWords = 256;         // entries of one list: hosts, paths, separators, ...
inline constexpr size_t kProfileFaults = 50;         // told in one go; what is more is counted
inline constexpr size_t kPatternBytes = 1 * kKiB;    // one RE2 pattern; the longest useful one has 100
inline constexpr size_t kPatterns = 32;              // of one profile: 15 fields and 16 forms of dates
inline constexpr long kPatternMemory = 1 * kMiB;     // of one compiled pattern and its matcher: 32 MB a profile
inline constexpr size_t kSamples = 10;               // pages that a profile is inferred from; two are enough
inline constexpr size_t kMatches = 256;              // of one selector in one card that are looked at
inline constexpr size_t kConfigBytes = 4 * kMiB;   // thousands of listings, 1 KB each
inline constexpr size_t kOffers = 1'000;           // completions of one word; nobody reads more of them
inline constexpr size_t kWarcHeaderBytes = 64 * kKiB;  // the named fields of one WARC record
// One record of what the database is told. The longest step: a robots.txt and its validators, each octet of which JSON
// spells with six; 100,000 pages that could not be had are 1 MB, kGoneTogether addresses 2 MB.
inline constexpr size_t kJournalEntryBytes = 8 * kMiB;
inline constexpr size_t kGoneTogether = 256;  // items that are marked missing in one transaction
inline constexpr size_t kWarcBlockBytes = kBodyBytes + kHeaderBytes;

}  // namespace dekko::limits
