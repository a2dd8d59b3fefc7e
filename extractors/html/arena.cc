#include "extractors/html/arena.h"

#include <algorithm>
#include <cstdlib>

#include "core/limits.h"

namespace dekko {

namespace {
constexpr size_t kSmallestChunk = 64 * limits::kKiB;
constexpr size_t kLargestChunk = 4 * limits::kMiB;
}  // namespace

Arena::~Arena() {
  while (newest_) {
    Chunk* chunk = newest_;
    newest_ = chunk->older;
    std::free(chunk);
  }
}

bool Arena::grow(size_t size) noexcept {
  if (size > left_) return false;
  size_t wanted = std::clamp(next_chunk_, kSmallestChunk, kLargestChunk);
  size_t chunk_size = std::min(std::max(wanted, size + sizeof(Chunk)), left_);
  if (chunk_size < size + sizeof(Chunk)) return false;
  auto* chunk = static_cast<Chunk*>(std::malloc(chunk_size));
  if (!chunk) return false;
  chunk->older = newest_;
  newest_ = chunk;
  left_ -= chunk_size;
  cursor_ = reinterpret_cast<char*>(chunk + 1);
  room_ = chunk_size - sizeof(Chunk);
  return true;
}

}  // namespace dekko
