#include "extractors/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "extractors/text/letters.h"
#include "extractors/text/meta_prescan.h"
#include "extractors/text/single_octets.h"

namespace dekko {

namespace {

constexpr std::string_view kBom8 = "\xEF\xBB\xBF", kBom16be = "\xFE\xFF", kBom16le = "\xFF\xFE";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// ICU's name for the table that the standard describes, where its own of that name differs.
const char* icu_name(const std::string& charset) {
  if (charset == "windows-1252") return "ibm-5348_P100-1997";
  if (charset == "shift_jis") return "windows-31j";
  if (charset == "euc-kr") return "windows-949-2000";
  if (charset == "big5") return "Big5-HKSCS";
  if (charset == "gbk") return "gb18030";
  if (charset == "iso-8859-8-i") return "iso-8859-8";
  if (charset == "macintosh") return "macintosh";
  if (charset == "x-mac-cyrillic") return "x-mac-cyrillic";
  return charset.c_str();
}

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(icu_name(charset), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// ICU's macro narrows its own constants.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
bool is_valid_utf8(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    at += static_cast<int32_t>(ascii_run(text.substr(static_cast<size_t>(at))));
    if (at == size) break;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c < 0) return false;
  }
  return true;
}
#pragma GCC diagnostic pop

// ICU would put U+001A for some octets.
void put_replacement(const void* count, UConverterToUnicodeArgs* to, const char*, int32_t,
                     UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++*static_cast<size_t*>(const_cast<void*>(count));
  *status = U_ZERO_ERROR;
  constexpr UChar kReplacementUnit = 0xFFFD;
  ucnv_cbToUWriteUChars(to, &kReplacementUnit, 1, 0, status);
}

DecodedText convert(std::string_view bytes, UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  DecodedText text;
  ucnv_setToUCallBack(converter, put_replacement, &text.replaced, nullptr, nullptr, &status);
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter, status);
  wide.toUTF8String(text.utf8);
  return text;
}

std::string_view without_bom(std::string_view bytes, const std::string& charset) {
  if (charset == "utf-8" && bytes.starts_with(kBom8)) return bytes.substr(3);
  const bool wide = (charset == "utf-16le" && bytes.starts_with(kBom16le)) ||
                    (charset == "utf-16be" && bytes.starts_with(kBom16be));
  return wide ? bytes.substr(2) : bytes;
}

}  // namespace

std::string sniff_encoding(std::string_view bytes, std::string_view content_type) {
  if (bytes.starts_with(kBom8)) return "utf-8";
  if (bytes.starts_with(kBom16be)) return "utf-16be";
  if (bytes.starts_with(kBom16le)) return "utf-16le";
  if (const std::string named = charset_in(content_type); !named.empty()) return named;
  if (const std::string meta = prescan_meta(bytes); !meta.empty()) return meta;
  if (const std::string late = find_late_meta(bytes); !late.empty()) return late;
  return "windows-1252";
}

DecodedText decode(std::string_view bytes, std::string_view content_type) {
  DecodedText text{.utf8 = {}, .charset = sniff_encoding(bytes, content_type)};
  const std::string_view body = without_bom(bytes, text.charset);
  if (text.charset == "utf-8" && is_valid_utf8(body)) {
    text.utf8 = body;
    return text;
  }
  if (auto octets = decode_single_octets(body, text.charset)) {
    text.utf8 = std::move(*octets);
    return text;
  }
  // "replacement" stands for encodings that nobody should decode: one U+FFFD for all of it.
  const Converter converter = text.charset == "replacement" ? nullptr : open_converter(text.charset);
  DecodedText converted{.utf8 = std::string(kReplacement), .charset = {}, .replaced = 1};
  if (converter) converted = convert(body, converter.get());
  converted.charset = text.charset;
  return converted;
}

}  // namespace dekko
