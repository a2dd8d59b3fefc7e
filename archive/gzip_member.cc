#include "archive/gzip_member.h"

#include <new>

namespace dekko {

namespace {

// Per 100 KB page of real listings: level 1 takes 0.9 ms for 19.7 KB, 4 takes 1.6 ms for 17.6 KB, 6 takes 2.7
// ms for 16.8 KB, 9 takes 5.1 ms for 16.7 KB.
constexpr int kLevel = 4;
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemory = 8;
constexpr size_t kLargestPiece = size_t(1) << 30;  // zlib counts in unsigned int

}  // namespace

GzipMember::GzipMember() {
  if (deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

GzipMember::~GzipMember() {
  deflateEnd(&stream_);
}

void GzipMember::append_to(std::string& out, std::initializer_list<std::string_view> pieces) {
  deflateReset(&stream_);
  for (std::string_view piece : pieces) {
    for (; !piece.empty(); piece.remove_prefix(std::min(piece.size(), kLargestPiece))) {
      deflate_piece(out, piece.substr(0, kLargestPiece), Z_NO_FLUSH);
    }
  }
  deflate_piece(out, {}, Z_FINISH);
}

void GzipMember::deflate_piece(std::string& out, std::string_view piece, int flush) {
  static constexpr size_t kStep = 32 * 1024;
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));  // zlib only reads
  stream_.avail_in = uInt(piece.size());
  do {
    const size_t begin = out.size();
    out.resize(begin + kStep);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + begin);
    stream_.avail_out = kStep;
    deflate(&stream_, flush);
    out.resize(begin + kStep - stream_.avail_out);
  } while (stream_.avail_out == 0 || stream_.avail_in > 0);
}

}  // namespace dekko
