#include "archive/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

namespace dekko {

namespace {

struct Sum {
  std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
  unsigned size = 0;
};

// `feed` calls what it is given with piece after piece.
template <class Feed>
Result<Sum> sum_of(const EVP_MD* algorithm, Feed feed) {
  if (!OSSL_LIB_CTX_get0_global_default())  // it lacked memory to begin with
    return Error{ErrorCode::kUnsupported, "libcrypto", "cannot compute a digest"};
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  bool good = context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1;
  feed([&](std::string_view piece) {
    good = good && EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1;
  });
  Sum sum;
  good = good && EVP_DigestFinal_ex(context.get(), sum.octets.data(), &sum.size) == 1;
  if (!good) return Error{ErrorCode::kUnsupported, "libcrypto", "cannot compute a digest"};
  return sum;
}

std::string base32(const Sum& sum) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (unsigned i = 0; i < sum.size; ++i) {
    held = (held << 8) | sum.octets[i];
    for (bits += 8; bits >= 5; bits -= 5) text += kAlphabet[(held >> (bits - 5)) & 31];
  }
  if (bits > 0) text += kAlphabet[(held << (5 - bits)) & 31];
  return text;
}

std::string hex(const Sum& sum) {
  static constexpr char kAlphabet[] = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < sum.size; ++i) {
    text += kAlphabet[sum.octets[i] >> 4];
    text += kAlphabet[sum.octets[i] & 15];
  }
  return text;
}

}  // namespace

Result<std::string> sha1_label(std::initializer_list<std::string_view> pieces) {
  const Result<Sum> sum = sum_of(EVP_sha1(), [&](auto take) {
    for (const std::string_view piece : pieces) take(piece);
  });
  if (!sum) return sum.error();
  return "sha1:" + base32(*sum);
}

Result<std::string> sha256_hex(std::string_view octets) {
  const Result<Sum> sum = sum_of(EVP_sha256(), [&](auto take) { take(octets); });
  if (!sum) return sum.error();
  return hex(*sum);
}

Result<std::string> sha256_hex_of_file(const std::filesystem::path& file) {
  std::ifstream source(file, std::ios::binary);
  const Result<Sum> sum = sum_of(EVP_sha256(), [&](auto take) {
    std::array<char, 64 * 1024> room;
    while (source.read(room.data(), room.size()), source.gcount() > 0) {
      take(std::string_view(room.data(), size_t(source.gcount())));
    }
  });
  if (!sum) return sum.error();
  if (!source.eof()) return Error{ErrorCode::kIo, file.string(), "cannot be read"};
  return hex(*sum);
}

}  // namespace dekko
