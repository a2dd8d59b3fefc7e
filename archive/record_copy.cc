#include "archive/record_copy.h"

#include <fmt/format.h>

#include <array>

#include "archive/member_stream.h"
#include "core/limits.h"

namespace dekko {

namespace {

constexpr size_t kMostOctets = limits::kWarcHeaderBytes + limits::kWarcBlockBytes + limits::kKiB;

Error refusal(const std::filesystem::path& file, const RecordRef& ref, ErrorCode code, const char* what) {
  return Error{code, fmt::format("{}, offset {}", file.string(), ref.offset), what};
}

}  // namespace

Result<std::string> record_octets(const std::filesystem::path& file, const RecordRef& ref) {
  if (ref.length == 0)
    return refusal(file, ref, ErrorCode::kUnsupported, "shares its compressed member with others");
  Result<std::unique_ptr<MemberStream>> stream = open_members(file);
  if (!stream) return stream.error();
  MemberStream& members = **stream;
  members.go_to(ref.offset);
  std::string octets;
  std::array<char, 64 * limits::kKiB> room;
  // A record may be spread over several zstd frames.
  while (members.position() < ref.offset + ref.length) {
    const Result<bool> begun = members.next_member();
    if (!begun) return begun.error();
    if (!*begun) return refusal(file, ref, ErrorCode::kCorrupt, "is not whole");
    for (;;) {
      const Result<MemberRead> read = members.read(room);
      if (!read) return read.error();
      if (read->state == MemberRead::State::kEnd) break;
      if (read->state != MemberRead::State::kSome)
        return refusal(file, ref, ErrorCode::kCorrupt, "is not whole");
      octets.append(room.data(), read->octets);
      if (octets.size() > kMostOctets) return refusal(file, ref, ErrorCode::kLimit, "is over 40 MiB");
      if (members.is_plain() && octets.size() >= ref.length) return octets.substr(0, ref.length);
    }
    if (members.is_plain()) break;
  }
  return octets;
}

}  // namespace dekko
