#include "tests/support/gzipped.h"

#include <httplib.h>

namespace dekko::site {

std::string gzipped(const std::string& octets) {
  std::string packed;
  httplib::detail::gzip_compressor compressor;
  compressor.compress(octets.data(), octets.size(), true, [&](const char* data, size_t size) {
    packed.append(data, size);
    return true;
  });
  return packed;
}

}  // namespace dekko::site
