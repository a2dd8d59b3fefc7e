// A robots.txt as it was last had: what is kept between runs.
#pragma once

#include <string>

#include "core/moment.h"

namespace dekko {

struct RobotsCopy {
  bool absent = false;                        // 4xx but 429: there are no rules
  std::string body = {};                      // decoded, cut at limits::kRobotsBytes
  Moment read = {};                           // when the site last said so, by 200, 304 or 4xx
  std::string etag = {}, last_modified = {};  // as served; empty for none
};

}  // namespace dekko
