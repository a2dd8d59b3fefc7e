#include "archive/exchange_records.h"

#include "archive/content_coding.h"
#include "archive/digest.h"
#include "archive/http_message.h"
#include "archive/record_id.h"
#include "archive/warc_header.h"

namespace dekko {

namespace {

struct Names {
  std::string request, response;
};

Result<Names> new_names() {
  Result<std::string> request = new_record_id();
  if (!request) return request.error();
  Result<std::string> response = new_record_id();
  if (!response) return response.error();
  return Names{std::move(*request), std::move(*response)};
}

// "h2", "h2c" or "h3" if `response_head` is a library's rendering of these; else empty.
std::string_view newer_protocol(std::string_view response_head, std::string_view scheme) {
  if (response_head.starts_with("HTTP/2")) return scheme == "https" ? "h2" : "h2c";
  if (response_head.starts_with("HTTP/3")) return "h3";
  return "";
}

// "HTTP/2" or "HTTP/3", with or without ".0", in the first line becomes "HTTP/1.1".
std::string as_http_1(std::string head) {
  const size_t at = std::string_view(head).substr(0, head.find('\n')).rfind("HTTP/");
  if (at == std::string::npos) return head;
  const size_t end = head.find_first_of(" \r\n", at);
  return head.replace(at, end - at, "HTTP/1.1");
}

WarcHeaderText capture_fields(std::string_view type, const Exchange& exchange, std::string_view warcinfo_id) {
  WarcHeaderText text(type);
  text.field("WARC-Target-URI", exchange.url.without_fragment().text())
      .field("WARC-Date", to_text_ms(exchange.at))
      .field("WARC-IP-Address", exchange.remote_ip)
      .field("WARC-Protocol", newer_protocol(exchange.response_head, exchange.url.scheme()))
      .field("WARC-Warcinfo-ID", warcinfo_id);
  return text;
}

Result<std::string> payload_digest(const HttpHead& head, std::string_view body) {
  if (!parse_codings(head.list("transfer-encoding")).empty()) return std::string();
  return sha1_label({body});
}

Result<OutgoingRecord> request_record(const Exchange& exchange, const Names& names,
                                      std::string_view warcinfo_id) {
  OutgoingRecord record{.head = {}, .http_head = exchange.request_head};
  if (record.http_head.empty()) return record;
  if (!newer_protocol(exchange.response_head, "").empty())
    record.http_head = as_http_1(std::move(record.http_head));
  const Result<std::string> block = sha1_label({record.http_head});
  if (!block) return block.error();
  record.head = capture_fields("request", exchange, warcinfo_id)
                    .field("WARC-Record-ID", names.request)
                    .field("WARC-Concurrent-To", names.response)
                    .field("WARC-Block-Digest", *block)
                    .field("Content-Type", "application/http; msgtype=request")
                    .finish(record.http_head.size());
  return record;
}

Result<OutgoingRecord> response_record(const Exchange& exchange, const Names& names,
                                       std::string_view warcinfo_id) {
  const Result<HttpHead> head = parse_http_head(exchange.response_head);
  if (!head) {
    return Error{head.error().code, exchange.url.text(), "the answer " + head.error().detail};
  }
  OutgoingRecord record{.head = {}, .http_head = exchange.response_head, .body = exchange.body};
  if (!newer_protocol(record.http_head, "").empty())
    record.http_head = as_http_1(std::move(record.http_head));
  const Result<std::string> block = sha1_label({record.http_head, record.body});
  if (!block) return block.error();
  const Result<std::string> payload = payload_digest(*head, record.body);
  if (!payload) return payload.error();
  record.head =
      capture_fields("response", exchange, warcinfo_id)
          .field("WARC-Record-ID", names.response)
          .field("WARC-Concurrent-To", exchange.request_head.empty() ? std::string() : names.request)
          .field("WARC-Block-Digest", *block)
          .field("WARC-Payload-Digest", *payload)
          .field("WARC-Truncated", exchange.truncated)
          .field("Content-Type", "application/http; msgtype=response")
          .finish(record.http_head.size() + record.body.size());
  return record;
}

std::string one_line(std::string_view value) {
  std::string text(value);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

Result<ExchangeRecords> records_of(const Exchange& exchange, std::string_view warcinfo_id) {
  const Result<Names> names = new_names();
  if (!names) return names.error();
  Result<OutgoingRecord> request = request_record(exchange, *names, warcinfo_id);
  if (!request) return request.error();
  Result<OutgoingRecord> response = response_record(exchange, *names, warcinfo_id);
  if (!response) return response.error();
  return ExchangeRecords{std::move(*request), std::move(*response)};
}

Result<std::string> warcinfo_record(const ArchiveInfo& info, std::string_view id, std::string_view file,
                                    Moment created) {
  std::string block =
      "software: " + one_line(info.software) +
      "\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
  for (const auto& [name, value] : info.fields) block += one_line(name) + ": " + one_line(value) + "\r\n";
  const Result<std::string> digest = sha1_label({block});
  if (!digest) return digest.error();
  std::string record = WarcHeaderText("warcinfo")
                           .field("WARC-Record-ID", id)
                           .field("WARC-Date", to_text_ms(created))
                           .field("WARC-Filename", file)
                           .field("WARC-Block-Digest", *digest)
                           .field("Content-Type", "application/warc-fields")
                           .finish(block.size());
  return record.append(block).append(kRecordEnd);
}

}  // namespace dekko
