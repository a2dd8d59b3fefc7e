#include "archive/content_coding.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "archive/archive_limits.h"
#include "archive/brotli_decoder.h"
#include "archive/inflate_decoder.h"
#include "archive/magic.h"
#include "archive/zstd_decoder.h"

namespace dekko {

namespace {

struct Coding {
  std::unique_ptr<Decoder> decoder;
  std::string_view magic;  // empty if the format has none
};

// RFC 9110 section 8.4.1.2 means zlib by "deflate"; many servers send the raw stream, and every browser reads
// both.
InflateDecoder::Format deflate_format(std::string_view body) {
  if (body.size() < 2) return InflateDecoder::Format::kZlib;
  const unsigned method = static_cast<unsigned char>(body[0]);
  const unsigned flags = static_cast<unsigned char>(body[1]);
  const bool zlib = (method & 15) == 8 && (method * 256 + flags) % 31 == 0;  // RFC 1950 section 2.2
  return zlib ? InflateDecoder::Format::kZlib : InflateDecoder::Format::kRaw;
}

std::optional<Coding> coding_of(std::string_view name, std::string_view body) {
  if (name == "gzip" || name == "x-gzip") {
    return Coding{std::make_unique<InflateDecoder>(InflateDecoder::Format::kGzip), kGzipMagic};
  }
  if (name == "deflate") return Coding{std::make_unique<InflateDecoder>(deflate_format(body)), ""};
  if (name == "br") return Coding{std::make_unique<BrotliDecoder>(), ""};
  if (name == "zstd") return Coding{std::make_unique<ZstdDecoder>(limits::kContentWindowLog), kZstdMagic};
  return std::nullopt;
}

}  // namespace

CodingList parse_codings(std::string_view value) {
  CodingList names(1);
  for (const char c : value) {
    if (c == ',') {
      names.emplace_back();
    } else if (c != ' ' && c != '\t') {
      names.back() += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
  }
  std::erase_if(names, [](const std::string& name) { return name.empty() || name == "identity"; });
  return names;
}

Result<std::string> decode_content(std::string body, const CodingList& codings) {
  if (codings.size() > limits::kContentCodings) {
    return Error{ErrorCode::kLimit, "", fmt::format("has {} codings on one body", codings.size())};
  }
  for (auto name = codings.rbegin(); name != codings.rend(); ++name) {
    const std::optional<Coding> coding = coding_of(*name, body);
    if (!coding) {
      return Error{ErrorCode::kUnsupported, "",
                   fmt::format("the coding \"{}\" is unknown", name->substr(0, 40))};
    }
    if (body.empty() || !body.starts_with(coding->magic)) continue;
    Result<std::string> text = decode_all(*coding->decoder, body, coding->magic, limits::kBodyBytes, *name);
    if (!text) return text;
    body = std::move(*text);
  }
  return body;
}

}  // namespace dekko
