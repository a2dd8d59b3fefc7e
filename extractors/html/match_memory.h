// What a matcher found out about elements, so that it need not find it out again. Plain matching asks the
// same thing over and over only on pages made for it: remembering begins when more was asked than the page
// has elements, and makes all that follows linear.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/html/limits.h"

namespace dekko::css {

class MatchMemory {
 public:
  // One table for each of `count` questions. `page` is any node of the page.
  MatchMemory(size_t count, const GumboNode* page) : page_(page), tables_(count) {}

  bool is_open() const { return open_; }
  void count_step() {
    if (++steps_ >= patience_) lose_patience();
  }

  // Numbers below kUnknown. Nothing is known before the memory is open.
  std::optional<uint32_t> recall(size_t question, const GumboNode* element) const;
  void remember(size_t question, const GumboNode* element, uint32_t answer);

 private:
  static constexpr uint32_t kUnknown = UINT32_MAX;
  void lose_patience();

  const GumboNode* page_;
  size_t steps_ = 0;
  size_t patience_ = limits::kPlainSteps;
  size_t elements_ = 0;
  bool open_ = false;
  std::vector<std::vector<uint32_t>> tables_;
};

}  // namespace dekko::css
