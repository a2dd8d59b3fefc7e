// The user's cookies, held in memory for one run.
#pragma once

#include <string>

#include "core/result.h"
#include "crawler/fetch/curl_handle.h"

namespace dekko {

// A libcurl share with the cookies of a Netscape file, which is only read. What servers set meanwhile is kept
// until the share goes. Fails when the file cannot be read, or holds no cookie that is still good: a walk
// that was meant to be logged in would otherwise go on without.
Result<ShareHandle> read_cookies(const std::string& file);

}  // namespace dekko
