#include "app/manual_page.h"

#include <gmock/gmock.h>

namespace dekko {
namespace {

using testing::HasSubstr;
using testing::Not;

const Grammar kDekko{
    .path = "dekko",
    .summary = "dekko keeps a history: it walks\nand stores.",
    .lesson = "First steps:\n  dekko crawl URL",
    .commands = {
        {.path = "dekko crawl",
         .summary = "Walk what's there",
         .lesson = "Examples:\n  dekko crawl -- 'x'\n  .hidden\n\n.toml is read.",
         .options = {{.names = {"-n", "--pages"}, .type = "A-B|all", .help = "Which (default: C:\\x)"}},
         .places = {{.type = "LISTING", .help = "Addresses", .many = true}}},
        {.path = "dekko archive",
         .summary = "Records",
         .commands = {{.path = "dekko archive cat",
                       .summary = "One record",
                       .options = {{.names = {"--db"}, .type = "FILE", .help = "The file"}},
                       .places = {{.type = "PLACE", .help = "Where", .required = true}}}}}}};

std::string page(const std::string& command) {
  return manual_page(kDekko, command.empty() ? kDekko : *kDekko.command(command), "1.2.3");
}

TEST(ManualPage, BeginsWithNameAndVersion) {
  EXPECT_EQ(page("crawl").rfind(".TH \"dekko\\-crawl\" 1 \"\" \"dekko 1.2.3\"\n.SH \"NAME\"\n"
                                "dekko\\-crawl \\- walk what\\(aqs there\n",
                                0),
            0u);
  EXPECT_THAT(page(""), HasSubstr("\ndekko \\- keeps a history\n"));
}

TEST(ManualPage, TellsUsageAndOptionsAsTheyAreTyped) {
  EXPECT_THAT(page("crawl"), HasSubstr("\\fBdekko crawl\\fR [\\fIOPTION\\fR...] [\\fILISTING\\fR...]\n"));
  EXPECT_THAT(page("crawl"), HasSubstr("\\fB\\-n\\fR, \\fB\\-\\-pages\\fR \\fIA\\-B\\fR|\\fBall\\fR\n"
                                       "Which (default: C:\\ex).\n"));
}

TEST(ManualPage, NoTextOfOursBecomesARequest) {
  EXPECT_THAT(page("crawl"), HasSubstr("\n.nf\ndekko crawl \\-\\- \\(aqx\\(aq\n\\&.hidden\n.fi\n"));
  EXPECT_THAT(page("crawl"), HasSubstr("\n\\&.toml is read.\n"));
}

TEST(ManualPage, CommandsWithinACommandStandOnItsPage) {
  EXPECT_THAT(page("archive"), HasSubstr(".SS \"dekko archive cat\"\n"
                                         "\\fBdekko archive cat\\fR [\\fIOPTION\\fR...] \\fIPLACE\\fR\n"));
  EXPECT_THAT(page("archive"), Not(HasSubstr("EXAMPLES")));
}

TEST(ManualPage, FilesAreThoseOfTheCommandsOptions) {
  EXPECT_THAT(page("archive"), HasSubstr("DEKKO_DB"));
  EXPECT_THAT(page("crawl"), Not(HasSubstr("DEKKO_DB")));
}

TEST(ManualPage, TheFirstPageNamesAllOthers) {
  for (const char* other : {"dekko\\-crawl\\fR(1)", "dekko\\-archive\\fR(1)"}) {
    EXPECT_THAT(page(""), HasSubstr(other));
  }
}

TEST(ManualPage, EveryExitCodeIsTold) {
  for (const char* code : {"0", "1", "2", "3", "4", "5", "6", "7", "130"}) {
    EXPECT_THAT(page("crawl"), HasSubstr("\n\\fB" + std::string(code) + "\\fR\n"));
  }
}

}  // namespace
}  // namespace dekko
