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
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
  return out << one.name;
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

class ListingPage : public testing::TestWithParam<Case> {};

TEST_P(ListingPage, StaysAListing) {
  const Page page = read_page(page_markup(GetParam().title, GetParam().body + cards_markup()));
  EXPECT_EQ(page.verdict, Verdict::kListing) << to_text(page.verdict) << first_problem(page.problems);
  EXPECT_EQ(page.cards.size(), 4u);
}

INSTANTIATE_TEST_SUITE_P(
    WithALook, ListingPage,
    testing::Values(
        Case{"Plain", "Fog | The Quay Gazette", "<h1>Fog</h1>"},
        Case{"PaywallTeaser", "Fog | The Quay Gazette",
             "<h1>Fog</h1><p>Subscribe to continue reading. Already a member? <a href='/login/'>Log "
             "in</a></p>"},
        Case{"LoginBoxBesideTheList", "Fog | The Quay Gazette",
             "<h1>Fog</h1><form><input name=u><input type=password><button>Log in</button></form>"},
        Case{"LoginWindowAboveTheList", "Fog | The Quay Gazette",
             "<div class='modal'><h2>Log in</h2><form><input type=password></form></div><h1>Fog</h1>"},
        Case{"CookieBanner", "Fog | The Quay Gazette",
             "<div id='consent-box'><h2>We value your privacy</h2><button>Accept</button></div><h1>Fog</h1>"},
        Case{"CookieBannerAboveAListWithoutAHeading", "Fog | The Quay Gazette",
             "<div id='consent-box'><h2>We value your privacy</h2><button>Accept</button></div>"},
        Case{"LoginWindowAboveAListWithoutAHeading", "Fog | The Quay Gazette",
             "<div class='modal'><h2>Sign in</h2><a href='/sso/'>Go on</a></div>"},
        Case{"NewsletterWithACaptcha", "Fog | The Quay Gazette",
             "<h1>Fog</h1><form><input type=email><div class='g-recaptcha'></div></form>"},
        Case{"TopicThatBeginsLikeANotice", "Forbidden City | The Quay Gazette", "<h1>Forbidden City</h1>"},
        Case{"TopicOfANumber", "404 Media | The Quay Gazette", "<h1>404 Media</h1>"},
        Case{"TopicOfLogins", "Login problems at banks", "<h1>Login problems at banks</h1>"},
        Case{"TopicOfOneSuchWord", "Maintenance | The Quay Gazette", "<h1>Maintenance</h1>"},
        Case{"SearchThatFound", "Search | The Quay Gazette",
             "<h1>Search results for fog</h1><p>4 results</p>"}),
    name_of);

class EmptyPage : public testing::TestWithParam<Case> {};

TEST_P(EmptyPage, IsAListingThatSaysItHasNothing) {
  const Page page = read_page(page_markup(GetParam().title, GetParam().body));
  EXPECT_EQ(page.verdict, Verdict::kEmpty) << to_text(page.verdict) << first_problem(page.problems);
}

TEST_P(EmptyPage, OffersCardsThatAreNotItsOwn) {
  const Page page = read_page(page_markup(GetParam().title, GetParam().body));
  EXPECT_TRUE(page.cards.empty());
}

INSTANTIATE_TEST_SUITE_P(
    InManyLanguages, EmptyPage,
    testing::Values(Case{"WordPress", "Nothing found",
                         "<h1>Nothing Found</h1><p>It seems we can't find what you're looking for."
                         "</p>"},
                    Case{"Search", "Search",
                         "<h1>Search</h1><p>Your search for <b>fgo</b> did not match any articles.</p>"},
                    Case{"Zero", "Search", "<h1>Search results for fgo</h1><p>0 results</p>"},
                    Case{"Apology", "Search", "<h1>Oops</h1><p>Sorry, no posts matched your criteria.</p>"},
                    Case{"German", "Suche",
                         "<h1>Suche</h1><p>Für Ihre Suche gibt es leider keine Treffer.</p>"},
                    Case{"French", "Recherche", "<h1>Recherche</h1><p>Aucun résultat pour « brume »</p>"},
                    Case{"Spanish", "Buscar", "<h1>Niebla</h1><p>No se encontraron resultados</p>"},
                    Case{"Italian", "Nebbia", "<h1>Nebbia</h1><p>Nessun risultato trovato</p>"},
                    Case{"Portuguese", "Neblina", "<h1>Neblina</h1><p>Nenhum resultado encontrado.</p>"},
                    Case{"Dutch", "Mist", "<h1>Mist</h1><p>Geen resultaten gevonden</p>"},
                    Case{"Swedish", "Dimma", "<h1>Dimma</h1><p>Inga träffar</p>"},
                    Case{"Polish", "Mgła", "<h1>Mgła</h1><p>Brak wyników</p>"},
                    Case{"Turkish", "Sis", "<h1>Sis</h1><p>Aramanız için sonuç bulunamadı</p>"},
                    Case{"Russian", "Туман", "<h1>Туман</h1><p>По вашему запросу ничего не найдено.</p>"},
                    Case{"Arabic", "ضباب", "<h1>ضباب</h1><p>لا توجد نتائج</p>"},
                    Case{"Hebrew", "ערפל", "<h1>ערפל</h1><p>לא נמצאו תוצאות</p>"},
                    Case{"Chinese", "雾", "<h1>雾</h1><p>没有找到相关内容</p>"},
                    Case{"Japanese", "霧", "<h1>霧</h1><p>「霧」に一致する記事はありませんでした。</p>"},
                    Case{"Korean", "안개", "<h1>안개</h1><p>'안개'에 대한 검색결과가 없습니다.</p>"},
                    Case{"Vietnamese", "Sương mù", "<h1>Sương mù</h1><p>Không tìm thấy kết quả nào</p>"},
                    Case{"Indonesian", "Kabut", "<h1>Kabut</h1><p>Tidak ada hasil untuk pencarian Anda</p>"}),
    name_of);

TEST(EmptyPageWithOffers, KeepsNothingOfThem) {
  const Page page = read_page(page_markup(
      "Search",
      "<h1>Search results for fgo</h1><p>No results found</p><h2>Popular stories</h2>" + cards_markup()));
  EXPECT_EQ(page.verdict, Verdict::kEmpty);
  EXPECT_TRUE(page.cards.empty());
}

TEST(EmptyPageWithOffers, IsNotMadeByAHeadlineOfALaterCard) {
  const Page page =
      read_page(page_markup("Fog", "<h1>Fog</h1>" + cards_markup() +
                                       "<article class=card><h2><a href='/x/'>No results found in the "
                                       "search for the ferry</a></h2></article>"));
  EXPECT_EQ(page.verdict, Verdict::kListing);
}

TEST(PageWithoutCards, IsPastTheEndBeyondThePager) {
  const std::string html =
      page_markup("Fog",
                  "<h1>Fog</h1><div class=pages><a href='/tag/fog/'>1</a> "
                  "<a href='/tag/fog/page/2/'>2</a> <a href='/tag/fog/page/3/'>3</a></div>");
  EXPECT_EQ(read_page(html, shape_profile(), "https://gazette.example/tag/fog/page/4/").verdict,
            Verdict::kPastTheEnd);
}

TEST(PageWithoutCards, IsPastTheEndWhereALaterPageHasOnlyItsHeading) {
  const std::string html =
      page_markup("Fog | The Quay Gazette", "<h1>Fog</h1><p>All that is known of fog.</p>");
  EXPECT_EQ(read_page(html, shape_profile(), "https://gazette.example/tag/fog/page/9/").verdict,
            Verdict::kPastTheEnd);
}

TEST(PageWithoutCards, IsPastTheEndAlsoWhenItSaysThereIsNothing) {
  const std::string html = page_markup("Fog", "<h1>Fog</h1><p>No posts found.</p>");
  EXPECT_EQ(read_page(html, shape_profile(), "https://gazette.example/tag/fog/page/9/").verdict,
            Verdict::kPastTheEnd);
}

TEST(PageWithoutCards, IsNotPastTheEndWhereItAsksForSomething) {
  const std::string gate =
      page_markup("The Quay Gazette", "<h1>A word first</h1><form><button>Go on</button></form>");
  const std::string link = "<a href='/tag/fog/'>Fog</a>";
  const std::string url = "https://gazette.example/tag/fog/page/9/";
  EXPECT_EQ(read_page(gate, shape_profile(), url).verdict, Verdict::kUnrecognized);
  EXPECT_EQ(read_page(gate + link, shape_profile(), url).verdict, Verdict::kPastTheEnd);
}

struct Furniture {
  const char* name;
  const char* markup;
};

class PastTheEnd : public testing::TestWithParam<Furniture> {};

TEST_P(PastTheEnd, StaysSoWhateverTheSitePutsOnEveryPage) {
  const std::string html = page_markup(
      "Fog | The Quay Gazette", "<p><a href='/'>Home</a> / <a href='/tag/fog/'>Fog</a></p><h1>Fog</h1>" +
                                    std::string(GetParam().markup));
  const Page page = read_page(html, shape_profile(), "https://gazette.example/tag/fog/page/9/");
  EXPECT_EQ(page.verdict, Verdict::kPastTheEnd) << to_text(page.verdict) << first_problem(page.problems);
}

INSTANTIATE_TEST_SUITE_P(
    WithFurniture, PastTheEnd,
    testing::Values(
        Furniture{"Nothing", ""},
        Furniture{"LoginForm", "<form><input name=u><input type=password><button>Log in</button></form>"},
        Furniture{"Newsletter",
                  "<h2>Sign up to our letters</h2><form><input type=email><button>Go</button></form>"},
        Furniture{"CookieBanner", "<div><h2>We use cookies</h2><button>Accept</button></div>"},
        Furniture{"Guards",
                  "<script src='/cdn-cgi/challenge-platform/h/b/scripts/jsd/1/main.js'></script>"
                  "<script src='/_Incapsula_Resource?SWJIYLWA=7'></script>"
                  "<script src='https://x.token.awswaf.com/x/challenge.js'></script>"},
        Furniture{"Captcha", "<form><textarea name=say></textarea><div class='g-recaptcha'></div></form>"}),
    [](const auto& one) { return one.param.name; });

TEST(PageWithoutCards, IsUnrecognizedWithinThePager) {
  const std::string html =
      page_markup("Fog",
                  "<h1>Fog</h1><div class=pages><a href='/tag/fog/'>1</a> "
                  "<a href='/tag/fog/page/2/'>2</a> <a href='/tag/fog/page/3/'>3</a></div>");
  EXPECT_EQ(read_page(html, shape_profile(), "https://gazette.example/tag/fog/page/2/").verdict,
            Verdict::kUnrecognized);
}

TEST(PageWithoutCards, IsUnrecognizedOnTheFirstPage) {
  const Page page = read_page(page_markup("Fog", "<h1>Fog</h1><p>All that is known of fog.</p>"));
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
}

const char* const kSelectors = "[cards]\neach = \"article.card\"\nurl = \"h2 a\"\nheadline = \"h2\"\n";

TEST(RelaidPage, IsUnrecognizedWhereTheSelectorsFindNothing) {
  std::string html = page_markup("Fog", "<h1>Fog</h1>" + cards_markup());
  for (size_t at = html.find("class=\"card\""); at != html.npos; at = html.find("class=\"card\""))
    html.replace(at, 12, "class=\"c-42\"");
  const Page page = read_page(html, profile_of(kSelectors));
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
  EXPECT_EQ(first_problem(page.problems), "cards: selectors_found_nothing");
}

TEST(RelaidPage, IsUnrecognizedWhereNoCardHasAHeadline) {
  std::string html = page_markup("Fog", "<h1>Fog</h1>" + cards_markup());
  for (size_t at = html.find("h2>"); at != html.npos; at = html.find("h2>")) html.replace(at, 3, "h3>");
  for (const char* url : {kAddress, "https://gazette.example/tag/fog/page/9/"})
    EXPECT_EQ(read_page(html, profile_of(kSelectors), url).verdict, Verdict::kUnrecognized) << url;
}

TEST(RelaidPage, IsNoneWhereTheSelectorsStillHold) {
  const Page page = read_page(page_markup("Fog", "<h1>Fog</h1>" + cards_markup()), profile_of(kSelectors));
  EXPECT_EQ(page.verdict, Verdict::kListing);
  EXPECT_EQ(page.cards.size(), 4u);
}

TEST(ProfileSigns, TellAnEmptyListingInItsOwnWords) {
  const Profile profile =
      profile_of(std::string(kSelectors) + "[signs]\nempty = \".void:contains('The tray')\"\n");
  const Page page = read_page(page_markup("Fog", "<h1>Fog</h1><p class=void>The tray is bare.</p>"), profile);
  EXPECT_EQ(page.verdict, Verdict::kEmpty);
}

TEST(ProfileSigns, DoNotCountWhileHidden) {
  const Profile profile = profile_of(std::string(kSelectors) + "[signs]\nempty = \".void\"\n");
  const Page page = read_page(
      page_markup("Fog", "<h1>Fog</h1><div hidden><p class=void>The tray is bare.</p></div>"), profile);
  EXPECT_EQ(page.verdict, Verdict::kUnrecognized);
}

TEST(ProfileSigns, TellWhatIsNoListingHoweverItLooks) {
  const Profile profile = profile_of(std::string(kSelectors) + "[signs]\nnot_a_listing = \"#gate\"\n");
  const Page page =
      read_page(page_markup("Fog", "<h1>Fog</h1><div id=gate>Tickets</div>" + cards_markup()), profile);
  EXPECT_EQ(page.verdict, Verdict::kNotAListing);
  EXPECT_EQ(first_problem(page.problems), "verdict: sign_of_the_profile");
}

}  // namespace
}  // namespace dekko
