#include "app/console.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dekko {
namespace {

struct Streams {
  std::ostringstream out, err;
  Console console(Loudness loudness, bool terminal = false) { return Console(out, err, loudness, terminal); }
};

TEST(Console, ResultsGoToOutAndWordsToErr) {
  Streams streams;
  Console console = streams.console(Loudness::kNormal);
  console.result("row");
  console.say("word");
  EXPECT_EQ(streams.out.str(), "row\n");
  EXPECT_EQ(streams.err.str(), "word\n");
}

TEST(Console, QuietLeavesErrorsAndResults) {
  Streams streams;
  Console console = streams.console(Loudness::kQuiet, true);
  console.say("word");
  console.progress("page 1");
  console.result("row");
  console.complain({ErrorCode::kIo, "x.db", "is read-only", "choose another place"});
  EXPECT_EQ(streams.out.str(), "row\n");
  EXPECT_EQ(streams.err.str(), "dekko: x.db: is read-only; choose another place\n");
}

TEST(Console, ProgressOnlyOnATerminal) {
  Streams streams;
  streams.console(Loudness::kNormal, false).progress("page 1");
  EXPECT_EQ(streams.err.str(), "");
  streams.console(Loudness::kNormal, true).progress("page 1");
  EXPECT_EQ(streams.err.str(), "\r\x1b[Kpage 1");
}

TEST(Console, ProgressLineIsClearedBeforeWords) {
  Streams streams;
  Console console = streams.console(Loudness::kNormal, true);
  console.progress("page 1");
  console.say("word");
  EXPECT_EQ(streams.err.str(), "\r\x1b[Kpage 1\r\x1b[Kword\n");
}

TEST(Console, KnowsWhenResultsCannotBeWritten) {
  Streams streams;
  Console console = streams.console(Loudness::kNormal);
  EXPECT_TRUE(console.result_written());
  streams.out.setstate(std::ios::badbit);
  EXPECT_FALSE(console.result_written());
}

// Into a pipe or a file every octet goes as it is: others depend on them.
TEST(Console, ResultsAreHarmlessOnATerminalAlone) {
  const std::string row = "a\tb\x1b[31m\xE2\x80\xAE\r\n";
  Streams file, terminal;
  file.console(Loudness::kNormal).result(row);
  Console(terminal.out, terminal.err, Loudness::kNormal, true, true).result(row);
  EXPECT_EQ(file.out.str(), row);
  EXPECT_EQ(terminal.out.str(), "a\tb\xEF\xBF\xBD[31m\xEF\xBF\xBD\r\n");
}

TEST(Console, OctetsOfAnArchiveAreHarmlessOnATerminalAlone) {
  const std::string record = "\x1b]0;title\x07\r\xFF";
  Streams file, terminal;
  file.console(Loudness::kNormal).octets(record);
  Console(terminal.out, terminal.err, Loudness::kNormal, true, true).octets(record);
  EXPECT_EQ(file.out.str(), record);
  EXPECT_EQ(terminal.out.str(), harmless(record));
}

TEST(Harmless, LeavesNothingThatTurnsTheDirectionOfText) {
  for (const char* turn : {"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
                           "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"})
    EXPECT_EQ(harmless(std::string("a") + turn + "b"),
              "a\xEF\xBF\xBD"
              "b");
  EXPECT_EQ(harmless("\xD7\xA9\xD7\x9C\xE2\x80\x8F \xE2\x80\xA9"),
            "\xD7\xA9\xD7\x9C\xE2\x80\x8F \xE2\x80\xA9");
}

// A terminal that is not set to UTF-8 takes 0x9B for the beginning of an escape.
TEST(Harmless, LeavesNoOctetThatIsNoUtf8) {
  EXPECT_EQ(harmless("a\x9B"
                     "31mb\xC2"),
            "a\xEF\xBF\xBD"
            "31mb\xEF\xBF\xBD");
  EXPECT_EQ(harmless("\xE2\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Harmless, TakesTerminalEscapesOut) {
  EXPECT_EQ(harmless("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");
  EXPECT_EQ(harmless("c1 \xC2\x9B x"), "c1 \xEF\xBF\xBD x");
  EXPECT_EQ(harmless("two\nlines, \xC3\xA9, \xC2\xA0"), "two\nlines, \xC3\xA9, \xC2\xA0");
}

}  // namespace
}  // namespace dekko
