#include "app/redirect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/page_address.h"

namespace dekko {

namespace {

// Words that stand for a login where they are a whole word of a path ("/users/sign_in", "/wp-login.php").
bool names_a_login(const Url& url) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "login", "log-in", "log_in", "signin", "sign-in", "sign_in", "signon", "sso", "auth", "oauth", "authenticate",
      "wp-login", "register", "subscribe"};
  std::string path(url.path());
  for (char& c : path) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (size_t begin = 0; begin < path.size();) {
    const size_t end = std::min(path.find_first_of("/.", begin), path.size());
    if (std::find(kWords.begin(), kWords.end(), std::string_view(path).substr(begin, end - begin)) != kWords.end()) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

RedirectVerdict judge_redirect(const Url& asked, const Url& from, const std::string& location,
                               const std::vector<std::string>& noise) {
  const Result<Url> to = from.resolve(location);
  if (!to) return {.why = "redirected to no address: " + location};
  if (names_a_login(*to) && !names_a_login(asked)) {
    return {.login = true, .why = "redirected to a login: " + to->text()};
  }
  if (!same_site(asked, *to)) return {.why = "redirected to another site: " + to->text()};
  const int answered = page_address(*to, noise).page;
  if (answered != page_address(asked, noise).page) return {.why = fmt::format("redirected to page {}", answered)};
  return {.follow = true};
}

}  // namespace dekko
