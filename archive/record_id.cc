#include "archive/record_id.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>

namespace dekko {

Result<std::string> new_record_id() {
  std::array<unsigned char, 16> octets{};
  // Where memory ran out while libcrypto began, it crashes when it is asked for anything.
  const bool has_begun = OSSL_LIB_CTX_get0_global_default() != nullptr;
  if (!has_begun || RAND_bytes(octets.data(), int(octets.size())) != 1) {
    return Error{ErrorCode::kIo, "libcrypto", "has no random numbers for a record's name"};
  }
  octets[6] = static_cast<unsigned char>((octets[6] & 0x0F) | 0x40);  // version 4
  octets[8] = static_cast<unsigned char>((octets[8] & 0x3F) | 0x80);  // the RFC's variant
  std::string text = "<urn:uuid:";
  for (size_t i = 0; i < octets.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", octets[i]);
  }
  return text + ">";
}

}  // namespace dekko
