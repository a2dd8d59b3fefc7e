#include "archive/segment.h"

#include <cerrno>
#include <system_error>

#include "archive/mend_tail.h"

namespace dekko {

namespace {

Error failed(const std::filesystem::path& file, const char* verb, int error) {
  const std::string words = std::generic_category().message(error);
  if (error == ENOSPC || error == EDQUOT) {
    return Error{ErrorCode::kIo, file.string(), "the disk is full (" + words + ")",
                 "free some space and run it again; what was stored stays whole"};
  }
  return Error{ErrorCode::kIo, file.string(), std::string("cannot be ") + verb + ": " + words,
               "check the disk, its free space and the folder's permissions"};
}

}  // namespace

Result<std::unique_ptr<Segment>> Segment::create(Disk& disk, const std::filesystem::path& file) {
  const int descriptor = disk.create(file);
  if (descriptor < 0) {
    const int error = errno;
    if (error == EEXIST) return Error{ErrorCode::kBusy, file.string(), "exists already"};
    return failed(file, "created", error);
  }
  return std::unique_ptr<Segment>(new Segment(disk, file, descriptor));
}

Result<std::unique_ptr<Segment>> Segment::reopen(Disk& disk, const std::filesystem::path& file) {
  const int descriptor = disk.append(file);
  if (descriptor < 0) {
    const int error = errno;
    if (error == EWOULDBLOCK) return Error{ErrorCode::kBusy, file.string(), "is being written"};
    return failed(file, "opened", error);
  }
  auto segment = std::unique_ptr<Segment>(new Segment(disk, file, descriptor));
  if (const Result<uint64_t> cut = mend_tail(file); !cut) return cut.error();
  std::error_code failure;
  segment->size_ = segment->synced_ = std::filesystem::file_size(file, failure);
  if (failure) return failed(file, "opened", failure.value());
  return segment;
}

Segment::~Segment() {
  disk_.close(descriptor_);
}

Result<uint64_t> Segment::append(std::string_view octets) {
  if (const Result<void> written = write(octets); !written) {
    cut_back(size_);
    return written.error();
  }
  const uint64_t offset = size_;
  size_ += octets.size();
  return offset;
}

Result<void> Segment::sync() {
  if (sync_failure_) return *sync_failure_;
  if (synced_ == size_) return {};
  if (disk_.sync(descriptor_) != 0) {
    const int error = errno;
    cut_back(synced_);
    // The kernel may have dropped the pages it could not write and report success next time.
    sound_ = false;
    sync_failure_ = failed(file_, "synced", error);
    return *sync_failure_;
  }
  synced_ = size_;
  return {};
}

Result<void> Segment::write(std::string_view octets) {
  while (!octets.empty()) {
    const ssize_t written = disk_.write(descriptor_, octets.data(), octets.size());
    if (written > 0) {
      octets.remove_prefix(size_t(written));
    } else if (written == 0 || errno != EINTR) {
      return failed(file_, "written", written == 0 ? EIO : errno);
    }
  }
  return {};
}

void Segment::cut_back(uint64_t size) {
  if (disk_.truncate(descriptor_, size) != 0) sound_ = false;
}

Result<void> Segment::sync_name() {
  if (disk_.sync_folder(file_.parent_path()) != 0) return failed(file_.parent_path(), "synced", errno);
  return {};
}

void Segment::discard() {
  disk_.remove(file_);
  sound_ = false;
}

}  // namespace dekko
