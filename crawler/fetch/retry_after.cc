#include "crawler/fetch/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "core/limits.h"

namespace dekko {

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Moment> http_date(std::string_view value) {
  // curl_getdate also reads "20240319" and the like, which no server means as a date here.
  const bool has_letters =
      std::any_of(value.begin(), value.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
  if (!has_letters || value.size() > limits::kExcerptBytes) return std::nullopt;
  const time_t seconds = curl_getdate(std::string(value).c_str(), nullptr);
  if (seconds == -1) return std::nullopt;
  return Moment(std::chrono::seconds(seconds));
}

std::optional<Seconds> retry_after(std::string_view value, Moment answered) {
  constexpr Seconds kLongest = kLongestRetryAfter;
  if (is_digits(value)) {
    // Nine digits are 31 years: longer numbers need not be read.
    return value.size() > 9 ? kLongest : std::min(Seconds(std::stoi(std::string(value))), kLongest);
  }
  const std::optional<Moment> date = http_date(value);
  if (!date) return std::nullopt;
  return std::clamp(Seconds(*date - answered), Seconds(0), kLongest);
}

}  // namespace dekko
