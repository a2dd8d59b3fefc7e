#include "archive/digest.h"

#include <gtest/gtest.h>

#include "archive/record_id.h"

namespace dekko {
namespace {

TEST(Digest, Sha1IsLabelledBase32) {
  EXPECT_EQ(*sha1_label({}), "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
  EXPECT_EQ(*sha1_label({"abc"}), "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
}

TEST(Digest, PiecesAreLaidEndToEnd) {
  EXPECT_EQ(*sha1_label({"a", "", "bc"}), *sha1_label({"abc"}));
}

TEST(Digest, Sha256IsHex) {
  EXPECT_EQ(*sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RecordId, IsNeverTheSameTwice) {
  EXPECT_NE(*new_record_id(), *new_record_id());
}

}  // namespace
}  // namespace dekko
