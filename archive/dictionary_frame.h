// The dictionary in front of a .warc.zst (IIPC, Zstandard Compression for WARC Files 1.0, "Dictionary frame
// format").
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "archive/file_source.h"
#include "core/result.h"

namespace dekko {

// The dictionary, which may itself be compressed there; at most limits::kDictionaryBytes. The source stands
// in front of its frame, and after it when this returns.
Result<std::string> take_dictionary(FileSource& source);
// The same in two steps: as it stands there, and the dictionary that this is.
Result<std::string> take_packed_dictionary(FileSource& source);
Result<std::string> unpacked_dictionary(std::string packed);

struct DictionaryFrame {
  std::string dictionary;  // empty for none
  uint64_t size = 0;       // of the frame
};
Result<DictionaryFrame> dictionary_frame(const std::filesystem::path& file);

}  // namespace dekko
