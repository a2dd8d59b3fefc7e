// Brotli (RFC 7932): the content coding "br". Its window is at most 16 MB; large-window streams count as
// damaged.
#pragma once

#include <memory>

#include "archive/decoder.h"

struct BrotliDecoderStateStruct;

namespace dekko {

class BrotliDecoder final : public Decoder {
 public:
  BrotliDecoder();
  ~BrotliDecoder() override;

  void reset() override;
  DecodeStep step(std::string_view input, std::span<char> room) override;

 private:
  std::unique_ptr<BrotliDecoderStateStruct, void (*)(BrotliDecoderStateStruct*)> state_;
};

}  // namespace dekko
