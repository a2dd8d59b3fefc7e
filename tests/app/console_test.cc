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

TEST(Harmless, TakesTerminalEscapesOut) {
  EXPECT_EQ(harmless("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");
  EXPECT_EQ(harmless("c1 \xC2\x9B x"), "c1 \xEF\xBF\xBD x");
  EXPECT_EQ(harmless("two\nlines, \xC3\xA9, \xC2\xA0"), "two\nlines, \xC3\xA9, \xC2\xA0");
}

}  // namespace
}  // namespace dekko
