#include "extractors/html/arena.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "core/limits.h"

namespace dekko {

namespace {
constexpr size_t kSmallestChunk = 64 * limits::kKiB;
constexpr size_t kLargestChunk = 4 * limits::kMiB;
constexpr size_t kSpareBytes = 2 * limits::kMiB;

struct FreeMemory {
  void operator()(void* block) const { std::free(block); }
};

// The largest chunk of the page before, so that the next page of this thread need not ask the kernel for
// memory, which clears it first: a tenth of the time of a parse.
struct Spare {
  std::unique_ptr<void, FreeMemory> block = {};
  size_t size = 0;
};
thread_local Spare spare;

void* take_spare(size_t at_least, size_t& size) {
  if (spare.size < at_least) return nullptr;
  size = std::exchange(spare.size, 0);
  return spare.block.release();
}

void give_back(void* block, size_t size) {
  std::unique_ptr<void, FreeMemory> owned(block);
  if (size > spare.size && size <= kSpareBytes) spare = {std::move(owned), size};
}

}  // namespace

Arena::~Arena() {
  while (newest_) {
    Chunk* chunk = newest_;
    newest_ = chunk->older;
    give_back(chunk, chunk->size);
  }
}

bool Arena::grow(size_t size) noexcept {
  if (size > left_) return false;
  size_t wanted = std::clamp(next_chunk_, kSmallestChunk, kLargestChunk);
  size_t chunk_size = std::min(std::max(wanted, size + sizeof(Chunk)), left_);
  if (chunk_size < size + sizeof(Chunk)) return false;
  void* block = take_spare(chunk_size, chunk_size);
  if (!block) block = std::malloc(chunk_size);
  starved_ = block == nullptr;
  if (starved_) return false;
  auto* chunk = static_cast<Chunk*>(block);
  chunk->older = newest_;
  chunk->size = chunk_size;
  newest_ = chunk;
  left_ -= std::min(left_, chunk_size);
  cursor_ = reinterpret_cast<char*>(chunk + 1);
  room_ = chunk_size - sizeof(Chunk);
  return true;
}

}  // namespace dekko
