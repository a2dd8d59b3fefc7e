// Threads of a machine that may not grant all that are asked for.
#pragma once

#include <exception>
#include <thread>
#include <vector>

namespace dekko {

// Up to `count` threads that run `work`, as many as the machine grants. Throws where it grants none.
template <class Work>
std::vector<std::thread> start_threads(size_t count, Work work) {
  std::vector<std::thread> threads;
  threads.reserve(count);
  while (threads.size() < count) {
    try {
      threads.emplace_back(work);
    } catch (const std::exception&) {
      if (threads.empty()) throw;
      break;
    }
  }
  return threads;
}

}  // namespace dekko
