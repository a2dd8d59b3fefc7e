#include "tests/archive/warc_text.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <random>

namespace dekko {

namespace {

std::string deflated(std::string_view text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, 1, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string warc_record(std::string_view fields, std::string_view block) {
  return fmt::format("WARC/1.0\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", fields, block.size(), block);
}

std::string page_record(std::string_view name, std::string_view body) {
  return warc_record(fmt::format("WARC-Type: response\r\nWARC-Target-URI: https://example.org/{}\r\n"
                                 "WARC-Date: 2024-03-19T08:15:30Z\r\nWARC-Record-ID: <urn:x:{}>\r\n"
                                 "Content-Type: application/http; msgtype=response\r\n",
                                 name, name),
                     fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", body));
}

std::string noise(size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string text(size, '\0');
  for (char& c : text) c = char('!' + random() % 90);
  return text;
}

std::string gzip(std::string_view text) {
  return deflated(text, 15 + 16);
}
std::string zlib(std::string_view text) {
  return deflated(text, 15);
}
std::string raw_deflate(std::string_view text) {
  return deflated(text, -15);
}

std::string zstd(std::string_view text, std::string_view dictionary) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

std::string skippable_frame(unsigned magic, std::string_view octets) {
  std::string frame;
  for (int shift = 0; shift < 32; shift += 8) frame += char((magic >> shift) & 255);
  for (int shift = 0; shift < 32; shift += 8) frame += char((octets.size() >> shift) & 255);
  return frame.append(octets);
}

std::string Contents::pages() const {
  std::string names;
  for (const WarcRecord& record : records) {
    const std::string_view url = record.field("warc-target-uri");
    if (!names.empty()) names += ' ';
    names += url.substr(url.rfind('/') + 1);
  }
  return names;
}

Contents contents_of(const std::filesystem::path& file) {
  Contents contents;
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader) {
    contents.error = reader.error().message();
    return contents;
  }
  for (;;) {
    Result<std::optional<WarcRecord>> record = reader->next();
    if (!record) contents.error = record.error().message();
    if (!record || !*record) break;
    contents.records.push_back(std::move(**record));
  }
  contents.faults = reader->faults();
  return contents;
}

}  // namespace dekko
