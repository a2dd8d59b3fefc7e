// Zstandard frames (RFC 8878), with a dictionary where the file has one. A skippable frame is a stream
// without octets.
#pragma once

#include <memory>
#include <string_view>

#include "archive/decoder.h"
#include "core/result.h"

struct ZSTD_DCtx_s;

namespace dekko {

class ZstdDecoder final : public Decoder {
 public:
  // Frames that want a window of more than 2^window_log octets count as damaged.
  explicit ZstdDecoder(int window_log);
  ~ZstdDecoder() override;

  // For all frames from here on. Fails if it is no dictionary. The octets are copied.
  Result<void> use_dictionary(std::string_view dictionary);
  void reset() override;
  DecodeStep step(std::string_view input, std::span<char> room) override;

 private:
  std::unique_ptr<ZSTD_DCtx_s, size_t (*)(ZSTD_DCtx_s*)> context_;
};

}  // namespace dekko
