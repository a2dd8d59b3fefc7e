#include "app/cdxj.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "archive/http_message.h"

namespace dekko {

namespace {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  return lower;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, char with) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(1, with)) + part;
  return text;
}

bool is_number_address(std::string_view host) {
  return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string mime_of(std::string_view content_type) {
  const std::string mime = lowered(content_type.substr(0, content_type.find_first_of("; ")));
  return mime.empty() ? "unk" : mime;
}

}  // namespace

std::string url_key(const Url& url) {
  std::string_view host = url.host();
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::vector<std::string> labels = split(lowered(host), '.');
  if (!is_number_address(host)) std::reverse(labels.begin(), labels.end());
  std::string key = joined(labels, is_number_address(host) ? '.' : ',');
  if (url.port() != (url.scheme() == "https" ? 443 : 80)) key += fmt::format(":{}", url.port());
  key += ")" + lowered(url.path());
  if (url.query().empty()) return key;
  std::vector<std::string> parameters = split(lowered(url.query()), '&');
  std::sort(parameters.begin(), parameters.end());
  return key + "?" + joined(parameters, '&');
}

std::optional<std::string> cdxj_line(const WarcRecord& record, const std::string& file,
                                     const RecordRef& place) {
  const bool is_revisit = record.type() == "revisit";
  if (record.type() != "response" && !is_revisit) return std::nullopt;
  const Result<Url> url = Url::parse(record.field("warc-target-uri"));
  const Result<Moment> at = parse_moment(record.field("warc-date"));
  const Result<HttpHead> head = parse_http_head(record.block);
  if (!url || !at || !head) return std::nullopt;
  nlohmann::ordered_json json{{"url", url->text()}};
  json["mime"] = is_revisit ? "warc/revisit" : mime_of(head->value("content-type"));
  json["status"] = std::to_string(head->status);
  if (const std::string_view digest = record.field("warc-payload-digest"); !digest.empty())
    json["digest"] = digest;
  json["length"] = std::to_string(place.length);
  json["offset"] = std::to_string(place.offset);
  json["filename"] = file;
  return fmt::format("{} {} {}", url_key(*url), to_stamp(*at),
                     json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace dekko
