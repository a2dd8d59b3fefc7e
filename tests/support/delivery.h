// A reply as octets on the wire: coding, framing, and what a fault makes of them. httplib is given the
// finished octets and only writes them, for it refuses to lie about lengths.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/newspaper.h"

namespace dekko::site {

struct Wire {
  std::vector<std::pair<std::string, std::string>> headers;  // those of the reply, and coding and framing
  std::string octets;       // everything after the empty line, framing included
  bool then_close = false;  // the connection ends after them
};

// accepts_gzip: the client said so.
Wire on_wire(const Reply& reply, const SiteOptions& options, bool accepts_gzip);

}  // namespace dekko::site
