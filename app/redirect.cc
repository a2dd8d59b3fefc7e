#include "app/redirect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/page_address.h"
#include "crawler/walk/offset.h"

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

// Where the page begins that an offset names; the first two are two ways to count the first card.
int begin_of(const Url& page, const Url& listing) {
  const auto offset = read_offset(page, page_address(listing));
  return offset && offset->value > 1 ? offset->value : 0;
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
  if (begin_of(asked, *to) != begin_of(*to, asked)) return {.why = "redirected to another page: " + to->text()};
  return {.follow = true};
}

}  // namespace dekko
