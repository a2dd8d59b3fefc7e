#include "archive/plain_stream.h"

#include <algorithm>
#include <optional>


namespace dekko {

Result<bool> PlainStream::next_member() {
  const Result<std::string_view> octets = source_.ahead(1);
  if (!octets) return octets.error();
  started_ = !octets->empty();
  return started_;
}

Result<MemberRead> PlainStream::read(std::span<char> room) {
  if (!started_) return MemberRead{};
  const Result<std::string_view> octets = source_.ahead(1);
  if (!octets) return octets.error();
  const size_t count = std::min(octets->size(), room.size());
  if (count == 0) return MemberRead{};
  std::copy_n(octets->begin(), count, room.begin());
  source_.drop(count);
  return MemberRead{MemberRead::State::kSome, count};
}

void PlainStream::go_to(uint64_t offset) {
  source_.go_to(offset);
  started_ = false;
}

Result<bool> PlainStream::find_record(uint64_t offset) {
  static constexpr std::string_view kRecordLine = "\nWARC/";
  const Result<std::optional<uint64_t>> found = source_.find(kRecordLine, offset);
  if (!found) return found.error();
  if (*found) go_to(**found + 1);
  return found->has_value();
}

}  // namespace dekko
