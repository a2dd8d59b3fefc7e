#include "archive/mend_tail.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <string>
#include <system_error>

#include "archive/magic.h"
#include "archive/warc_reader.h"

namespace dekko {

namespace {

Error failed(const std::filesystem::path& file, int error) {
  return Error{ErrorCode::kIo, file.string(),
               "has a torn tail that cannot be cut off: " + std::generic_category().message(error),
               "check the disk and the folder's permissions"};
}

Result<void> cut(const std::filesystem::path& file, uint64_t size) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(file, errno);
  const bool done = ::ftruncate(descriptor, off_t(size)) == 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  return done ? Result<void>() : failed(file, error);
}

bool is_plain(const std::filesystem::path& file) {
  std::string begin(kWarcMagic.size(), '\0');
  std::ifstream(file, std::ios::binary).read(begin.data(), std::streamsize(begin.size()));
  return begin == kWarcMagic;
}

// The offset of the torn tail; the file's size where there is none, and where whole records share its member:
// to cut that off would take them too. So it could in a plain file with other damage, whose records nothing
// but their lengths tells apart.
Result<uint64_t> end_of_records(const std::filesystem::path& file, uint64_t size) {
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader) return reader.error().code == ErrorCode::kCorrupt ? Result<uint64_t>(0) : reader.error();
  std::optional<uint64_t> last;
  for (;;) {
    const Result<std::optional<WarcRecord>> record = reader->next();
    if (!record) return record.error();
    if (!*record) break;
    last = (*record)->ref.offset;
  }
  for (const WarcFault& fault : reader->faults()) {
    if (fault.what != "torn tail") continue;
    const bool takes_others = last == fault.offset || (reader->faults().size() > 1 && is_plain(file));
    return takes_others ? size : fault.offset;
  }
  return size;
}

}  // namespace

Result<uint64_t> mend_tail(const std::filesystem::path& segment) {
  std::error_code failure;
  const uint64_t size = std::filesystem::file_size(segment, failure);
  if (failure) return failed(segment, failure.value());
  const Result<uint64_t> end = end_of_records(segment, size);
  if (!end) return end.error();
  if (*end == 0) {
    if (::unlink(segment.c_str()) != 0) return failed(segment, errno);
    return std::max<uint64_t>(size, 1);
  }
  if (*end == size) return 0;
  if (const Result<void> done = cut(segment, *end); !done) return done.error();
  return size - *end;
}

}  // namespace dekko
