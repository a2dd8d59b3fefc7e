// gzip (RFC 1952), zlib (RFC 1950) and raw deflate (RFC 1951).
#pragma once

#include <zlib.h>

#include "archive/decoder.h"

namespace dekko {

class InflateDecoder final : public Decoder {
 public:
  enum class Format { kGzip = 15 + 16, kZlib = 15, kRaw = -15 };  // zlib's windowBits

  explicit InflateDecoder(Format format);
  ~InflateDecoder() override;
  InflateDecoder(const InflateDecoder&) = delete;  // zlib's state points into itself
  InflateDecoder& operator=(const InflateDecoder&) = delete;

  void reset() override;
  DecodeStep step(std::string_view input, std::span<char> room) override;

 private:
  z_stream stream_{};
};

}  // namespace dekko
