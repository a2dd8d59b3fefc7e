#include <fmt/format.h>

#include "archive/archive.h"
#include "archive/chunked.h"
#include "archive/content_coding.h"
#include "archive/digest.h"
#include "archive/http_message.h"
#include "archive/originals.h"
#include "archive/warc_reader.h"
#include "archive/whole_member.h"

namespace dekko {

namespace {

std::string place(const RecordRef& record) {
  return fmt::format("{}, offset {}", record.file, record.offset);
}

Error refusal(const RecordRef& record, ErrorCode code, std::string detail, std::string cure = "") {
  return Error{code, place(record), std::move(detail), std::move(cure)};
}

// A pure function's error, with the record it is about.
Error placed(Error error, const RecordRef& record) {
  error.detail = error.context.empty() ? error.detail : error.context + ": " + error.detail;
  error.context = place(record);
  return error;
}

// Why the record cannot be a page, whatever its block holds.
Result<void> check_kind(const WarcRecord& record) {
  if (record.type() == "revisit") {
    return refusal(
        record.ref, ErrorCode::kUnsupported,
        "is a revisit: it says that the page was the same as in an earlier record and does not hold it");
  }
  if (record.type() != "response") {
    return refusal(record.ref, ErrorCode::kUnsupported,
                   fmt::format("is no response but \"{}\"", record.type()));
  }
  const std::string_view content_type = record.field("content-type");
  if (!content_type.empty() && !content_type.starts_with("application/http")) {
    return refusal(record.ref, ErrorCode::kUnsupported, fmt::format("holds {}, not HTTP", content_type));
  }
  if (!record.field("warc-segment-number").empty()) {
    return refusal(record.ref, ErrorCode::kUnsupported, "is one part of a record in several");
  }
  if (const std::string_view reason = record.field("warc-truncated"); !reason.empty()) {
    return refusal(record.ref, ErrorCode::kInvalid,
                   fmt::format("was cut short when it was fetched ({})", reason), "fetch the page again");
  }
  return {};
}

// Transfer codings come off first, the last applied first (RFC 9112 section 6.1), then the content's own.
Result<std::string> decoded_body(const HttpHead& head, std::string_view payload) {
  CodingList codings = parse_codings(head.list("content-encoding"));
  const CodingList transfer = parse_codings(head.list("transfer-encoding"));
  codings.insert(codings.end(), transfer.begin(), transfer.end());
  const bool chunked = !codings.empty() && codings.back() == "chunked";
  if (!chunked) return decode_content(std::string(payload), codings);
  codings.pop_back();
  Result<std::string> body = without_chunks(payload);
  return body ? decode_content(std::move(*body), codings) : body;
}

// sha256: the payload's, where it is known; computed if empty.
Result<Capture> response_capture(const WarcRecord& record, std::string sha256) {
  if (const Result<void> kind = check_kind(record); !kind) return kind.error();
  const Result<Url> url = Url::parse(record.field("warc-target-uri"));
  if (!url) return placed(url.error(), record.ref);
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  if (!at) return placed(at.error(), record.ref);
  const Result<HttpHead> head = parse_http_head(record.block);
  if (!head) return placed(head.error(), record.ref);
  const std::string_view payload = std::string_view(record.block).substr(head->size);
  Result<std::string> digest = sha256.empty() ? sha256_hex(payload) : Result<std::string>(std::move(sha256));
  if (!digest) return placed(digest.error(), record.ref);
  Result<std::string> body = decoded_body(*head, payload);
  if (!body) return placed(body.error(), record.ref);
  Capture capture{.url = *url,
                  .fetched_at = *at,
                  .status = head->status,
                  .content_type = std::string(head->value("content-type")),
                  .location = std::string(head->value("location")),
                  .etag = std::string(head->value("etag")),
                  .last_modified = std::string(head->value("last-modified")),
                  .body = std::move(*body),
                  .record = record.ref};
  capture.record.sha256 = std::move(*digest);
  return capture;
}

}  // namespace

Result<Capture> to_capture(const WarcRecord& record) {
  return response_capture(record, "");
}

Result<Capture> to_capture(const WarcRecord& revisit, Capture original) {
  if (revisit.type() != "revisit") return refusal(revisit.ref, ErrorCode::kUnsupported, "is no revisit");
  Result<Url> url = Url::parse(revisit.field("warc-target-uri"));
  if (!url) return placed(url.error(), revisit.ref);
  const Result<Moment> at = parse_moment(revisit.field("warc-date"));
  if (!at) return placed(at.error(), revisit.ref);
  original.url = std::move(*url);
  original.fetched_at = *at;
  std::string sha256 = std::move(original.record.sha256);
  original.record = revisit.ref;
  original.record.sha256 = std::move(sha256);
  return original;
}

namespace {

const std::string kCure = "restore the file from a copy";

}  // namespace

Result<WarcRecord> record_at(const std::filesystem::path& folder, const RecordRef& record) {
  if (auto quick = record_in_member(folder / record.file, record)) return std::move(*quick);
  Result<WarcReader> reader = WarcReader::open_at(folder / record.file, record.offset);
  if (!reader) return reader.error();
  Result<std::optional<WarcRecord>> found = reader->next();
  if (!found) return found.error();
  const bool there = *found && (*found)->ref.offset == record.offset && (*found)->ref.length == record.length;
  if (!there)
    return refusal(record, ErrorCode::kCorrupt, "no whole record of that length stands there", kCure);
  return std::move(**found);
}

Result<Capture> read_capture(const std::filesystem::path& folder, const RecordRef& record) {
  const Result<WarcRecord> found = record_at(folder, record);
  if (!found) return found.error();
  Originals originals(folder);
  Result<Capture> capture = found->type() == "revisit" ? originals.capture_of(*found) : to_capture(*found);
  if (!capture) return capture;
  if (!record.sha256.empty() && capture->record.sha256 != record.sha256) {
    return refusal(record, ErrorCode::kCorrupt, "the payload has another digest than when it was archived",
                   kCure);
  }
  capture->record.file = record.file;
  return capture;
}

Result<Capture> read_back(const std::filesystem::path& folder, const RecordRef& written) {
  const Result<WarcRecord> found = record_at(folder, written);
  if (!found) return found.error();
  if (found->ref.id != written.id)
    return refusal(written, ErrorCode::kCorrupt, "another record stands there than was written", kCure);
  Result<Capture> capture = response_capture(*found, written.sha256);
  if (capture) capture->record.file = written.file;
  return capture;
}

Result<Capture> read_capture(const std::filesystem::path& folder, const RecordRef& revisit,
                             const RecordRef& original) {
  const Result<WarcRecord> found = record_at(folder, revisit);
  if (!found) return found.error();
  Result<Capture> earlier = read_capture(folder, original);
  if (!earlier) return earlier;
  Result<Capture> capture = to_capture(*found, std::move(*earlier));
  if (capture) capture->record.file = revisit.file;
  return capture;
}

}  // namespace dekko
