// Memory that is handed out by moving a pointer and given back all at once.
#pragma once

#include <cstddef>

namespace dekko {

class Arena {
 public:
  // `limit`: octets in all, overhead included. `expected`: octets that will probably be asked for.
  Arena(size_t limit, size_t expected) : left_(limit), next_chunk_(expected) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena();

  // Aligned for pointers; lives as long as the arena. Null when the limit or the machine's memory is reached.
  void* allocate(size_t size) noexcept {
    size = (size + kAlignment - 1) & ~(kAlignment - 1);
    if (size > room_ && !grow(size)) return nullptr;
    void* block = cursor_;
    cursor_ += size;
    room_ -= size;
    return block;
  }
  // Whether it was the machine that had no more, not the limit.
  bool starved() const { return starved_; }

 private:
  static constexpr size_t kAlignment = alignof(void*);
  struct Chunk {
    Chunk* older;
    size_t size;  // with this
  };
  bool grow(size_t size) noexcept;

  char* cursor_ = nullptr;
  size_t room_ = 0;  // octets left after cursor_
  size_t left_;      // octets left of the limit
  size_t next_chunk_;
  Chunk* newest_ = nullptr;
  bool starved_ = false;
};

}  // namespace dekko
