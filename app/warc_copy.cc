#include "app/warc_copy.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/cdxj.h"
#include "app/step_json.h"
#include "archive/http_message.h"
#include "archive/record_copy.h"

namespace dekko {

Error WarcCopy::failed() const {
  return Error{ErrorCode::kIo, file_.string(), "cannot be written",
               "check the disk and the folder's permissions"};
}

Result<void> WarcCopy::write(Console& console) {
  out_.open(file_, std::ios::binary | std::ios::trunc);
  if (!out_) return failed();
  const Result<void> read = each_record(
      order_.archive,
      [&](const WarcRecord& record) {
        console.progress(fmt::format("{} records", report_.records));
        return take(record);
      },
      [&](const std::string& file, const WarcFault& fault) {
        console.warn(fmt::format("{}, offset {}: {}; passed over", file, fault.offset, fault.what));
      });
  console.end_progress();
  if (!read) return read;
  out_.close();
  return out_ ? Result<void>() : failed();
}

Result<void> WarcCopy::take(const WarcRecord& record) {
  if (record.ref.file != source_) {
    source_ = record.ref.file;
    opening_.reset();
  }
  if (record.type() == "warcinfo") {
    opening_ = record;
    return {};
  }
  if (record.field("content-type") == kJournalType || !order_.choice.takes(record)) return {};
  if (opening_) {
    if (const Result<RecordRef> copied = copy(*opening_); !copied) return copied.error();
    opening_.reset();
  }
  const Result<RecordRef> place = copy(record);
  if (!place) return place.error();
  if (auto line = cdxj_line(record, indexed_as_, *place)) lines_.push_back(std::move(*line));
  note_page(record);
  return {};
}

Result<RecordRef> WarcCopy::copy(const WarcRecord& record) {
  const Result<std::string> octets = record_octets(record.ref.file, record.ref);
  if (!octets) return octets.error();
  std::string member;
  gzip_.append_to(member, {*octets});
  out_.write(member.data(), std::streamsize(member.size()));
  if (!out_) return failed();
  ++report_.records;
  RecordRef place{.file = indexed_as_, .offset = size_, .length = member.size()};
  size_ += member.size();
  return place;
}

void WarcCopy::note_page(const WarcRecord& record) {
  if (record.type() != "response") return;
  const Result<Capture> capture = to_capture(record);
  if (!capture || capture->status >= 300 || capture->content_type.find("html") == std::string::npos) return;
  ++report_.pages;
  pages_.push_back({capture->url.text(), capture->fetched_at});
}

std::string WarcCopy::index() {
  std::sort(lines_.begin(), lines_.end());
  std::string text;
  for (const std::string& line : lines_) text += line + "\n";
  return text;
}

}  // namespace dekko
