// html5lib's byte strings and the encodings that browsers sniff, where they lie beside the checkout.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "extractors/text/charset.h"
#include "extractors/text/encoding_labels.h"

namespace dekko {
namespace {

const std::filesystem::path kStrings = DEKKO_SOURCE_DIR "/../shared/data/encoding/html5lib_prescan.json";

std::string from_base64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    bits = bits << 6 | static_cast<unsigned>(kDigits.find(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

TEST(EncodingConformance, SniffsWhatBrowsersSniff) {
  if (!std::filesystem::exists(kStrings)) GTEST_SKIP() << "no " << kStrings;
  size_t equal = 0, all = 0;
  std::ifstream file(kStrings);
  for (const auto& test : nlohmann::json::parse(file)) {
    const std::string bytes = from_base64(test["data_b64"].get<std::string>());
    const std::string expected = encoding_for_label(test["encoding"].get<std::string>());
    const std::string sniffed = sniff_encoding(bytes, "");
    equal += sniffed == expected;
    ++all;
    EXPECT_EQ(sniffed, expected) << bytes.substr(0, 200);
  }
  fmt::print("{} of {} equal\n", equal, all);
  EXPECT_EQ(all, 82u);
}

}  // namespace
}  // namespace dekko
