// The value of Content-Type, and from the second line on the body.
#include "extractors/text/charset.h"

#include "extractors/canonical.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

size_t count(std::string_view text, std::string_view part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

void check_charset(std::string_view octets) {
  const std::string type(first_line(octets));
  const DecodedText text = decode(octets, type);
  claim(is_utf8(text.utf8), "what comes out is UTF-8");
  claim(text.charset == sniff_encoding(octets, type), "the charset is the one that is sniffed", text.charset);
  claim(text.replaced <= count(text.utf8, kReplacement), "what was replaced is there");
  claim(!text.charset.empty() && text.utf8.size() <= 4 * octets.size() + 4,
        "no octet makes more than a character");

  // What is UTF-8 is read as it is. A mark at the front of it would be one for the reader.
  if (!text.utf8.starts_with(kMark)) {
    const DecodedText again = decode(text.utf8, "text/html; charset=utf-8");
    claim(again.utf8 == text.utf8 && again.replaced == 0, "UTF-8 stays as it is");
  }
  const DecodedText marked = decode(std::string(kMark) + text.utf8, type);
  claim(marked.utf8 == text.utf8 && marked.charset == "utf-8", "a mark comes before all that is said");
}

}  // namespace dekko::fuzz
