// Decompression in steps: the one shape in which gzip members, zstd frames and content codings are read. No
// decoder asks for more memory than its format's window, whatever its input says.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

struct DecodeStep {
  enum class State {
    kMore,     // wants more input or more room
    kEnd,      // the stream is over and its checksum, if it has one, held
    kDamaged,  // not of the format, or the checksum did not hold; only reset() helps
  };
  size_t read = 0;     // octets taken from the input
  size_t written = 0;  // octets put into the room
  State state = State::kMore;
};

class Decoder {
 public:
  virtual ~Decoder() = default;
  // Forgets the stream under way; a dictionary stays.
  virtual void reset() = 0;
  virtual DecodeStep step(std::string_view input, std::span<char> room) = 0;
};

// The stream at the front of `octets`, whole, and any further ones after it that begin with `magic`; what
// else follows is left alone. kLimit as soon as the text passes `limit` octets; kInvalid if the stream is
// damaged or cut. The errors call it `name`.
Result<std::string> decode_all(Decoder& decoder, std::string_view octets, std::string_view magic,
                               size_t limit, std::string_view name);

}  // namespace dekko
