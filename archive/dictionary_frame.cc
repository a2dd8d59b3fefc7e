#include "archive/dictionary_frame.h"

#include "archive/archive_limits.h"
#include "archive/magic.h"
#include "archive/zstd_decoder.h"

namespace dekko {

namespace {

constexpr size_t kFrameHeader = 8;

uint32_t little_endian(std::string_view octets) {
  uint32_t value = 0;
  for (size_t i = 4; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(octets[i]);
  return value;
}

}  // namespace

Result<std::string> take_dictionary(FileSource& source) {
  Result<std::string> packed = take_packed_dictionary(source);
  return packed ? unpacked_dictionary(std::move(*packed)) : packed;
}

Result<std::string> take_packed_dictionary(FileSource& source) {
  const Error torn{ErrorCode::kCorrupt, "", "ends inside its zstd dictionary"};
  Result<std::string_view> octets = source.ahead(kFrameHeader);
  if (!octets) return octets.error();
  if (octets->size() < kFrameHeader) return torn;
  const size_t size = little_endian(octets->substr(4));
  if (size > limits::kDictionaryBytes)
    return Error{ErrorCode::kLimit, "", "has a zstd dictionary over 8 MiB"};
  octets = source.ahead(kFrameHeader + size);
  if (!octets) return octets.error();
  if (octets->size() < kFrameHeader + size) return torn;
  std::string dictionary(octets->substr(kFrameHeader, size));
  source.drop(kFrameHeader + size);
  return dictionary;
}

Result<std::string> unpacked_dictionary(std::string packed) {
  if (!packed.starts_with(kZstdMagic)) return packed;
  ZstdDecoder decoder(limits::kContentWindowLog);
  return decode_all(decoder, packed, "", limits::kDictionaryBytes, "dictionary's");
}

Result<DictionaryFrame> dictionary_frame(const std::filesystem::path& file) {
  Result<FileSource> source = FileSource::open(file);
  if (!source) return source.error();
  const Result<std::string_view> front = source->ahead(kFrameHeader);
  if (!front) return front.error();
  if (!front->starts_with(kZstdDictionaryFrameMagic) || front->size() < kFrameHeader)
    return DictionaryFrame{};
  const uint64_t size = kFrameHeader + little_endian(front->substr(4));
  Result<std::string> dictionary = take_dictionary(*source);
  if (!dictionary) return dictionary.error();
  return DictionaryFrame{std::move(*dictionary), size};
}

}  // namespace dekko
