// libcurl's handles, owned.
#pragma once

#include <curl/curl.h>

#include <memory>

namespace dekko {

template <auto close_fn>
struct CloseHandle {
  template <class Handle>
  void operator()(Handle* handle) const {
    close_fn(handle);
  }
};

using EasyHandle = std::unique_ptr<CURL, CloseHandle<curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, CloseHandle<curl_multi_cleanup>>;
using ShareHandle = std::unique_ptr<CURLSH, CloseHandle<curl_share_cleanup>>;
using HeaderList = std::unique_ptr<curl_slist, CloseHandle<curl_slist_free_all>>;

}  // namespace dekko
