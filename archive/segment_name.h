// "dekko-20240319081530-example.org-00000.warc.gz": names of segments sort by time.
#pragma once

#include <string>
#include <string_view>

#include "core/moment.h"

namespace dekko {

// `label` may be anything: what is not a letter, digit, dot or underscore becomes "-", what is over 64 octets
// is cut.
std::string segment_name(Moment created, std::string_view label, int number);

}  // namespace dekko
