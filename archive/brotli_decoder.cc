#include "archive/brotli_decoder.h"

#include <brotli/decode.h>

#include <new>

namespace dekko {

BrotliDecoder::BrotliDecoder() : state_(nullptr, &BrotliDecoderDestroyInstance) {
  BrotliDecoder::reset();
}

BrotliDecoder::~BrotliDecoder() = default;

void BrotliDecoder::reset() {
  state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  if (!state_) throw std::bad_alloc();
}

DecodeStep BrotliDecoder::step(std::string_view input, std::span<char> room) {
  const auto* next_in = reinterpret_cast<const uint8_t*>(input.data());
  auto* next_out = reinterpret_cast<uint8_t*>(room.data());
  size_t left = input.size();
  size_t free = room.size();
  const BrotliDecoderResult outcome =
      BrotliDecoderDecompressStream(state_.get(), &left, &next_in, &free, &next_out, nullptr);
  DecodeStep step{.read = input.size() - left, .written = room.size() - free};
  if (outcome == BROTLI_DECODER_RESULT_SUCCESS) {
    step.state = DecodeStep::State::kEnd;
  } else if (outcome == BROTLI_DECODER_RESULT_ERROR) {
    step.state = DecodeStep::State::kDamaged;
  }
  return step;
}

}  // namespace dekko
