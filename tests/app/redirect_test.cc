#include "app/redirect.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

constexpr const char* kAsked = "https://www.gazette.example/tag/harbor/page/3/";

RedirectVerdict judged(const std::string& location, const std::string& asked = kAsked) {
  const Url url = Url::parse(asked).value();
  return judge_redirect(url, url, location, {"utm_source"});
}

TEST(Redirect, IsFollowedToAnotherNameOfTheSamePage) {
  for (const char* location :
       {"http://www.gazette.example/tag/harbor/page/3/", "https://gazette.example/tag/harbor/page/3/",
        "/tag/harbor/page/3", "/topics/harbor/page/3/", "?utm_source=feed", "//www.gazette.example/x/page/3/",
        "/tag/harbor/?page=3"}) {
    const RedirectVerdict verdict = judged(location);
    EXPECT_TRUE(verdict.follow) << location << ": " << verdict.why;
  }
}

TEST(Redirect, ToAnotherPageIsNeverThatPage) {
  EXPECT_EQ(judged("/tag/harbor/").why, "redirected to page 1");
  EXPECT_EQ(judged("/").why, "redirected to page 1");
  EXPECT_EQ(judged("/tag/harbor/page/4/").why, "redirected to page 4");
  EXPECT_FALSE(judged("/tag/harbor/").follow);
}

TEST(Redirect, ToAnotherOffsetIsNeverThatPage) {
  const std::string asked = "https://gazette.example/tag/harbor/?start=20";
  EXPECT_EQ(judged("/tag/harbor/", asked).why, "redirected to another page: https://gazette.example/tag/harbor/");
  EXPECT_FALSE(judged("/tag/harbor/?start=0", asked).follow);
  EXPECT_TRUE(judged("/tag/harbor?start=20", asked).follow);
  EXPECT_TRUE(judged("?start=0", "https://gazette.example/tag/harbor/").follow);
}

TEST(Redirect, ToAnotherSiteIsNotFollowed) {
  for (const char* location : {"https://elsewhere.example/tag/harbor/page/3/", "https://gazette.example.org/",
                               "//consent.invalid/page/3/"}) {
    const RedirectVerdict verdict = judged(location);
    EXPECT_FALSE(verdict.follow) << location;
    EXPECT_TRUE(verdict.why.starts_with("redirected to another site: ")) << verdict.why;
  }
}

TEST(Redirect, ToALoginIsToldApartWhereverItStands) {
  for (const char* location :
       {"/login", "/users/sign_in?next=/tag/harbor/page/3/", "/wp-login.php", "/Account/LogIn/",
        "https://sso.elsewhere.example/oauth/authorize", "/subscribe/page/3/"}) {
    const RedirectVerdict verdict = judged(location);
    EXPECT_TRUE(verdict.login) << location;
    EXPECT_FALSE(verdict.follow) << location;
    EXPECT_TRUE(verdict.why.starts_with("redirected to a login: ")) << verdict.why;
  }
}

TEST(Redirect, OfAListingThatIsItselfCalledLoginIsNone) {
  const RedirectVerdict verdict =
      judged("https://gazette.example/tag/login/page/2/", "http://gazette.example/tag/login/page/2/");
  EXPECT_TRUE(verdict.follow) << verdict.why;
  EXPECT_FALSE(judged("/tag/loginsville/page/3/").login);
}

TEST(Redirect, ToNoAddressIsNotFollowed) {
  for (const char* location : {"http://", "mailto:editor@gazette.example", "https://[::1/", "javascript:alert(1)",
                               "file:///etc/passwd", "data:text/html,x"}) {
    const RedirectVerdict verdict = judged(location);
    EXPECT_FALSE(verdict.follow) << location;
    EXPECT_FALSE(verdict.why.empty()) << location;
  }
}

}  // namespace
}  // namespace dekko
