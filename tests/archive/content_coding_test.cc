#include "archive/content_coding.h"

#include <gtest/gtest.h>

#include "archive/archive_limits.h"
#include "tests/archive/warc_text.h"

namespace dekko {
namespace {

using namespace std::string_literals;

const std::string kPage = "<p>A page of invented words.</p>";
// kPage, and 40 MiB and one octet of "0", as the reference encoder writes them.
const std::string kBrotliPage =
    "\x1b\x1f\x00\xf8\x8d\x94\xa9\xeb\x53\x83\xf0\x04\xc1\x29\x17\x9f\x1e\x44\x11\x55\x82\xd1\x51\x24\x03\x90"
    "\x47"
    "\xf2\x91\xfe\x76\x1d\x24\x01"s;
const std::string kBrotliBomb =
    "\xcb\xff\xff\x3f\xf8\x25\x60\xe2\xb1\x40\x20\xf7\xfe\x8f\xff\xff\x7f\xf0\x4b\x00\xc4\x61\x11\x80\xee\xfd"
    "\x1f"
    "\xff\xff\xff\xe0\x97\x00\x88\xc3\x02\x00\xdd\xfb\x3f\xfe\xff\xff\xc1\x2f\x01\x10\x87\x05\x00\xba\xf7\x7f"
    "\xfc"
    "\xff\xff\x83\x5f\x02\x20\x0e\x0b\x00\x74\xef\xff\x00\x00\x10\x30\x03"s;

Result<std::string> decoded(std::string body, std::string_view header) {
  return decode_content(std::move(body), parse_codings(header));
}

TEST(ContentCoding, Accepts) {
  const struct {
    const char* header;
    std::string body;
  } kAccepted[] = {
      {"", kPage},
      {"identity", kPage},
      {"gzip", gzip(kPage)},
      {"x-gzip", gzip(kPage)},
      {" GZIP ,", gzip(kPage)},
      {"gzip", gzip("<p>A page") + gzip(" of invented words.</p>")},
      {"gzip", gzip(kPage) + "octets that follow"},
      {"deflate", zlib(kPage)},
      {"deflate", raw_deflate(kPage)},
      {"br", kBrotliPage},
      {"zstd", zstd(kPage)},
      {"zstd", zstd("<p>A page") + zstd(" of invented words.</p>")},
      {"br, identity, gzip", gzip(kBrotliPage)},
      {"deflate, zstd", zstd(zlib(kPage))},
      {"gzip, gzip", gzip(gzip(kPage))},
      {"gzip", kPage},  // stored decoded, header kept
      {"zstd", kPage},
  };
  for (const auto& accepted : kAccepted) {
    const Result<std::string> text = decoded(accepted.body, accepted.header);
    ASSERT_TRUE(text) << accepted.header << ": " << text.error().message();
    EXPECT_EQ(*text, kPage) << accepted.header;
  }
}

TEST(ContentCoding, NothingIsNothingInEveryCoding) {
  for (const char* header : {"gzip", "deflate", "br", "zstd"}) EXPECT_EQ(*decoded("", header), "") << header;
}

TEST(ContentCoding, Refuses) {
  const struct {
    const char* header;
    std::string body;
    ErrorCode code;
    const char* detail;
  } kRefused[] = {
      {"compress", kPage, ErrorCode::kUnsupported, "the coding \"compress\" is unknown"},
      {"chunked, gzip", gzip(kPage), ErrorCode::kUnsupported, "the coding \"chunked\" is unknown"},
      {"br", kPage, ErrorCode::kInvalid, "the br body is damaged"},
      {"deflate", kPage, ErrorCode::kInvalid, "the deflate body is damaged"},
      {"gzip", gzip(kPage).replace(12, 3, "xxx"), ErrorCode::kInvalid, "the gzip body is damaged"},
      {"gzip,gzip,gzip,gzip,gzip", kPage, ErrorCode::kLimit, "has 5 codings on one body"},
  };
  for (const auto& refused : kRefused) {
    const Result<std::string> text = decoded(refused.body, refused.header);
    ASSERT_FALSE(text) << refused.header;
    EXPECT_EQ(text.error().code, refused.code) << refused.header;
    EXPECT_EQ(text.error().detail, refused.detail);
  }
}

TEST(ContentCoding, CutAnywhereEachIsRefused) {
  const struct {
    const char* header;
    std::string body;
    size_t magic;
  } kCut[] = {{"gzip", gzip(kPage), 3},
              {"deflate", zlib(kPage), 1},
              {"br", kBrotliPage, 1},
              {"zstd", zstd(kPage), 4}};
  for (const auto& cut : kCut) {
    for (size_t size = cut.magic; size < cut.body.size(); ++size) {
      const Result<std::string> text = decoded(cut.body.substr(0, size), cut.header);
      EXPECT_FALSE(text) << cut.header << " " << size;
    }
  }
}

TEST(ContentCoding, EveryBombStopsAtTheLimit) {
  const std::string text(limits::kBodyBytes + 1, '0');
  const struct {
    const char* header;
    std::string body;
  } kBombs[] = {{"gzip", gzip(text)},
                {"deflate", zlib(text)},
                {"deflate", raw_deflate(text)},
                {"br", kBrotliBomb},
                {"zstd", zstd(text)},
                {"gzip, gzip", gzip(gzip(text))},
                {"gzip", gzip(text.substr(1)) + gzip("0")}};
  for (const auto& bomb : kBombs) {
    const Result<std::string> decoded_text = decoded(bomb.body, bomb.header);
    ASSERT_FALSE(decoded_text) << bomb.header;
    EXPECT_EQ(decoded_text.error().code, ErrorCode::kLimit) << bomb.header;
  }
}

TEST(ContentCoding, ABodyOfExactlyTheLimitIsWhole) {
  EXPECT_EQ(decoded(gzip(std::string(limits::kBodyBytes, '0')), "gzip")->size(), limits::kBodyBytes);
}

}  // namespace
}  // namespace dekko
