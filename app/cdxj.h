// Lines of a CDXJ index, as pywb and ReplayWeb.page look answers up in: key, moment, and where it stands.
#pragma once

#include <optional>
#include <string>

#include "archive/warc_reader.h"
#include "core/url.h"

namespace dekko {

// "org,example:8080)/tag/x?a=1&b=2": the host turned round without "www.", all in lower case, the query's
// parameters sorted.
std::string url_key(const Url& url);

// For a response or revisit that stands at `place`; nothing for other records and for those without an
// address or moment. file: as readers of the index know it.
std::optional<std::string> cdxj_line(const WarcRecord& record, const std::string& file,
                                     const RecordRef& place);

}  // namespace dekko
