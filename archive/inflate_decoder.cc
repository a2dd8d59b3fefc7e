#include "archive/inflate_decoder.h"

#include <algorithm>
#include <limits>
#include <new>

namespace dekko {

namespace {

uInt counted(size_t size) {
  return uInt(std::min<size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

InflateDecoder::InflateDecoder(Format format) {
  if (inflateInit2(&stream_, int(format)) != Z_OK) throw std::bad_alloc();
}

InflateDecoder::~InflateDecoder() {
  inflateEnd(&stream_);
}

void InflateDecoder::reset() {
  inflateReset(&stream_);
}

DecodeStep InflateDecoder::step(std::string_view input, std::span<char> room) {
  const uInt offered = counted(input.size());
  const uInt free = counted(room.size());
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));  // zlib only reads
  stream_.avail_in = offered;
  stream_.next_out = reinterpret_cast<Bytef*>(room.data());
  stream_.avail_out = free;
  const int outcome = inflate(&stream_, Z_NO_FLUSH);
  if (outcome == Z_MEM_ERROR) throw std::bad_alloc();
  DecodeStep step{.read = offered - stream_.avail_in, .written = free - stream_.avail_out};
  if (outcome == Z_STREAM_END) {
    step.state = DecodeStep::State::kEnd;
  } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
    step.state = DecodeStep::State::kDamaged;
  }
  return step;
}

}  // namespace dekko
