#include "app/revisits.h"

#include "archive/http_message.h"

namespace dekko {

bool is_in_archive(const PageCopy& copy, const std::filesystem::path& folder) {
  std::error_code failure;
  const uintmax_t size = std::filesystem::file_size(folder / copy.record.file, failure);
  return !failure && copy.record.length > 0 && size >= copy.record.offset + copy.record.length;
}

bool has_validators(const PageCopy& copy) {
  return !copy.etag.empty() || !copy.last_modified.empty();
}

Revisit revisit_of(const PageCopy& copy, Revisit::Reason reason) {
  return {.reason = reason,
          .earlier = {.url = copy.url, .at = copy.fetched_at, .sha256 = copy.record.sha256}};
}

Capture capture_without_body(const Exchange& exchange, const RecordRef& record) {
  Capture capture{.url = exchange.url.without_fragment(),
                  .fetched_at = exchange.at,
                  .status = exchange.status,
                  .record = record};
  if (const Result<HttpHead> head = parse_http_head(exchange.response_head)) {
    capture.content_type = head->value("content-type");
    capture.etag = head->value("etag");
    capture.last_modified = head->value("last-modified");
  }
  return capture;
}

}  // namespace dekko
