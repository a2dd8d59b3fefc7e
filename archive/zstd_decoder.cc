#include "archive/zstd_decoder.h"

#include <zstd.h>

#include <new>

namespace dekko {

ZstdDictionary::ZstdDictionary(ZSTD_DDict_s* made) : made_(made, &ZSTD_freeDDict) {}

Result<std::shared_ptr<const ZstdDictionary>> ZstdDictionary::make(std::string_view octets) {
  ZSTD_DDict* made = ZSTD_createDDict(octets.data(), octets.size());
  if (made == nullptr) return Error{ErrorCode::kCorrupt, "", "has a damaged zstd dictionary"};
  return std::shared_ptr<const ZstdDictionary>(new ZstdDictionary(made));
}

ZstdDecoder::ZstdDecoder(int window_log) : context_(ZSTD_createDCtx(), &ZSTD_freeDCtx) {
  if (!context_) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, window_log);
}

ZstdDecoder::~ZstdDecoder() = default;

void ZstdDecoder::use_dictionary(std::shared_ptr<const ZstdDictionary> dictionary) {
  dictionary_ = std::move(dictionary);
  ZSTD_DCtx_refDDict(context_.get(), dictionary_->made_.get());
}

void ZstdDecoder::reset() {
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
}

DecodeStep ZstdDecoder::step(std::string_view input, std::span<char> room) {
  ZSTD_inBuffer in{input.data(), input.size(), 0};
  ZSTD_outBuffer out{room.data(), room.size(), 0};
  const size_t outcome = ZSTD_decompressStream(context_.get(), &out, &in);
  DecodeStep step{.read = in.pos, .written = out.pos};
  if (ZSTD_isError(outcome)) {
    step.state = DecodeStep::State::kDamaged;
  } else if (outcome == 0) {
    step.state = DecodeStep::State::kEnd;
  }
  return step;
}

}  // namespace dekko
