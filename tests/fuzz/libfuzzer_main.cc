// The program that libFuzzer drives (https://llvm.org/docs/LibFuzzer.html). DEKKO_FUZZ names the target:
// libFuzzer starts itself anew with its own arguments, so that none could be ours.
#include <stdlib.h>

#include <cstdint>
#include <cstdio>
#include <string_view>

#include "tests/fuzz/targets.h"

namespace {

const dekko::fuzz::Target* target = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* wanted = getenv("DEKKO_FUZZ");
  for (const dekko::fuzz::Target& one : dekko::fuzz::kTargets)
    if (wanted && one.name == std::string_view(wanted)) target = &one;
  if (target) return 0;
  std::fputs("DEKKO_FUZZ has to name one of:\n", stderr);
  for (const dekko::fuzz::Target& one : dekko::fuzz::kTargets) std::fprintf(stderr, "%s\n", one.name);
  exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* octets, size_t size) {
  target->check({reinterpret_cast<const char*>(octets), size});
  return 0;
}
