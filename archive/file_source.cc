#include "archive/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/limits.h"

namespace dekko {

namespace {

constexpr size_t kStep = 64 * limits::kKiB;

Error unreadable(const std::string& name, int error) {
  const ErrorCode code = error == ENOENT || error == ENOTDIR ? ErrorCode::kNotFound : ErrorCode::kIo;
  return Error{code, name, "cannot be read: " + std::generic_category().message(error)};
}

}  // namespace

Result<FileSource> FileSource::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return unreadable(file.string(), errno);
  FileSource source(descriptor, file.string());
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) return unreadable(file.string(), errno);
  if (!S_ISREG(facts.st_mode)) return Error{ErrorCode::kIo, file.string(), "is no regular file"};
  return source;
}

FileSource::FileSource(FileSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      at_(other.at_) {}

FileSource::~FileSource() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::string_view> FileSource::ahead(size_t count) {
  while (buffer_.size() - at_ < count) {
    const Result<size_t> more = refill();
    if (!more) return more.error();
    if (*more == 0) break;
  }
  return std::string_view(buffer_).substr(at_);
}

Result<std::string> FileSource::octets_at(uint64_t offset, size_t count) const {
  std::string octets(count, '\0');
  for (size_t had = 0; had < count;) {
    const Result<size_t> more = read(std::span(octets).subspan(had), offset + had);
    if (!more) return more.error();
    had += *more;
    if (*more == 0) octets.resize(count = had);
  }
  return octets;
}

Result<size_t> FileSource::refill() {
  buffer_.erase(0, at_);
  begin_ += std::exchange(at_, 0);
  const size_t kept = buffer_.size();
  buffer_.resize(kept + kStep);
  const Result<size_t> count = read(std::span(buffer_).subspan(kept), begin_ + kept);
  buffer_.resize(kept + count.value_or(0));
  return count;
}

Result<size_t> FileSource::read(std::span<char> room, uint64_t offset) const {
  ssize_t count = -1;
  do {
    count = ::pread(descriptor_, room.data(), room.size(), off_t(offset));
  } while (count < 0 && errno == EINTR);
  if (count < 0) return unreadable(name_, errno);
  return size_t(count);
}

void FileSource::go_to(uint64_t offset) {
  if (offset >= begin_ && offset - begin_ <= buffer_.size()) {
    at_ = size_t(offset - begin_);
    return;
  }
  buffer_.clear();
  at_ = 0;
  begin_ = offset;
}

Result<std::optional<uint64_t>> FileSource::find(std::string_view needle, uint64_t from) {
  go_to(from);
  for (;;) {
    const Result<std::string_view> octets = ahead(needle.size());
    if (!octets) return octets.error();
    if (octets->size() < needle.size()) return std::optional<uint64_t>();
    const size_t found = octets->find(needle);
    if (found != std::string_view::npos) return std::optional(position() + found);
    drop(octets->size() - needle.size() + 1);
  }
}

}  // namespace dekko
