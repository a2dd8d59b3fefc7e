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

namespace {

void take_fields(Capture& capture, const HttpHead& head) {
  capture.content_type = head.value("content-type");
  capture.etag = head.value("etag");
  capture.last_modified = head.value("last-modified");
}

}  // namespace

Capture capture_without_body(const Exchange& exchange, const RecordRef& record) {
  Capture capture{.url = exchange.url.without_fragment(),
                  .fetched_at = exchange.at,
                  .status = exchange.status,
                  .record = record};
  if (const Result<HttpHead> head = parse_http_head(exchange.response_head)) take_fields(capture, *head);
  return capture;
}

Result<Capture> capture_without_body(const WarcRecord& revisit) {
  const Result<Url> url = Url::parse(revisit.field("warc-target-uri"));
  if (!url) return url.error();
  const Result<Moment> at = parse_moment(revisit.field("warc-date"));
  if (!at) return at.error();
  const Result<HttpHead> head = parse_http_head(revisit.block);
  if (!head) return head.error();
  Capture capture{.url = *url, .fetched_at = *at, .status = head->status, .record = revisit.ref};
  take_fields(capture, *head);
  return capture;
}

}  // namespace dekko
