#include "crawler/fetch/curl_failure.h"

#include <cerrno>

namespace dekko {

std::string_view broken_reason(CURLcode code, long os_error, Reached reached) {
  // libcurl has a hundred codes; those not named here come down to how far the transfer had come.
  switch (static_cast<int>(code)) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return "dns";
    case CURLE_COULDNT_CONNECT:
      return os_error == ECONNREFUSED ? "refused" : "connect";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return "tls";
    case CURLE_PARTIAL_FILE:
      return "truncated";
    case CURLE_GOT_NOTHING:
      return "dropped";
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_URL_MALFORMAT:
      return "protocol";
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
      return "machine";
    default:
      break;
  }
  switch (reached) {
    case Reached::kNothing:
      return "connect";
    case Reached::kConnected:
      return "dropped";
    case Reached::kHead:
      return "truncated";
  }
  return "connect";
}

}  // namespace dekko
