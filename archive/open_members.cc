#include <array>
#include <string>

#include "archive/archive_limits.h"
#include "archive/compressed_stream.h"
#include "archive/dictionary_frame.h"
#include "archive/inflate_decoder.h"
#include "archive/magic.h"
#include "archive/member_stream.h"
#include "archive/plain_stream.h"
#include "archive/zstd_decoder.h"

namespace dekko {

namespace {

// Enough for a header with a file name and the tables of a first dynamic block. Small, because a hostile file
// can hold a would-be member at every third octet.
constexpr size_t kGzipProbe = limits::kKiB;
// A frame's header and one block of the largest size: zstd decodes nothing less (RFC 8878 section 3.1.1.2.4).
constexpr size_t kZstdProbe = 128 * limits::kKiB + 32;

// A file that a crash cut inside its magic is still of that format.
bool begins(std::string_view octets, std::string_view magic) {
  return !octets.empty() && (octets.starts_with(magic) || magic.starts_with(octets));
}

// Who reads records one by one opens the same segment over and over: each thread keeps what the last
// dictionary came to.
Result<std::shared_ptr<const ZstdDictionary>> dictionary_of(FileSource& source) {
  struct Last {
    std::string packed;
    std::shared_ptr<const ZstdDictionary> made;
  };
  static thread_local Last last;
  Result<std::string> packed = take_packed_dictionary(source);
  if (!packed) return packed.error();
  if (last.made && last.packed == *packed) return last.made;
  const Result<std::string> octets = unpacked_dictionary(*packed);
  if (!octets) return octets.error();
  Result<std::shared_ptr<const ZstdDictionary>> made = ZstdDictionary::make(*octets);
  if (made) last = {std::move(*packed), *made};
  return made;
}

Result<std::unique_ptr<MemberStream>> open_zstd(FileSource source, bool with_dictionary) {
  auto decoder = std::make_unique<ZstdDecoder>(limits::kRecordWindowLog);
  if (with_dictionary) {
    Result<std::shared_ptr<const ZstdDictionary>> dictionary = dictionary_of(source);
    if (!dictionary) return dictionary.error();
    decoder->use_dictionary(std::move(*dictionary));
  }
  return std::make_unique<CompressedStream>(std::move(source), std::move(decoder), kZstdMagic, kZstdProbe);
}

}  // namespace

Result<std::unique_ptr<MemberStream>> open_members(const std::filesystem::path& file) {
  Result<FileSource> source = FileSource::open(file);
  if (!source) return source.error();
  const Result<std::string_view> ahead = source->ahead(kWarcMagic.size());
  if (!ahead) return ahead.error();
  const std::string front(ahead->substr(0, kWarcMagic.size()));
  if (begins(front, kGzipMagic)) {
    auto decoder = std::make_unique<InflateDecoder>(InflateDecoder::Format::kGzip);
    return std::make_unique<CompressedStream>(std::move(*source), std::move(decoder), kGzipMagic, kGzipProbe);
  }
  const bool with_dictionary = begins(front, kZstdDictionaryFrameMagic);
  if (with_dictionary || begins(front, kZstdMagic)) {
    Result<std::unique_ptr<MemberStream>> stream = open_zstd(std::move(*source), with_dictionary);
    if (!stream) stream.error().context = file.string();
    return stream;
  }
  if (front.empty() || begins(front, kWarcMagic)) return std::make_unique<PlainStream>(std::move(*source));
  return Error{ErrorCode::kInvalid, file.string(),
               "is no WARC file: it begins neither with \"WARC/\" nor as gzip or zstd",
               "give a .warc, .warc.gz or .warc.zst file"};
}

}  // namespace dekko
