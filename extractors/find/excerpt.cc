#include "extractors/find/excerpt.h"

#include "core/limits.h"

namespace dekko {

std::string excerpt_of(std::string_view text) {
  size_t end = text.size();
  if (end > limits::kExcerptBytes) {
    end = limits::kExcerptBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  }
  return std::string(text.substr(0, end));
}

}  // namespace dekko
