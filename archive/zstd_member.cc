#include "archive/zstd_member.h"

#include <zstd.h>

#include <new>

#include "archive/magic.h"

namespace dekko {

namespace {

// Per 100 KB page of a real listing over a dictionary of 3 MB this is 2 ms; 19 takes ten times that for 4 %.
constexpr int kLevel = 9;
// 8 MB, which the specification's decoders have to have: it covers dictionary and page.
constexpr int kWindowLog = 23;

void append_little_endian(std::string& out, size_t value) {
  for (int i = 0; i < 4; ++i) out += char((value >> (8 * i)) & 0xFF);
}

std::string compressed(ZSTD_CCtx* context, std::string_view octets) {
  std::string out(ZSTD_compressBound(octets.size()), '\0');
  const size_t size = ZSTD_compress2(context, out.data(), out.size(), octets.data(), octets.size());
  if (ZSTD_isError(size))
    throw std::bad_alloc();  // with room for the worst case, nothing else is left to fail
  out.resize(size);
  return out;
}

}  // namespace

ZstdMember::ZstdMember(std::string_view dictionary)
    : context_(ZSTD_createCCtx(), &ZSTD_freeCCtx), dictionary_(nullptr, &ZSTD_freeCDict) {
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_contentSizeFlag, 1);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_windowLog, kWindowLog);
  if (dictionary.empty()) return;
  const std::string packed = compressed(context_.get(), dictionary);
  front_ = kZstdDictionaryFrameMagic;
  append_little_endian(front_, packed.size());
  front_ += packed;
  dictionary_.reset(ZSTD_createCDict(dictionary.data(), dictionary.size(), kLevel));
  if (!dictionary_) throw std::bad_alloc();
  ZSTD_CCtx_refCDict(context_.get(), dictionary_.get());
}

ZstdMember::~ZstdMember() = default;

void ZstdMember::append_to(std::string& out, std::initializer_list<std::string_view> pieces) {
  std::string record;
  for (const std::string_view piece : pieces) record += piece;
  const std::lock_guard lock(mutex_);
  out += compressed(context_.get(), record);
}

}  // namespace dekko
