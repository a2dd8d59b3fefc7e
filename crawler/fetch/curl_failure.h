// libcurl's result codes in the fetcher's terms. The one place that knows them.
#pragma once

#include <curl/curl.h>

#include <string_view>

namespace dekko {

// How far a transfer had come when it failed.
enum class Reached { kNothing, kConnected, kHead };

// The reason of Broken for a code that is neither CURLE_OK nor explained by a limit of ours. os_error: errno
// of the failed connect, 0 if there is none.
std::string_view broken_reason(CURLcode code, long os_error, Reached reached);

}  // namespace dekko
