#include "archive/record_scanner.h"

#include <algorithm>

#include "archive/header_fields.h"
#include "archive/magic.h"
#include "core/limits.h"

namespace dekko {

namespace {

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

}  // namespace

Result<Scanned> RecordScanner::scan() {
  Scanned record;
  Result<State> state = begin(record);
  if (state && *state == State::kEnd) return record;
  if (state && *state == State::kSome) state = read_head(record);
  if (state && *state == State::kSome) state = read_block(record);
  if (state && *state == State::kSome) state = read_end(record);
  if (!state) return state.error();
  return judged(std::move(record), *state);
}

void RecordScanner::restart() {
  ahead_.clear();
  fresh_ = false;
}

Scanned RecordScanner::judged(Scanned record, State state) const {
  switch (state) {
    case State::kSome:
      record.kind = Scanned::Kind::kRecord;
      if (record.header.content_length > limits::kWarcBlockBytes) {
        record.kind = Scanned::Kind::kTooLarge;
        record.fault = "record over 40 MiB";
      }
      break;
    case State::kEnd:
      record.kind = Scanned::Kind::kShort;
      break;
    case State::kTorn:
      record.kind = Scanned::Kind::kTorn;
      record.fault = "torn tail";
      break;
    case State::kDamaged:
      record.kind = Scanned::Kind::kDamaged;
      if (record.fault.empty()) record.fault = "damaged member";
      // What came before it in a shared member has been handed out already.
      record.resume_from = fresh_ || stream_.is_plain() ? record.offset + 1 : stream_.position();
      break;
  }
  return record;
}

// kSome once there is a member under way, kEnd at the end of the file.
Result<MemberRead::State> RecordScanner::next_member() {
  const uint64_t offset = stream_.position();
  const Result<bool> more = stream_.next_member();
  if (!more) return more.error();
  if (!*more) return State::kEnd;
  member_ = offset;
  fresh_ = true;
  return State::kSome;
}

// Goes to the first octet of a record; members without octets and empty lines are between records.
Result<MemberRead::State> RecordScanner::begin(Scanned& record) {
  for (;;) {
    Result<State> state = ahead_.fill(1);
    if (!state) return state;
    if (*state == State::kEnd) {
      state = next_member();
      if (!state || *state == State::kEnd) return state;
      continue;
    }
    const std::string_view octets = ahead_.octets();
    const auto first = std::find_if_not(octets.begin(), octets.end(), is_line_end);
    ahead_.drop(size_t(first - octets.begin()));
    record.offset = stream_.is_plain() ? ahead_.position() : member_;
    if (*state != State::kSome || !ahead_.octets().empty()) return state;
  }
}

// Like fill(), but goes on in the next member: a record may be spread over several zstd frames (IIPC zstd for
// WARC, "File format"). kEnd if that member begins a record of its own.
Result<MemberRead::State> RecordScanner::want(size_t count) {
  for (;;) {
    Result<State> state = ahead_.fill(count);
    if (!state || *state != State::kEnd) return state;
    if (stream_.is_plain()) return State::kTorn;
    const size_t before = ahead_.octets().size();
    const bool was_fresh = fresh_;
    const uint64_t first_member = member_;
    state = next_member();
    if (!state) return state;
    if (*state == State::kEnd) return State::kTorn;
    state = ahead_.fill(before + kWarcMagic.size());
    if (!state) return state;
    if (ahead_.octets().substr(before).starts_with(kWarcMagic)) {
      ahead_.drop(before);
      return State::kEnd;
    }
    fresh_ = was_fresh;
    member_ = first_member;
  }
}

Result<MemberRead::State> RecordScanner::read_head(Scanned& record) {
  size_t searched = 0;
  size_t end = std::string_view::npos;
  while (end == std::string_view::npos) {
    const Result<State> state = want(searched + 1);
    if (!state || *state != State::kSome) {
      if (state && *state == State::kEnd) record.fault = "record without an end of its header";
      return state;
    }
    const std::string_view octets = ahead_.octets();
    if (!octets.substr(0, kWarcMagic.size()).starts_with(kWarcMagic.substr(0, octets.size()))) {
      record.fault = "no WARC record";
      return State::kDamaged;
    }
    // The empty line may begin at the last octets searched.
    end = end_of_head(octets, searched - std::min<size_t>(searched, 2));
    searched = octets.size();
    if (std::min(end, searched) > limits::kWarcHeaderBytes) {
      record.fault = "record header over 64 KiB";
      return State::kDamaged;
    }
  }
  Result<WarcHeader> header = parse_warc_header(ahead_.octets().substr(0, end));
  if (!header) {
    record.fault = header.error().detail;
    return State::kDamaged;
  }
  record.header = std::move(*header);
  ahead_.drop(end);
  return State::kSome;
}

Result<MemberRead::State> RecordScanner::read_block(Scanned& record) {
  static constexpr size_t kBelieved = limits::kMiB;  // reserved on the header's word alone
  uint64_t left = record.header.content_length;
  const bool keep = left <= limits::kWarcBlockBytes;
  if (keep) record.block.reserve(std::min(size_t(left), kBelieved));
  while (left > 0) {
    const Result<State> state = want(1);
    if (!state || *state != State::kSome) {
      if (state && *state == State::kEnd) record.fault = "record shorter than its Content-Length";
      return state;
    }
    const std::string_view octets = ahead_.octets().substr(0, left);
    if (keep) record.block += octets;
    ahead_.drop(octets.size());
    left -= octets.size();
  }
  return State::kSome;
}

// The line ends after the block, as far as they are there, and then nothing or another record: only now the
// Content-Length is proven, and with the member's end its checksum.
Result<MemberRead::State> RecordScanner::read_end(Scanned& record) {
  size_t line_ends = 0;
  Result<State> state = ahead_.fill(1);
  for (; state && *state == State::kSome && is_line_end(ahead_.octets().front()); ++line_ends) {
    ahead_.drop(1);
    state = ahead_.fill(1);
  }
  if (!state) return state;
  const bool alone = *state == State::kEnd && fresh_;
  if (stream_.is_plain() || alone) record.length = ahead_.position() - record.offset;
  if (*state == State::kSome) {
    state = ahead_.fill(kWarcMagic.size());
    if (!state) return state;
    // In a plain file nothing better than the empty line proves the length; what follows is judged on its
    // own.
    const bool ended = stream_.is_plain() && line_ends >= 2;
    if (*state == State::kSome && !ended && !ahead_.octets().starts_with(kWarcMagic)) {
      record.fault = "record longer than its Content-Length";
      return State::kDamaged;
    }
  }
  const bool unproven = fresh_ && (*state == State::kTorn || *state == State::kDamaged);
  if (unproven) return state;
  fresh_ = false;
  return State::kSome;
}

}  // namespace dekko
