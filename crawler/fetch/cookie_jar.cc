#include "crawler/fetch/cookie_jar.h"

#include <fstream>

namespace dekko {

namespace {

bool holds_cookies(CURL* handle) {
  curl_slist* cookies = nullptr;
  if (curl_easy_getinfo(handle, CURLINFO_COOKIELIST, &cookies) != CURLE_OK) return false;
  return HeaderList(cookies) != nullptr;
}

}  // namespace

Result<ShareHandle> read_cookies(const std::string& file) {
  if (!std::ifstream(file).good()) {
    return Error{ErrorCode::kIo, file, "the cookie file cannot be read", "check its name and permissions"};
  }
  ShareHandle share(curl_share_init());
  const EasyHandle handle(curl_easy_init());
  const bool read = share && handle &&
                    curl_share_setopt(share.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE) == CURLSHE_OK &&
                    curl_easy_setopt(handle.get(), CURLOPT_SHARE, share.get()) == CURLE_OK &&
                    curl_easy_setopt(handle.get(), CURLOPT_COOKIEFILE, file.c_str()) == CURLE_OK &&
                    curl_easy_setopt(handle.get(), CURLOPT_COOKIELIST, "RELOAD") == CURLE_OK;
  if (!read) return Error{ErrorCode::kIo, file, "libcurl cannot take the cookies"};
  if (!holds_cookies(handle.get())) {
    return Error{ErrorCode::kInvalid, file, "holds no cookie that is still good",
                 "export the cookies again, in Netscape format"};
  }
  return share;
}

}  // namespace dekko
