#include "app/record_choice.h"

#include <system_error>

#include "archive/originals.h"
#include "core/page_address.h"

namespace dekko {

bool RecordChoice::takes(const WarcRecord& record) const {
  if (listing || page) {
    const Result<Url> url = Url::parse(record.field("warc-target-uri"));
    if (!url) return false;
    const PageAddress address = page_address(*url);
    if (listing && address.listing != page_address(*listing).listing) return false;
    if (page && address.page != *page) return false;
  }
  if (!since && !until) return true;
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  return at && (!since || *at >= *since) && (!until || *at < *until);
}

Result<Moment> parse_day_or_moment(const std::string& text) {
  return parse_moment(text.find('T') == std::string::npos ? text + "T00:00:00Z" : text);
}

Result<void> each_record(const std::filesystem::path& folder,
                         const std::function<Result<void>(const WarcRecord&)>& take,
                         const std::function<void(const std::string&, const WarcFault&)>& fault) {
  std::error_code failure;
  if (!std::filesystem::is_directory(folder, failure)) {
    return Error{ErrorCode::kNotFound, folder.string(), "there is no such archive",
                 "name its folder with --archive"};
  }
  for (const std::filesystem::path& file : warc_files(folder)) {
    Result<WarcReader> reader = WarcReader::open(file);
    if (!reader) return reader.error();
    for (;;) {
      const Result<std::optional<WarcRecord>> record = reader->next();
      if (!record) return record.error();
      if (!*record) break;
      if (const Result<void> taken = take(**record); !taken) return taken;
    }
    for (const WarcFault& found : reader->faults()) fault(file.string(), found);
  }
  return {};
}

}  // namespace dekko
