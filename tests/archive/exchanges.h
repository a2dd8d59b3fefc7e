// Exchanges as a fetcher hands them over.
#pragma once

#include <string>

#include "core/capture.h"

namespace dekko {

inline Exchange page_exchange(std::string body = "<p>A page of invented words.</p>",
                              std::string headers = "Content-Type: text/html\r\n") {
  return Exchange{.url = *Url::parse("https://example.org/tag/bees/page/2/?x=1#top"),
                  .at = *parse_moment("2024-03-19T08:15:30.250Z"),
                  .took = Seconds(0.5),
                  .remote_ip = "192.0.2.7",
                  .request_head = "GET /tag/bees/page/2/?x=1 HTTP/1.1\r\nHost: example.org\r\n\r\n",
                  .response_head = "HTTP/1.1 200 OK\r\n" + headers + "\r\n",
                  .body = std::move(body),
                  .status = 200};
}

}  // namespace dekko
