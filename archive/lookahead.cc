#include "archive/lookahead.h"

#include <span>

#include "core/limits.h"

namespace dekko {

Result<MemberRead::State> Lookahead::fill(size_t count) {
  static constexpr size_t kStep = 64 * limits::kKiB;
  while (octets().size() < count) {
    buffer_.erase(0, at_);
    at_ = 0;
    const size_t kept = buffer_.size();
    buffer_.resize(kept + kStep);
    const Result<MemberRead> reading = stream_.read(std::span(buffer_).subspan(kept));
    buffer_.resize(kept + (reading ? reading->octets : 0));
    if (!reading) return reading.error();
    if (reading->state != MemberRead::State::kSome) return reading->state;
  }
  return MemberRead::State::kSome;
}

void Lookahead::clear() {
  buffer_.clear();
  at_ = 0;
}

}  // namespace dekko
