#include "tests/support/delivery.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "tests/support/gzipped.h"

namespace dekko::site {
namespace {

// RFC 9112 section 7.1
std::string in_chunks(std::string_view body) {
  constexpr size_t kChunk = 8192;
  std::string framed;
  for (size_t at = 0; at < body.size(); at += kChunk) {
    std::string_view chunk = body.substr(at, kChunk);
    framed += fmt::format("{:x}\r\n{}\r\n", chunk.size(), chunk);
  }
  return framed + "0\r\n\r\n";
}

bool is_without_end(const Reply& reply) {
  return reply.delivery == Reply::Delivery::kEndless || reply.delivery == Reply::Delivery::kDrip;
}

}  // namespace

Wire on_wire(const Reply& reply, const SiteOptions& options, bool accepts_gzip) {
  Wire wire{.headers = reply.headers, .octets = reply.body};
  if (reply.status == 304) return wire;
  if (!reply.coding.empty()) {
    wire.headers.push_back({"Content-Encoding", reply.coding});
  } else if (options.gzip && accepts_gzip && !wire.octets.empty() && !is_without_end(reply)) {
    wire.octets = gzipped(wire.octets);
    wire.headers.push_back({"Content-Encoding", "gzip"});
    wire.headers.push_back({"Vary", "Accept-Encoding"});
  }
  if (is_without_end(reply)) {
    wire.then_close = true;
    return wire;
  }
  size_t length = wire.octets.size();
  bool lies = reply.delivery == Reply::Delivery::kWrongLength;
  if (options.chunked && !lies) {
    wire.octets = in_chunks(wire.octets);
    wire.headers.push_back({"Transfer-Encoding", "chunked"});
  } else {
    wire.headers.push_back({"Content-Length", std::to_string(lies ? length / 2 : length)});
  }
  if (reply.delivery == Reply::Delivery::kTruncated) wire.octets.resize(wire.octets.size() / 2);
  wire.then_close = lies || reply.delivery == Reply::Delivery::kTruncated;
  return wire;
}

}  // namespace dekko::site
