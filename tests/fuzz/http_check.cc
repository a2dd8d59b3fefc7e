// An answer as it came over the wire: status line, fields, empty line, body.
#include "archive/http_message.h"

#include "app/decoded.h"
#include "archive/chunked.h"
#include "archive/content_coding.h"
#include "archive/exchange_records.h"
#include "archive/warc_header.h"
#include "archive/warc_reader.h"
#include "core/limits.h"
#include "crawler/fetch/retry_after.h"
#include "crawler/fetch/secrets.h"
#include "crawler/polite/robots_tag.h"
#include "extractors/text/charset.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

bool are_same(const Result<Capture>& a, const Result<Capture>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->status == b->status && a->body == b->body && a->content_type == b->content_type &&
         a->location == b->location && a->etag == b->etag && a->last_modified == b->last_modified;
}

void check_head(const HttpHead& head, std::string_view message) {
  claim(head.size <= message.size() && head.size <= limits::kHeaderBytes,
        "a head is the front of its message");
  for (const HeaderField& field : head.fields) {
    claim(field.name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ:\n") == std::string::npos,
          "names are in lower case", field.name);
    claim(head.list(field.name).find(field.value) != std::string::npos, "a list has all of its values",
          field.name);
  }
  const std::optional<Seconds> pause =
      retry_after(head.value("retry-after"), *parse_moment("2024-03-20T09:00:00Z"));
  claim(!pause || (pause->count() >= 0 && *pause <= kLongestRetryAfter), "a pause is within its limit");
  (void)forbids_archiving(head.list("x-robots-tag"), "dekko");
}

// What the archive gives back is what came: the cards of a replay are those of the crawl.
void check_archived(const Exchange& exchange) {
  const Result<ExchangeRecords> records = records_of(exchange, {}, "<urn:x:info>");
  const Result<Capture> at_once = decoded(exchange);
  if (!records) return claim(!records.error().detail.empty(), "a refusal says why");
  const OutgoingRecord& answer = records->answer;
  const Result<WarcHeader> header = parse_warc_header(answer.head);
  claim(header.has_value(), "a record that is written can be read");
  WarcRecord record;
  record.fields = header->fields;
  record.block = answer.http_head + std::string(answer.body);
  claim(record.block.size() == header->content_length, "a record's length is its length");
  claim(are_same(at_once, to_capture(record)), "what is archived is what came");
}

void check_secrets(std::string head) {
  std::string request = head, nothing;
  withhold_secrets(request, head);
  const std::string once = request, answer = head;
  withhold_secrets(request, head);
  claim(request == once && head == answer, "what is withheld stays so");
}

}  // namespace

void check_http(std::string_view octets) {
  const std::string message(octets);
  const Result<HttpHead> head = parse_http_head(message);
  const size_t size = head ? head->size : 0;
  if (head) check_head(*head, message);
  check_archived({.url = *Url::parse("https://gazette.example/tag/fog/"),
                  .at = *parse_moment("2024-03-20T09:00:00Z"),
                  .remote_ip = "",
                  .request_head = "",
                  .response_head = message.substr(0, size),
                  .body = message.substr(size)});
  check_secrets(message.substr(0, size));
  const Result<std::string> body = without_chunks(std::string_view(message).substr(size));
  if (body) claim(body->size() <= message.size(), "chunks only take away");
}

}  // namespace dekko::fuzz
