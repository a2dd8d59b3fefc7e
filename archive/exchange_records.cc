#include "archive/exchange_records.h"

#include "archive/content_coding.h"
#include "archive/digest.h"
#include "archive/http_message.h"
#include "archive/record_id.h"
#include "archive/revisit_profile.h"
#include "archive/warc_header.h"

namespace dekko {

namespace {

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

// The response's head as it is written, and what it says.
struct AnswerHead {
  std::string text;
  HttpHead parsed;
};

Result<AnswerHead> answer_head(const Exchange& exchange) {
  Result<HttpHead> parsed = parse_http_head(exchange.response_head);
  if (!parsed) return Error{parsed.error().code, exchange.url.text(), "the answer " + parsed.error().detail};
  AnswerHead head{exchange.response_head, std::move(*parsed)};
  if (!newer_protocol(head.text, "").empty()) head.text = as_http_1(std::move(head.text));
  return head;
}

Result<OutgoingRecord> request_record(const Exchange& exchange, std::string_view answer_id,
                                      std::string_view warcinfo_id) {
  OutgoingRecord record{.http_head = exchange.request_head};
  if (record.http_head.empty()) return record;
  if (!newer_protocol(exchange.response_head, "").empty())
    record.http_head = as_http_1(std::move(record.http_head));
  Result<std::string> id = new_record_id();
  if (!id) return id.error();
  const Result<std::string> block = sha1_label({record.http_head});
  if (!block) return block.error();
  record.id = std::move(*id);
  record.head = capture_fields("request", exchange, warcinfo_id)
                    .field("WARC-Record-ID", record.id)
                    .field("WARC-Concurrent-To", answer_id)
                    .field("WARC-Block-Digest", *block)
                    .field("Content-Type", "application/http; msgtype=request")
                    .finish(record.http_head.size());
  return record;
}

Result<OutgoingRecord> response_record(const Exchange& exchange, std::string_view id,
                                       std::string_view request_id, std::string_view warcinfo_id) {
  Result<AnswerHead> head = answer_head(exchange);
  if (!head) return head.error();
  OutgoingRecord record{.id = std::string(id), .http_head = std::move(head->text), .body = exchange.body};
  const Result<std::string> block = sha1_label({record.http_head, record.body});
  if (!block) return block.error();
  const Result<std::string> payload = payload_digest(head->parsed, record.body);
  if (!payload) return payload.error();
  record.head = capture_fields("response", exchange, warcinfo_id)
                    .field("WARC-Record-ID", id)
                    .field("WARC-Concurrent-To", request_id)
                    .field("WARC-Block-Digest", *block)
                    .field("WARC-Payload-Digest", *payload)
                    .field("WARC-Truncated", exchange.truncated)
                    .field("Content-Type", "application/http; msgtype=response")
                    .finish(record.http_head.size() + record.body.size());
  return record;
}

// The payload digest that the revisit's profile asks for; a 304 has no payload of its own.
Result<std::string> revisited_payload(const Exchange& exchange, const Attached& attached) {
  const Revisit& revisit = *attached.revisit;
  if (revisit.reason == Revisit::Reason::kNotModified) return std::string();
  const Result<std::string> sha256 = body_digest(exchange, attached);
  if (!sha256) return sha256.error();
  if (*sha256 != revisit.earlier.sha256) {
    return Error{ErrorCode::kInvalid, exchange.url.text(), "has another body than the answer it revisits"};
  }
  return sha1_label({exchange.body});
}

Result<OutgoingRecord> revisit_record(const Exchange& exchange, const Attached& attached, std::string_view id,
                                      std::string_view request_id, std::string_view warcinfo_id) {
  Result<AnswerHead> head = answer_head(exchange);
  if (!head) return head.error();
  OutgoingRecord record{.id = std::string(id), .http_head = std::move(head->text)};
  const Result<std::string> payload = revisited_payload(exchange, attached);
  if (!payload) return payload.error();
  const Result<std::string> block = sha1_label({record.http_head});
  if (!block) return block.error();
  const Revisit& revisit = *attached.revisit;
  const bool same = revisit.reason == Revisit::Reason::kIdenticalPayload;
  record.head = capture_fields("revisit", exchange, warcinfo_id)
                    .field("WARC-Record-ID", id)
                    .field("WARC-Concurrent-To", request_id)
                    .field("WARC-Profile", same ? kIdenticalPayloadProfile : kNotModifiedProfile)
                    .field("WARC-Refers-To", revisit.earlier.record_id)
                    .field("WARC-Refers-To-Target-URI", revisit.earlier.url.without_fragment().text())
                    .field("WARC-Refers-To-Date", to_text_ms(revisit.earlier.at))
                    .field("WARC-Truncated", same && !exchange.body.empty() ? "length" : "")
                    .field("WARC-Block-Digest", *block)
                    .field("WARC-Payload-Digest", *payload)
                    .field("Content-Type", "application/http; msgtype=response")
                    .finish(record.http_head.size());
  return record;
}

// A value of application/warc-fields: its lines folded (WARC 1.1 section 4, LWS), other controls blanked.
std::string folded(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\n') {
      text += "\r\n ";
    } else {
      text += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
    }
  }
  return text;
}

}  // namespace

Result<ExchangeRecords> records_of(const Exchange& exchange, const Attached& attached,
                                   std::string_view warcinfo_id) {
  const Result<std::string> id = new_record_id();
  if (!id) return id.error();
  Result<OutgoingRecord> request = request_record(exchange, *id, warcinfo_id);
  if (!request) return request.error();
  Result<OutgoingRecord> note = OutgoingRecord{};
  if (attached.note) note = metadata_record(*attached.note, *id, warcinfo_id);
  if (!note) return note.error();
  Result<OutgoingRecord> answer =
      attached.revisit ? revisit_record(exchange, attached, *id, request->id, warcinfo_id)
                       : response_record(exchange, *id, request->id, warcinfo_id);
  if (!answer) return answer.error();
  return ExchangeRecords{std::move(*request), std::move(*note), std::move(*answer)};
}

Result<std::string> body_digest(const Exchange& exchange, const Attached& attached) {
  return attached.sha256.empty() ? sha256_hex(exchange.body) : Result<std::string>(attached.sha256);
}

Result<OutgoingRecord> metadata_record(const Note& note, std::string_view concurrent_to,
                                       std::string_view warcinfo_id) {
  Result<std::string> id = new_record_id();
  if (!id) return id.error();
  const Result<std::string> block = sha1_label({note.text});
  if (!block) return block.error();
  OutgoingRecord record{.id = std::move(*id), .body = note.text};
  record.head = WarcHeaderText("metadata")
                    .field("WARC-Record-ID", record.id)
                    .field("WARC-Date", to_text_ms(note.at))
                    .field("WARC-Target-URI", note.target)
                    .field("WARC-Concurrent-To", concurrent_to)
                    .field("WARC-Refers-To", note.refers_to)
                    .field("WARC-Warcinfo-ID", warcinfo_id)
                    .field("WARC-Block-Digest", *block)
                    .field("Content-Type", note.content_type)
                    .finish(note.text.size());
  return record;
}

Result<std::string> warcinfo_record(const ArchiveInfo& info, std::string_view id, std::string_view file,
                                    Moment created) {
  std::string block =
      "software: " + folded(info.software) +
      "\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
  for (const auto& [name, value] : info.fields) block += folded(name) + ": " + folded(value) + "\r\n";
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
