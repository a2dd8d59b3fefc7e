#include "app/archive_lines.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "archive/http_message.h"

namespace dekko {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// 0 for a record that has none.
int status_of(const WarcRecord& record) {
  if (record.type() != "response" && record.type() != "revisit") return 0;
  const Result<HttpHead> head = parse_http_head(record.block);
  return head ? head->status : 0;
}

}  // namespace

std::string to_text(const ArchiveFault& fault) {
  const std::string place =
      fault.offset ? fmt::format("{}, offset {}", fault.file, *fault.offset) : fault.file;
  return fmt::format("{}: {}", place, fault.what);
}

std::string to_json(const ArchiveFault& fault) {
  Json line{{"file", fault.file}, {"offset", nullptr}, {"fault", fault.what}};
  if (fault.offset) line["offset"] = *fault.offset;
  return dumped(line);
}

std::string record_text(const WarcRecord& record, const std::string& file) {
  const int status = status_of(record);
  return fmt::format("{}  {:<8}  {:>3}  {:>8}  {}@{}  {}", record.field("warc-date"), record.type(),
                     status > 0 ? std::to_string(status) : "-", record.ref.length, file, record.ref.offset,
                     record.field("warc-target-uri"));
}

std::string record_json(const WarcRecord& record, const std::string& file) {
  Json line{{"at", record.field("warc-date")},
            {"type", record.type()},
            {"url", record.field("warc-target-uri")},
            {"status", nullptr},
            {"file", file},
            {"offset", record.ref.offset},
            {"length", record.ref.length}};
  if (const int status = status_of(record); status > 0) line["status"] = status;
  return dumped(line);
}

}  // namespace dekko
