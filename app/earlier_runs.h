// What earlier runs learnt of hosts and still holds: their robots.txt, and a pause that may not be over yet.
#pragma once

#include <vector>

#include "app/visit.h"
#include "core/moment.h"
#include "core/url.h"
#include "db/recall.h"

namespace dekko {

// Tells gate and pacer of the hosts of these addresses, each once. Fails if the database cannot be read.
Result<void> recall_hosts(const std::vector<Url>& urls, const Recall& recall, const Politeness& politeness,
                          const Clock& clock);

}  // namespace dekko
