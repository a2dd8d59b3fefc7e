#include "archive/whole_member.h"

#include <isa-l/igzip_lib.h>

#include <cstdint>
#include <string>

#include "archive/exchange_records.h"
#include "archive/file_source.h"
#include "archive/header_fields.h"
#include "archive/magic.h"
#include "archive/warc_header.h"
#include "core/limits.h"

namespace dekko {

namespace {

constexpr size_t kMember = limits::kMiB;  // a usual page has some 20 KB
constexpr size_t kUnfolded = 8 * limits::kMiB;
constexpr size_t kTrailer = 8;  // RFC 1952 section 2.3.1: CRC32 and ISIZE

// ISIZE, the last four octets: the member's own word for what it unfolds to.
size_t unfolded_size(std::string_view member) {
  size_t size = 0;
  for (size_t i = 1; i <= 4; ++i) size = size << 8 | static_cast<unsigned char>(member[member.size() - i]);
  return size;
}

// Whole, its checksum and size held, nothing behind it.
std::optional<std::string> inflated(std::string_view member) {
  if (member.size() <= kTrailer || !member.starts_with(kGzipMagic)) return std::nullopt;
  const size_t size = unfolded_size(member);
  if (size > kUnfolded) return std::nullopt;
  std::string text(size, '\0');
  inflate_state state;
  isal_inflate_init(&state);
  state.crc_flag = ISAL_GZIP;
  state.next_in = reinterpret_cast<uint8_t*>(const_cast<char*>(member.data()));  // it only reads
  state.avail_in = uint32_t(member.size());
  state.next_out = reinterpret_cast<uint8_t*>(text.data());
  state.avail_out = uint32_t(size);
  const bool good = isal_inflate(&state) == ISAL_DECOMP_OK && state.block_state == ISAL_BLOCK_FINISH;
  const bool all = state.avail_in == 0 && state.read_in_length < 8 && state.avail_out == 0;
  return good && all ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::string> octets_at(const std::filesystem::path& file, const RecordRef& record) {
  if (record.length > kMember) return std::nullopt;
  Result<FileSource> source = FileSource::open(file);
  if (!source) return std::nullopt;
  Result<std::string> octets = source->octets_at(record.offset, record.length);
  if (!octets || octets->size() < record.length) return std::nullopt;
  return std::move(*octets);
}

}  // namespace

std::optional<WarcRecord> record_in_member(const std::filesystem::path& file, const RecordRef& record) {
  const auto member = octets_at(file, record);
  auto text = member ? inflated(*member) : std::nullopt;
  if (!text || !text->starts_with(kWarcMagic)) return std::nullopt;
  const size_t end = end_of_head(std::string_view(*text).substr(0, limits::kWarcHeaderBytes), 0);
  if (end == std::string_view::npos) return std::nullopt;
  Result<WarcHeader> header = parse_warc_header(std::string_view(*text).substr(0, end));
  if (!header || header->content_length != text->size() - end - kRecordEnd.size()) return std::nullopt;
  if (!text->ends_with(kRecordEnd)) return std::nullopt;
  const auto id = header->fields.find("warc-record-id");
  RecordRef ref{.file = file.string(), .offset = record.offset, .length = record.length};
  if (id != header->fields.end()) ref.id = id->second;
  text->resize(text->size() - kRecordEnd.size());
  text->erase(0, end);
  return WarcRecord{.version = std::move(header->version),
                    .fields = std::move(header->fields),
                    .block = std::move(*text),
                    .ref = std::move(ref)};
}

}  // namespace dekko
