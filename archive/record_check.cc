#include "archive/record_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/digest.h"
#include "archive/http_message.h"

namespace dekko {

namespace {

constexpr size_t kBase32Sha1 = 32;  // characters

// Whether `octets` are not those that `label` was made of.
Result<bool> differs(std::string label, std::string_view octets) {
  static constexpr std::string_view kAlgorithm = "sha1:";
  if (!label.starts_with(kAlgorithm) || label.size() != kAlgorithm.size() + kBase32Sha1) return false;
  std::transform(label.begin() + kAlgorithm.size(), label.end(), label.begin() + kAlgorithm.size(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
  const Result<std::string> own = sha1_label({octets});
  if (!own) return own.error();
  return *own != label;
}

}  // namespace

Result<std::vector<std::string>> unsound_digests(const WarcRecord& record) {
  std::vector<std::string> unsound;
  const Result<bool> block = differs(std::string(record.field("warc-block-digest")), record.block);
  if (!block) return block.error();
  if (*block) unsound.push_back("the block has another digest than its header says");
  const std::string_view payload_label = record.field("warc-payload-digest");
  if (record.type() != "response" || payload_label.empty()) return unsound;
  const Result<HttpHead> head = parse_http_head(record.block);
  if (!head || !head->value("transfer-encoding").empty()) return unsound;
  const Result<bool> payload =
      differs(std::string(payload_label), std::string_view(record.block).substr(head->size));
  if (!payload) return payload.error();
  if (*payload) unsound.push_back("the payload has another digest than its header says");
  return unsound;
}

Result<std::string> payload_sha256(const WarcRecord& response) {
  const Result<HttpHead> head = parse_http_head(response.block);
  if (!head) return head.error();
  return sha256_hex(std::string_view(response.block).substr(head->size));
}

}  // namespace dekko
