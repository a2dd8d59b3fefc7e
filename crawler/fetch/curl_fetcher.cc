#include "crawler/fetch/curl_fetcher.h"

#include <algorithm>
#include <atomic>
#include <clocale>
#include <cmath>
#include <map>

#include "crawler/fetch/cookie_jar.h"
#include "crawler/fetch/transfer.h"

namespace dekko {

namespace {

constexpr Seconds kLongestPoll{3600};  // so that milliseconds fit an int

int poll_milliseconds(Seconds time) {
  return static_cast<int>(std::ceil(std::clamp(time, Seconds(0), kLongestPoll).count() * 1000));
}

// libcurl takes a host's letters beyond ASCII to be in the locale's charset; ours are in UTF-8. This thread
// only.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(utf8())) {}
  ~Utf8Locale() { uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t kLocale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);  // null changes nothing
    return kLocale;
  }

  locale_t before_;
};

class CurlFetcher final : public Fetcher {
 public:
  CurlFetcher(FetchOptions options, MultiHandle multi, ShareHandle cookies, const Clock& clock)
      : options_(std::move(options)), clock_(clock), cookies_(std::move(cookies)), multi_(std::move(multi)) {}

  ~CurlFetcher() override {
    for (const auto& [handle, transfer] : under_way_) curl_multi_remove_handle(multi_.get(), handle);
  }

  bool can_start() const override {
    return under_way_.size() < options_.limits.transfers && held_bytes() < options_.limits.held_bytes;
  }

  size_t held_bytes() const override {
    size_t held = 0;
    for (const auto& [handle, transfer] : under_way_) held += transfer->held_bytes();
    return held;
  }

  uint64_t start(Request request) override {
    auto transfer =
        std::make_unique<Transfer>(++tickets_, std::move(request), options_, cookies_.get(), reach_, clock_);
    CURL* handle = transfer->handle();
    const bool going = transfer->is_ready() && curl_multi_add_handle(multi_.get(), handle) == CURLM_OK;
    (going ? under_way_[handle] : not_started_[tickets_]) = std::move(transfer);
    return tickets_;
  }

  std::optional<Answer> wait(Seconds timeout) override {
    if (!not_started_.empty())
      return give_up_one(not_started_, Broken{"machine", "libcurl refused the request"});
    const Seconds deadline = clock_.steady() + timeout;
    Seconds left{0};  // at first only a look: an interrupt comes before any answer
    do {
      CURLMcode code = poll(left);
      if (interrupted_ && under_way_.empty()) return std::nullopt;
      if (interrupted_) return give_up_one(under_way_, Interrupted{});
      if (code == CURLM_OK) code = perform();
      if (code != CURLM_OK && under_way_.empty()) return std::nullopt;
      if (code != CURLM_OK) return give_up_one(under_way_, Broken{"machine", curl_multi_strerror(code)});
      if (auto answer = next_done()) return answer;
      if (woken_.exchange(false)) return std::nullopt;
      left = deadline - clock_.steady();
    } while (left > Seconds(0));
    return std::nullopt;
  }

  void wake() override {
    woken_ = true;
    curl_multi_wakeup(multi_.get());
  }

 private:
  using Transfers = std::map<CURL*, std::unique_ptr<Transfer>>;

  CURLMcode perform() {
    const Utf8Locale utf8;
    int running = 0;
    return curl_multi_perform(multi_.get(), &running);
  }

  CURLMcode poll(Seconds left) {
    curl_waitfd interrupt{.fd = options_.interrupt_fd, .events = CURL_WAIT_POLLIN, .revents = 0};
    const unsigned extra = options_.interrupt_fd >= 0 ? 1 : 0;
    const CURLMcode code = curl_multi_poll(multi_.get(), &interrupt, extra, poll_milliseconds(left), nullptr);
    interrupted_ = interrupted_ || interrupt.revents != 0;
    return code;
  }

  std::optional<Answer> next_done() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;  // the message does not outlive the handle's removal
      const auto found = under_way_.find(message->easy_handle);
      Answer answer = found->second->finish(code);
      curl_multi_remove_handle(multi_.get(), found->first);
      under_way_.erase(found);
      return answer;
    }
    return std::nullopt;
  }

  template <class Map>
  Answer give_up_one(Map& transfers, FetchOutcome outcome) {
    const auto first = transfers.begin();
    if (CURL* handle = first->second->handle()) curl_multi_remove_handle(multi_.get(), handle);
    Answer answer = first->second->give_up(std::move(outcome));
    transfers.erase(first);
    return answer;
  }

  FetchOptions options_;
  const Clock& clock_;
  ShareHandle cookies_;  // outlives the handles that use it
  MultiHandle multi_;
  HostReach reach_;
  Transfers under_way_;
  std::map<uint64_t, std::unique_ptr<Transfer>> not_started_;
  uint64_t tickets_ = 0;
  bool interrupted_ = false;
  std::atomic<bool> woken_ = false;
};

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
}

}  // namespace

Result<std::unique_ptr<Fetcher>> make_curl_fetcher(const FetchOptions& options, const Clock& clock) {
  static const CURLcode kGlobal = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (has_control(options.user_agent) || has_control(options.from)) {
    return Error{ErrorCode::kUsage, "User-Agent", "a contact may not hold control characters"};
  }
  ShareHandle cookies;
  if (!options.cookie_file.empty()) {
    Result<ShareHandle> read = read_cookies(options.cookie_file);
    if (!read) return read.error();
    cookies = std::move(*read);
  }
  MultiHandle multi(kGlobal == CURLE_OK ? curl_multi_init() : nullptr);
  if (!multi) return Error{ErrorCode::kNetwork, "libcurl", curl_easy_strerror(CURLE_FAILED_INIT)};
  return std::make_unique<CurlFetcher>(options, std::move(multi), std::move(cookies), clock);
}

}  // namespace dekko
