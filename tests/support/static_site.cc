#include "tests/support/static_site.h"

#include <fstream>

#include "tests/support/pager.h"

namespace dekko::site {
namespace {

Result<void> write_file(const std::filesystem::path& path, const std::string& text) {
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (!file) return Error{ErrorCode::kIo, path.string(), "cannot be written"};
  return {};
}

}  // namespace

Result<void> write_static(const Newspaper& newspaper, const std::filesystem::path& folder) {
  Result<void> written = write_file(folder / "robots.txt", newspaper.options().robots);
  for (int page = 1; written && page <= newspaper.page_count(); ++page) {
    std::string path = page_path(newspaper.options().slug, page).substr(1) + "index.html";
    written = write_file(folder / path, newspaper.page(page));
  }
  return written;
}

}  // namespace dekko::site
