#include "extractors/text/single_octets.h"

#include <unicode/unistr.h>

namespace dekko {

namespace {

constexpr unsigned char kFirstUserDefined = 0x80;
constexpr char32_t kUserDefined = 0xF780;  // for 0x80, in the private use area

constexpr unsigned char kFirstOfTable = 0xA0;
constexpr std::u32string_view kIso8859_16 =
    U"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸż"
    U"ÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß"
    U"àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

char32_t user_defined(unsigned char octet) {
  return octet < kFirstUserDefined ? octet : kUserDefined + (octet - kFirstUserDefined);
}

char32_t iso_8859_16(unsigned char octet) {
  return octet < kFirstOfTable ? octet : kIso8859_16[octet - kFirstOfTable];
}

}  // namespace

std::optional<std::string> decode_single_octets(std::string_view bytes, std::string_view charset) {
  if (charset != "iso-8859-16" && charset != "x-user-defined") return std::nullopt;
  const auto decode = charset == "iso-8859-16" ? iso_8859_16 : user_defined;
  icu::UnicodeString wide;
  for (const char octet : bytes) wide.append(static_cast<UChar32>(decode(static_cast<unsigned char>(octet))));
  std::string utf8;
  return wide.toUTF8String(utf8);
}

}  // namespace dekko
