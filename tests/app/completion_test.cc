#include "app/completion.h"

#include <gtest/gtest.h>

#include "core/limits.h"

namespace dekko {
namespace {

const Grammar kLine{
    .path = "dekko",
    .options = {{.names = {"-h", "--help"}}},
    .commands = {{.path = "dekko crawl",
                  .summary = "Walk",
                  .options = {{.names = {"--db"}, .type = "FILE"},
                              {.names = {"--pages"}, .type = "A-B|all|new"},
                              {.names = {"-q", "--quiet"}}},
                  .places = {{.type = "LISTING", .many = true}}},
                 {.path = "dekko check", .places = {{.type = "NAME|FILE"}, {.type = "PAGE", .many = true}}}}};

const Lookup kNothing = [](const std::string&, const Given&) { return std::vector<Offer>{}; };

std::string offered(const std::vector<std::string>& words, const Lookup& lookup = kNothing) {
  std::string text;
  const Completion completion = complete(kLine, words, lookup);
  for (const Offer& offer : completion.words) text += offer.word + " ";
  return completion.files ? text + ":files" : text;
}

Lookup listings(std::vector<Offer> known) {
  return [known = std::move(known)](const std::string& kind, const Given&) {
    return kind == "LISTING" ? known : std::vector<Offer>{};
  };
}

struct Typed {
  std::vector<std::string> words;
  const char* offered;
};

class Completes : public testing::TestWithParam<Typed> {};

TEST_P(Completes, TheWordAtTheCursor) {
  EXPECT_EQ(offered(GetParam().words), GetParam().offered);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Completes,
    testing::Values(Typed{{}, "crawl check "}, Typed{{""}, "crawl check "}, Typed{{"cr"}, "crawl "},
                    Typed{{"-"}, "--help "}, Typed{{"crawl", "--"}, "--db --pages --quiet "},
                    Typed{{"crawl", "--pages", ""}, "all new "}, Typed{{"crawl", "--pages", "n"}, "new "},
                    Typed{{"crawl", "--pages=a"}, "--pages=all "}, Typed{{"crawl", "--db", ""}, ":files"},
                    Typed{{"crawl", "--db=x"}, ":files"}, Typed{{"crawl", "--quiet=x"}, ""},
                    Typed{{"crawl", "--nope", ""}, ""}, Typed{{"crawl", "--", "--d"}, ""},
                    Typed{{"check", ""}, ":files"}, Typed{{"check", "a", "b", "c", ""}, ":files"},
                    Typed{{"crawl", "x", "crawl", "--q"}, "--quiet "}, Typed{{"nope", ""}, "crawl check "}));

TEST(Completion, EveryPlaceOfManyTakesAListing) {
  EXPECT_EQ(offered({"crawl", "x", "--quiet", "bo"}, listings({{"boats"}, {"rivers"}})), "boats ");
}

TEST(Completion, LooksWhereTheLineSays) {
  Given asked;
  const Lookup lookup = [&](const std::string&, const Given& given) {
    asked = given;
    return std::vector<Offer>{};
  };
  offered({"crawl", "--db", "a.db", "--pages=new", ""}, lookup);
  EXPECT_EQ(asked, (Given{{"--db", "a.db"}, {"--pages", "new"}}));
}

TEST(Completion, OffersNoWordThatAShellCouldRun) {
  const auto hostile = listings({{"https://a.org/$(reboot)"},
                                 {"https://a.org/`x`"},
                                 {"https://a.org/'"},
                                 {"https://a.org/a b"},
                                 {"https://a.org/\n"},
                                 {"https://a.org/?a=1&b=2"}});
  EXPECT_EQ(offered({"crawl", "h"}, hostile), "https://a.org/?a=1&b=2 ");
}

TEST(Completion, OffersNoMoreThanItsLimit) {
  const std::vector<Offer> many(limits::kOffers + 1, Offer{"boats"});
  EXPECT_EQ(complete(kLine, {"crawl", ""}, listings(many)).words.size(), limits::kOffers);
}

TEST(Completion, IsALineForEachOffer) {
  EXPECT_EQ(to_lines({.words = {{"boats", "In the harbor"}, {"rivers"}}, .files = true}),
            "boats\tIn the harbor\nrivers\n:files\n");
}

}  // namespace
}  // namespace dekko
