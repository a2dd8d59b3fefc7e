// What the warcinfo records of a crawl say of it, so that the archive alone tells how it came about.
#pragma once

#include <string>

#include "app/crawl.h"
#include "archive/archive.h"
#include "crawler/polite/pacer.h"
#include "crawler/polite/robots_gate.h"

namespace dekko {

// The same for all listings of a crawl.
struct ArchiveTold {
  const RobotsGate& gate;  // must outlive this
  PaceRules pace;
  std::string agent;  // the User-Agent
  Compression compression = Compression::kGzip;
};

ArchiveInfo archive_info(const ListingPlan& plan, const ArchiveTold& told);

}  // namespace dekko
