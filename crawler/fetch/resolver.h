// Which addresses hosts have, looked up before anything is asked of them: hosts at one address are to share
// one pace.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/moment.h"

namespace dekko {

// All hosts at once, through the system's resolver. A host that is not known, or not within `patience`, is
// left out: what it is reached at shows with its first answer. Hosts as Url::host() gives them; addresses as
// numbers.
std::map<std::string, std::vector<std::string>> resolve(const std::vector<std::string>& hosts,
                                                        Seconds patience);

}  // namespace dekko
