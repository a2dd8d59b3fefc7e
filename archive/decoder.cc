#include "archive/decoder.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"

namespace dekko {

namespace {

constexpr size_t kFirstRoom = 64 * limits::kKiB;
constexpr size_t kUsualGrowth = 6;  // HTML under gzip or br

Error invalid(std::string_view name, std::string_view detail) {
  return Error{ErrorCode::kInvalid, "", fmt::format("the {} body {}", name, detail)};
}

}  // namespace

Result<std::string> decode_all(Decoder& decoder, std::string_view octets, std::string_view magic,
                               size_t limit, std::string_view name) {
  std::string text(std::min(limit + 1, std::max(kFirstRoom, kUsualGrowth * octets.size())), '\0');
  size_t size = 0;
  for (;;) {
    const DecodeStep step = decoder.step(octets, std::span(text).subspan(size));
    octets.remove_prefix(step.read);
    size += step.written;
    if (size > limit) {
      return Error{ErrorCode::kLimit, "", fmt::format("the {} body grows over {} bytes", name, limit)};
    }
    if (step.state == DecodeStep::State::kDamaged) return invalid(name, "is damaged");
    if (step.state == DecodeStep::State::kEnd) {
      if (magic.empty() || !octets.starts_with(magic)) break;
      decoder.reset();
    } else if (size == text.size()) {
      text.resize(std::min(limit + 1, 2 * text.size()));
    } else if (step.read == 0 && step.written == 0) {
      return invalid(name, "ends too early");
    }
  }
  text.resize(size);
  return text;
}

}  // namespace dekko
