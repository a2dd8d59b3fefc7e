#include "archive/zip_file.h"

#include <zip.h>

#include <deque>

namespace dekko {

class ZipFile::Impl {
 public:
  Impl(std::filesystem::path path, zip_t* zip, Moment moment)
      : file(std::move(path)), archive(zip), made(std::chrono::system_clock::to_time_t(moment)) {}
  ~Impl() {
    if (archive) zip_discard(archive);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Error failed() const {
    return Error{ErrorCode::kIo, file.string(), std::string("cannot be written: ") + zip_strerror(archive),
                 "check the disk and the folder's permissions"};
  }
  Result<void> add(const std::string& name, zip_source_t* source, zip_int32_t method) {
    if (!source) return failed();
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      return failed();
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    const bool set = zip_set_file_compression(archive, entry, method, 0) == 0 &&
                     zip_file_set_mtime(archive, entry, made, 0) == 0;
    return set ? Result<void>() : failed();
  }

  std::filesystem::path file;
  zip_t* archive;
  time_t made;
  std::deque<std::string> texts;  // libzip reads them when it closes
};

ZipFile::ZipFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipFile::ZipFile(ZipFile&&) noexcept = default;
ZipFile& ZipFile::operator=(ZipFile&&) noexcept = default;
ZipFile::~ZipFile() = default;

Result<ZipFile> ZipFile::create(const std::filesystem::path& file, Moment made) {
  int code = 0;
  zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (zip) return ZipFile(std::make_unique<Impl>(file, zip, made));
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  Error failure{ErrorCode::kIo, file.string(), std::string("cannot be made: ") + zip_error_strerror(&error),
                "name another file"};
  zip_error_fini(&error);
  return failure;
}

Result<void> ZipFile::add_file(const std::string& name, const std::filesystem::path& source) {
  return impl_->add(name, zip_source_file(impl_->archive, source.c_str(), 0, -1), ZIP_CM_STORE);
}

Result<void> ZipFile::add_text(const std::string& name, std::string text) {
  const std::string& kept = impl_->texts.emplace_back(std::move(text));
  return impl_->add(name, zip_source_buffer(impl_->archive, kept.data(), kept.size(), 0), ZIP_CM_DEFLATE);
}

Result<void> ZipFile::close() {
  if (zip_close(impl_->archive) != 0) return impl_->failed();
  impl_->archive = nullptr;
  return {};
}

}  // namespace dekko
