#include "extractors/text/charset.h"

#include <gtest/gtest.h>

#include "extractors/text/encoding_labels.h"
#include "extractors/text/meta_prescan.h"

namespace dekko {
namespace {

using namespace std::string_literals;

constexpr const char* kNoHeader = "";

std::string utf8_in(std::string_view charset, std::string_view bytes) {
  return decode(bytes, "text/html; charset=" + std::string(charset)).utf8;
}

TEST(Decode, AsksBomThenHeaderThenMetaThenWindows1252) {
  const std::string meta = "<meta charset=koi8-r>";
  struct Row {
    std::string bytes, content_type, charset;
  };
  const std::vector<Row> table = {
      {"\xEF\xBB\xBF" + meta, "text/html; charset=windows-1251", "utf-8"},
      {"\xFE\xFF\0a"s, "text/html; charset=utf-8", "utf-16be"},
      {"\xFF\xFE"
       "a\0"s,
       kNoHeader, "utf-16le"},
      {meta, "text/html; charset=windows-1251", "windows-1251"},
      {meta, "text/html; charset=\"Shift_JIS\"; x=y", "shift_jis"},
      {meta, "text/html; charset=unheard-of", "koi8-r"},
      {meta, "text/html", "koi8-r"},
      {"<meta http-equiv=content-type content='text/html; charset=euc-kr'>", kNoHeader, "euc-kr"},
      {"<meta content='text/html; charset=euc-kr'>", kNoHeader, "windows-1252"},
      {"<meta charset=utf-16>", kNoHeader, "utf-8"},
      {"<meta charset=x-user-defined>", kNoHeader, "windows-1252"},
      {"<!-- <meta charset=koi8-r> --><p>", kNoHeader, "windows-1252"},
      {"", kNoHeader, "windows-1252"},
  };
  for (const auto& [bytes, content_type, charset] : table) {
    EXPECT_EQ(decode(bytes, content_type).charset, charset) << bytes << " " << content_type;
    EXPECT_EQ(sniff_encoding(bytes, content_type), charset) << bytes << " " << content_type;
  }
}

TEST(Decode, LeavesTheBomOut) {
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "a",
                   kNoHeader)
                .utf8,
            "a");
  EXPECT_EQ(decode("\xFE\xFF\0a"s, kNoHeader).utf8, "a");
  EXPECT_EQ(decode("\xFF\xFE"
                   "a\0"s,
                   kNoHeader)
                .utf8,
            "a");
}

TEST(Decode, HearsAMetaBelowTheFirstKibioctet) {
  const std::string far(2000, ' ');
  EXPECT_EQ(sniff_encoding(far + "<meta charset=koi8-r>", kNoHeader), "koi8-r");
  EXPECT_EQ(sniff_encoding("<script>" + far + "'<meta charset=koi8-r>'</script>", kNoHeader), "windows-1252");
  EXPECT_EQ(sniff_encoding("<STYLE>" + far + "</x></Style><meta charset=koi8-r>", kNoHeader), "koi8-r");
  EXPECT_EQ(sniff_encoding("<script>" + far + "</", kNoHeader), "windows-1252");
}

TEST(Decode, ReadsTheWorldsEncodings) {
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> table = {
      {"windows-1252", {"\x80\x93\xE9\x81", "€“é\u0081"}},
      {"iso-8859-1", {"\x80", "€"}},
      {"windows-1251", {"\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"}},
      {"koi8-r", {"\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"}},
      {"ibm866", {"\x8F\xE0\xA8", "При"}},
      {"iso-8859-2", {"\xB3\xB1", "łą"}},
      {"iso-8859-16", {"\xAA\xBA\xA4", "Șș€"}},
      {"windows-874", {"\xA1\xD2", "กา"}},
      {"windows-1256", {"\xC7\xE1", "ال"}},
      {"shift_jis", {"\x93\xFA\x96\x7B\xB1", "日本ｱ"}},
      {"euc-jp", {"\xC6\xFC\xCB\xDC", "日本"}},
      {"iso-2022-jp", {"\x1B$BF|K\\\x1B(B!", "日本!"}},
      {"euc-kr", {"\xC7\xD1\xB1\xDB", "한글"}},
      {"ks_c_5601-1987", {"\x8C\x63", "똠"}},
      {"gb2312", {"\xD6\xD0\xCE\xC4", "中文"}},
      {"gb18030", {"\x94\x39\xDA\x33", "💩"}},
      {"big5", {"\xA4\xA4\xA4\xE5", "中文"}},
      {"utf-16le", {"-N\x87\x65"s, "中文"}},
      {"x-user-defined", {"a\x80\xFF", "a\uF780\uF7FF"}},
  };
  for (const auto& [charset, sample] : table)
    EXPECT_EQ(utf8_in(charset, sample.first), sample.second) << charset;
}

TEST(Decode, HasAConverterForEveryEncodingOfTheStandard) {
  for (const char* name :
       {"ibm866",        "iso-8859-2",   "iso-8859-3",   "iso-8859-4",     "iso-8859-5",   "iso-8859-6",
        "iso-8859-7",    "iso-8859-8",   "iso-8859-8-i", "iso-8859-10",    "iso-8859-13",  "iso-8859-14",
        "iso-8859-15",   "iso-8859-16",  "koi8-r",       "koi8-u",         "macintosh",    "windows-874",
        "windows-1250",  "windows-1251", "windows-1252", "windows-1253",   "windows-1254", "windows-1255",
        "windows-1256",  "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk",          "gb18030",
        "big5",          "euc-jp",       "iso-2022-jp",  "shift_jis",      "euc-kr",       "utf-8",
        "x-user-defined"}) {
    EXPECT_EQ(encoding_for_label(name), name);
    EXPECT_EQ(utf8_in(name, "<p>plain"), "<p>plain") << name;
  }
}

TEST(Decode, CountsWhatItCouldNotRead) {
  struct Row {
    std::string charset, bytes, utf8;
    size_t replaced;
  };
  const std::vector<Row> table = {
      {"utf-8", "a\xFFz", "a\uFFFDz", 1},
      {"utf-8", "\xE2\x82", "\uFFFD", 1},
      {"utf-8", "\xC0\x80", "\uFFFD\uFFFD", 2},
      {"utf-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"utf-8", "\uFFFD", "\uFFFD", 0},
      {"utf-8", "\uFFFD\xFF", "\uFFFD\uFFFD", 1},
      {"windows-1253", "\xD2", "\uFFFD", 1},
      {"shift_jis", "\x81<b>", "\uFFFD<b>", 1},
      {"euc-kr", "\xC7<b>", "\uFFFD<b>", 1},
      {"gbk", "\x81", "\uFFFD", 1},
      {"utf-16le", "a", "\uFFFD", 1},
      {"utf-16le",
       "\0\xD8"
       "a\0"s,
       "\uFFFDa", 1},
      {"iso-2022-kr", "anything", "\uFFFD", 1},
  };
  for (const auto& [charset, bytes, utf8, replaced] : table) {
    const DecodedText text = decode(bytes, "text/html; charset=" + charset);
    EXPECT_EQ(text.utf8, utf8) << charset;
    EXPECT_EQ(text.replaced, replaced) << charset << " " << utf8;
  }
}

TEST(EncodingLabels, AreThoseOfTheStandard) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"UTF8", "utf-8"},
      {" \t\n\f\rlatin1 ", "windows-1252"},
      {"ISO-8859-9", "windows-1254"},
      {"unicode", "utf-16le"},
      {"utf-16", "utf-16le"},
      {"ucs-2", "utf-16le"},
      {"hz-gb-2312", "replacement"},
      {"sjis", "shift_jis"},
      {"logical", "iso-8859-8-i"},
      {"visual", "iso-8859-8"},
      {"x-x-big5", "big5"},
      {"tis-620", "windows-874"},
      {"dos-874", "windows-874"},
      {"x-mac-ukrainian", "x-mac-cyrillic"},
      {"utf-7", ""},
      {"utf-32", ""},
      {"latin-1", ""},
      {"", ""},
      {"  ", ""},
  };
  for (const auto& [label, name] : table) EXPECT_EQ(encoding_for_label(label), name) << label;
}

TEST(CharsetIn, ReadsAContentType) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"text/html; charset=utf-8", "utf-8"},
      {"text/html;charset = 'utf-8'", "utf-8"},
      {"text/html; CHARSET=UTF-8;x", "utf-8"},
      {"charset charset=utf-8", "utf-8"},
      {"charset='utf-8", ""},
      {"charset=", ""},
      {"charset", ""},
      {"", ""},
  };
  for (const auto& [value, name] : table) EXPECT_EQ(charset_in(value), name) << value;
}

TEST(Decode, EveryTruncationIsReadWithoutHarm) {
  const std::string page =
      "\xEF\xBB\xBF<!-- x --><title>a</title><meta http-equiv='content-type' content='text/html; "
      "charset=euc-kr'>"
      "<script>a</script>\xC7\xD1\xE2\x82\xAC";
  for (size_t from : {size_t{0}, size_t{3}}) {
    for (size_t size = 0; size + from <= page.size(); ++size) {
      const DecodedText text = decode(std::string(page, from, size), kNoHeader);
      EXPECT_LE(text.replaced, 5u);
    }
  }
}

TEST(Decode, HostilePagesCostOneReading) {
  const size_t many = 200'000;
  for (const std::string part :
       {"<", "<!--", "<meta ", "<script", "</", "<a b='", "<meta charset=x ", "<title>"}) {
    std::string page;
    while (page.size() < many) page += part;
    EXPECT_EQ(sniff_encoding(page, kNoHeader), "windows-1252") << part;
  }
}

}  // namespace
}  // namespace dekko
