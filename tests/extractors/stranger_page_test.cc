// What kind of page it is, told by what it shows: invented pages of every kind that comes in place of a
// listing.
#include <gtest/gtest.h>

#include "tests/extractors/reading.h"

namespace dekko {
namespace {

struct Case {
  const char* name;
  const char* title;
  const char* body;
  const char* reason;  // of the first problem
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
  return out << one.name;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

class StrangerPage : public testing::TestWithParam<Case> {};

TEST_P(StrangerPage, IsNotAListingAndSaysWhy) {
  const Page page = read_page(page_markup(GetParam().title, GetParam().body));
  EXPECT_EQ(page.verdict, Verdict::kNotAListing) << to_text(page.verdict);
  EXPECT_EQ(first_problem(page.problems), std::string("verdict: ") + GetParam().reason);
  EXPECT_TRUE(page.cards.empty());
}

TEST_P(StrangerPage, IsNoneOnALaterPageEither) {
  const Page page = read_page(page_markup(GetParam().title, GetParam().body), shape_profile(),
                              "https://gazette.example/tag/fog/page/7/");
  EXPECT_EQ(page.verdict, Verdict::kNotAListing) << to_text(page.verdict);
}

INSTANTIATE_TEST_SUITE_P(
    Login, StrangerPage,
    testing::Values(
        Case{"Form", "Log in | The Quay Gazette",
             "<h1>Log in</h1><form><input name=u><input type=password></form>", "login"},
        Case{"FormUnderASiteName", "The Quay Gazette",
             "<h1>The Quay Gazette</h1><form><input name=u><input type=password></form>", "login"},
        Case{"SingleSignOn", "The Quay Gazette – Sign in to your account",
             "<h1>Welcome back</h1><p><a href='/sso/'>Go on with your library</a></p>", "login"},
        Case{"German", "Anmelden – Die Kaizeitung", "<h1>Anmelden</h1><form><input type=password></form>",
             "login"},
        Case{"Korean", "로그인 | 부두신문", "<h1>로그인</h1><form><input type=password></form>", "login"},
        Case{"Russian", "Вход на сайт", "<h1>Вход</h1><form><input type=password></form>", "login"},
        Case{"RegistrationWall", "The Quay Gazette",
             "<h1>Register to continue</h1><form><input type=email></form>", "login"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Consent, StrangerPage,
    testing::Values(
        Case{"Gate", "Before you continue",
             "<h1>Before you continue to the Gazette</h1><form><button>Accept all"
             "</button><button>Reject all</button></form>",
             "consent"},
        Case{"PrivacyHeading", "The Quay Gazette",
             "<h2>We value your privacy</h2><p>We and our 812 partners store and read information.</p>",
             "consent"},
        Case{"CollectConsent", "The Quay Gazette is part of a family",
             "<form action='/v2/collectConsent?sessionId=3'><h1>Welcome to the "
             "family</h1><button>Yes</button></form>",
             "consent"},
        Case{"French", "La Gazette du Quai",
             "<h1>Nous respectons votre vie privée</h1><button>J'accepte</button>", "consent"},
        Case{"German", "Kaizeitung", "<h1>Weiter mit Werbung lesen</h1><button>Zustimmen</button>",
             "consent"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Challenge, StrangerPage,
    testing::Values(
        Case{"JustAMoment", "Just a moment...",
             "<h1>gazette.example</h1><p>Checking if the site connection is secure</p>"
             "<form id='challenge-form' action='/?__cf_chl_f_tk=1'></form>",
             "challenge"},
        Case{"MarkOnly", "gazette.example",
             "<h1>gazette.example</h1><script "
             "src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>",
             "challenge"},
        Case{"HCaptcha", "gazette.example",
             "<h1>gazette.example</h1><form><div class='h-captcha' data-sitekey='0'></div></form>",
             "challenge"},
        Case{"Turnstile", "One more step", "<h1>One more step</h1><div class='cf-turnstile'></div>",
             "challenge"},
        Case{"Blocked", "Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>",
             "challenge"},
        Case{"FrameOfACaptchaService", "gazette.example",
             "<iframe src='https://geo.captcha-delivery.com/captcha/?initialCid=0'></iframe>", "challenge"},
        Case{"PressAndHold", "Access to this page has been denied", "<h1>Press and hold to confirm</h1>",
             "challenge"},
        Case{"AccessDenied", "Access Denied", "<h1>Access Denied</h1><p>Reference #18.2f</p>", "challenge"},
        Case{"NotABot", "Making sure you're not a bot!", "<h1>Making sure you're not a bot!</h1>",
             "challenge"},
        Case{"TooManyRequests", "429 Too Many Requests", "<h1>Too Many Requests</h1>", "challenge"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Error, StrangerPage,
    testing::Values(
        Case{"NotFound", "404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found.</p>",
             "error"},
        Case{"WordPress", "Page not found – The Quay Gazette",
             "<h1>Oops! That page can&rsquo;t be found.</h1><p>Maybe try a search?</p>", "error"},
        Case{"Server", "500 Internal Server Error", "<h1>Internal Server Error</h1>", "error"},
        Case{"Gateway", "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr>nginx", "error"},
        Case{"Database", "Database Error", "<h1>Error establishing a database connection</h1>", "error"},
        Case{"French", "Page introuvable | La Gazette", "<h1>Page introuvable</h1>", "error"},
        Case{"German", "Seite nicht gefunden", "<h1>Seite nicht gefunden</h1>", "error"},
        Case{"Russian", "Страница не найдена", "<h1>Ошибка 404</h1>", "error"},
        Case{"Japanese", "ページが見つかりません", "<h1>ページが見つかりませんでした</h1>", "error"}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Maintenance, StrangerPage,
    testing::Values(
        Case{"BackSoon", "The Quay Gazette", "<h1>We&rsquo;ll be back soon!</h1><p>Repairs at the press.</p>",
             "maintenance"},
        Case{"Scheduled", "Scheduled maintenance", "<h1>Scheduled maintenance</h1>", "maintenance"},
        Case{"WordPress", "Maintenance",
             "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>", "maintenance"},
        Case{"Japanese", "メンテナンス中", "<h1>ただいまメンテナンス中です</h1>", "maintenance"},
        Case{"French", "Site en maintenance", "<h1>Nous revenons bientôt</h1>", "maintenance"}),
    name_of);

// What such a page links to in place of a list is no list.
TEST(StrangerPage, KeepsNothingOfTheStoriesThatAnErrorPageOffers) {
  const Page page = read_page(page_markup("Page not found – The Quay Gazette",
                                          "<h1>Oops! That page can't be found.</h1>" + cards_markup()));
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
  EXPECT_TRUE(page.cards.empty());
}

TEST(StrangerPage, KeepsNothingOfTheStoriesBesideALoginForm) {
  const Page page = read_page(page_markup(
      "Log in | The Quay Gazette", "<h1>Log in</h1><form><input type=password></form>" + cards_markup()));
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
}

TEST(StrangerPage, IsToldByTheStatusFirst) {
  const Page page =
      read_page(page_markup("Fog", "<h1>Fog</h1>" + cards_markup()), shape_profile(), kAddress, 404);
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
  EXPECT_EQ(first_problem(page.problems), "status: http_error");
}

TEST(StrangerPage, IsAnEmptyShellForAScript) {
  const Page page =
      read_page("<html><head><title>Gazette</title></head><body><div id=root></div></body></html>");
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
  EXPECT_EQ(first_problem(page.problems), "verdict: nothing_of_a_listing");
}

}  // namespace
}  // namespace dekko
