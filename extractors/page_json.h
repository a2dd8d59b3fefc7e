// A page as JSON lines: one `page` record, then its `card` records in page order. All keys always, in this
// order.
#pragma once

#include <string>

#include "core/page.h"

namespace dekko {

// Each line ends with "\n". Text that is not UTF-8 cannot occur: extract() has replaced it.
std::string to_json_lines(const Page& page);

}  // namespace dekko
