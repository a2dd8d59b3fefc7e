#include "app/decoded.h"

#include "archive/warc_reader.h"

namespace dekko {

Result<Capture> decoded(const Exchange& exchange) {
  WarcRecord record;
  record.fields = {{"warc-type", "response"},
                   {"warc-target-uri", exchange.url.text()},
                   {"warc-date", to_text_ms(exchange.at)},
                   {"content-type", "application/http; msgtype=response"}};
  record.block = exchange.response_head + exchange.body;
  return to_capture(record);
}

}  // namespace dekko
