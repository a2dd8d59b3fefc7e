#include "extractors/find/notices.h"

#include <gtest/gtest.h>

#include <string>

namespace dekko {
namespace {

struct Title {
  const char* text;
  const char* told;  // "error certain", "login says", "-"
};

std::string told(const char* title) {
  const auto found = stranger_titled(title);
  if (!found) return "-";
  const char* const words[] = {" begins", " says", " certain"};
  return std::string(to_text(found->kind)) + words[static_cast<int>(found->sureness)];
}

class Notices : public testing::TestWithParam<Title> {};

TEST_P(Notices, TellWhatATitleStandsFor) {
  EXPECT_EQ(told(GetParam().text), GetParam().told) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    OfStrangers, Notices,
    testing::Values(
        Title{"Log in", "login certain"}, Title{"LOG IN | Gazette", "login certain"},
        Title{"Gazette - Login", "login says"}, Title{"Login to Gazette", "login begins"},
        Title{"Your session has expired", "login says"}, Title{"ログイン｜波止場新聞", "login begins"},
        Title{"Before you continue to Search", "consent begins"},
        Title{"We value your privacy", "consent certain"}, Title{"Age verification", "consent says"},
        Title{"Just a moment...", "challenge certain"},
        Title{"Bloomside - Are you a robot?", "challenge certain"},
        Title{"Access denied | gazette.example used Cloudflare to restrict access", "challenge certain"},
        Title{"404", "error says"}, Title{"404: Not Found", "error says"},
        Title{"404 Not Found", "error certain"}, Title{"Page not found – Gazette", "error certain"},
        Title{"Oops! Something broke", "error begins"},
        Title{"We can’t find the page you’re looking for", "error certain"},
        Title{"Die Seite existiert leider nicht mehr", "error certain"},
        Title{"お探しのページは見つかりませんでした", "error certain"},
        Title{"Welcome to nginx!", "error certain"},
        Title{"451: Unavailable due to legal reasons", "error says"},
        Title{"Account Suspended", "error certain"}, Title{"Scheduled maintenance", "maintenance certain"},
        Title{"We’ll be back soon!", "maintenance certain"}));

INSTANTIATE_TEST_SUITE_P(OfTopics, Notices,
                         testing::Values(Title{"Fog", "-"}, Title{"Forbidden City", "-"},
                                         Title{"404 Media", "-"}, Title{"500 days of fog", "-"},
                                         Title{"Errors and omissions", "-"}, Title{"Loginov", "-"},
                                         Title{"Maintenance workers", "-"}, Title{"Captchas explained", "-"},
                                         Title{"Входящие суда", "-"}, Title{"", "-"}));

TEST(Notices, OfALongLineAreNone) {
  EXPECT_EQ(told(("Page not found" + std::string(300, 'x')).c_str()), "-");
  EXPECT_FALSE(says_nothing_found("No results found" + std::string(300, 'x')));
}

TEST(Notices, StateThatThereIsNothing) {
  for (const char* line :
       {"Nothing Found", "No results found for “fgo”", "Sorry, no posts matched your criteria.",
        "Keine Treffer für „Nebel“", "Aucun résultat", "Votre recherche n’a donné aucun résultat.",
        "Your search for fgo returned no stories", "没有找到相关内容", "검색 결과가 없습니다."})
    EXPECT_TRUE(states_nothing_found(line)) << line;
}

TEST(Notices, StateNothingOfTheKindInHeadlines) {
  for (const char* line : {"No news is good news", "Nothing to see here, says the keeper",
                           "No posts at the pier", "The keeper returned no calls", "10 results"})
    EXPECT_FALSE(states_nothing_found(line)) << line;
}

TEST(Notices, SayInPassingThatThereIsNothing) {
  for (const char* line :
       {"Your search for fgo did not match any documents.", "There are no articles yet",
        "Für Ihre Suche gibt es keine Treffer", "「霧」に一致する記事はありませんでした。", "No stories yet"})
    EXPECT_TRUE(says_nothing_found(line)) << line;
  EXPECT_FALSE(says_nothing_found("Ten results"));
}

TEST(Notices, KnowTheMarksOfChallengesOnly) {
  EXPECT_EQ(stranger_marked("/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"), Stranger::kChallenge);
  EXPECT_EQ(stranger_marked("https://geo.captcha-delivery.com/captcha/"), Stranger::kChallenge);
  EXPECT_EQ(stranger_marked("/v2/collectConsent?id=1"), Stranger::kConsent);
  for (const char* plain : {"/cdn-cgi/challenge-platform/h/b/scripts/jsd/1/main.js",
                            "/_Incapsula_Resource?SWJIYLWA=7", "https://js.datadome.co/tags.js", ""})
    EXPECT_FALSE(stranger_marked(plain)) << plain;
}

}  // namespace
}  // namespace dekko
