#include "archive/compressed_stream.h"

#include <array>
#include <optional>

#include "archive/magic.h"

namespace dekko {

CompressedStream::CompressedStream(FileSource source, std::unique_ptr<Decoder> decoder,
                                   std::string_view magic, size_t probe)
    : source_(std::move(source)), decoder_(std::move(decoder)), magic_(magic), probe_(probe) {}

Result<bool> CompressedStream::next_member() {
  const Result<std::string_view> octets = source_.ahead(1);
  if (!octets) return octets.error();
  if (octets->empty()) return false;
  decoder_->reset();
  state_ = MemberRead::State::kSome;
  return true;
}

Result<MemberRead> CompressedStream::read(std::span<char> room) {
  while (state_ == MemberRead::State::kSome) {
    const Result<std::string_view> octets = source_.ahead(1);
    if (!octets) return octets.error();
    const DecodeStep step = decoder_->step(*octets, room);
    source_.drop(step.read);
    if (step.state == DecodeStep::State::kEnd) {
      state_ = MemberRead::State::kEnd;
    } else if (step.state == DecodeStep::State::kDamaged) {
      state_ = MemberRead::State::kDamaged;
    } else if (step.read == 0 && step.written == 0) {
      state_ = MemberRead::State::kTorn;
    }
    if (step.written > 0) return MemberRead{MemberRead::State::kSome, step.written};
  }
  return MemberRead{state_};
}

void CompressedStream::go_to(uint64_t offset) {
  source_.go_to(offset);
  state_ = MemberRead::State::kEnd;
}

Result<bool> CompressedStream::find_record(uint64_t offset) {
  for (;; ++offset) {
    const Result<std::optional<uint64_t>> found = source_.find(magic_, offset);
    if (!found) return found.error();
    if (!*found) return false;
    offset = **found;
    const Result<bool> is_record = is_record_at(offset);
    if (!is_record) return is_record.error();
    if (*is_record) break;
  }
  go_to(offset);
  return true;
}

Result<bool> CompressedStream::is_record_at(uint64_t offset) {
  source_.go_to(offset);
  const Result<std::string_view> octets = source_.ahead(probe_);
  if (!octets) return octets.error();
  std::string_view input = octets->substr(0, probe_);
  std::array<char, kWarcMagic.size()> front{};
  size_t filled = 0;
  decoder_->reset();
  while (filled < front.size()) {
    const DecodeStep step = decoder_->step(input, std::span(front).subspan(filled));
    input.remove_prefix(step.read);
    filled += step.written;
    if (step.state != DecodeStep::State::kMore || (step.read == 0 && step.written == 0)) break;
  }
  return std::string_view(front.data(), filled) == kWarcMagic;
}

}  // namespace dekko
