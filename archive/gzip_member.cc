#include "archive/gzip_member.h"

#include <new>

#include "core/limits.h"

namespace dekko {

namespace {

// Per 85 KB page of the bench: level 1 takes 0.18 ms for 13.1 KB, 4 takes 0.28 ms for 12.1 KB, 6 takes 0.35
// ms for 11.6 KB, 9 takes 0.72 ms for 11.4 KB; zlib's level 4 takes 0.43 ms for 12.4 KB.
constexpr int kLevel = 4;
constexpr size_t kKept = limits::kMiB;  // of room for the next record: ten times a usual page

}  // namespace

GzipMember::GzipMember() : compressor_(libdeflate_alloc_compressor(kLevel)) {
  if (!compressor_) throw std::bad_alloc();
}

void GzipMember::append_to(std::string& out, std::initializer_list<std::string_view> pieces) {
  for (const std::string_view piece : pieces) whole_ += piece;
  const size_t begin = out.size();
  out.resize(begin + libdeflate_gzip_compress_bound(compressor_.get(), whole_.size()));
  const size_t length = libdeflate_gzip_compress(compressor_.get(), whole_.data(), whole_.size(),
                                                 out.data() + begin, out.size() - begin);
  out.resize(begin + length);
  whole_.clear();
  if (whole_.capacity() > kKept) std::string().swap(whole_);
}

}  // namespace dekko
