// Zstandard frames (RFC 8878), with a dictionary where the file has one. A skippable frame is a stream
// without octets.
#pragma once

#include <memory>
#include <string_view>

#include "archive/decoder.h"
#include "core/result.h"

struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace dekko {

// What a dictionary's octets come to: making it takes milliseconds, using it nothing. May be used by many
// decoders, on any threads.
class ZstdDictionary {
 public:
  // Fails if it is no dictionary. The octets are copied.
  static Result<std::shared_ptr<const ZstdDictionary>> make(std::string_view octets);

 private:
  friend class ZstdDecoder;
  explicit ZstdDictionary(ZSTD_DDict_s* made);

  std::unique_ptr<ZSTD_DDict_s, size_t (*)(ZSTD_DDict_s*)> made_;
};

class ZstdDecoder final : public Decoder {
 public:
  // Frames that want a window of more than 2^window_log octets count as damaged.
  explicit ZstdDecoder(int window_log);
  ~ZstdDecoder() override;

  // For all frames from here on.
  void use_dictionary(std::shared_ptr<const ZstdDictionary> dictionary);
  void reset() override;
  DecodeStep step(std::string_view input, std::span<char> room) override;

 private:
  std::shared_ptr<const ZstdDictionary> dictionary_;  // outlives the context
  std::unique_ptr<ZSTD_DCtx_s, size_t (*)(ZSTD_DCtx_s*)> context_;
};

}  // namespace dekko
