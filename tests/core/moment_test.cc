#include "core/moment.h"

#include <gtest/gtest.h>

#include <array>

namespace dekko {
namespace {

std::string parsed(const std::string& text) {
  const Result<Moment> moment = parse_moment(text);
  return moment ? to_text_ms(*moment) : "refused";
}

TEST(Moment, ReadsRfc3339) {
  const std::vector<std::array<std::string, 2>> accepted = {
      {"2024-03-19T08:15:30Z", "2024-03-19T08:15:30.000Z"},
      {"2024-03-19t08:15:30z", "2024-03-19T08:15:30.000Z"},
      {"2024-03-19 08:15:30Z", "2024-03-19T08:15:30.000Z"},
      {"2024-03-19T08:15:30.2Z", "2024-03-19T08:15:30.200Z"},
      {"2024-03-19T08:15:30.123456789Z", "2024-03-19T08:15:30.123Z"},
      {"2024-03-19T08:15:30+09:00", "2024-03-18T23:15:30.000Z"},
      {"2024-03-19T08:15:30-03:30", "2024-03-19T11:45:30.000Z"},
      {"2024-03-19T08:15:30-00:00", "2024-03-19T08:15:30.000Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"},
      {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"},
  };
  for (const auto& [text, moment] : accepted) EXPECT_EQ(parsed(text), moment) << text;
}

TEST(Moment, RefusesTheRest) {
  for (const char* text : {"",
                           "2024-03-19",
                           "2024-03-19T08:15Z",
                           "2024-03-19T08:15:30",
                           "2024-02-30T00:00:00Z",
                           "2023-02-29T00:00:00Z",
                           "2024-13-01T00:00:00Z",
                           "2024-00-01T00:00:00Z",
                           "2024-01-00T00:00:00Z",
                           "2024-01-01T24:00:00Z",
                           "2024-01-01T00:60:00Z",
                           "2024-01-01T00:00:61Z",
                           "2024-01-01T00:00:00.Z",
                           "2024-01-01T00:00:00.1234567890Z",
                           "2024-01-01T00:00:00+9:00",
                           "2024-01-01T00:00:00+0900",
                           "2024-01-01T00:00:00+24:00",
                           "2024-01-01T00:00:00+09:60",
                           " 2024-01-01T00:00:00Z",
                           "2024-01-01T00:00:00Z ",
                           "24-01-01T00:00:00Z",
                           "+2024-01-01T00:00:00Z",
                           "2024-01-01T-1:00:00Z",
                           "9999-12-31T23:59:59-00:01",
                           "0000-01-01T00:00:00+00:01"}) {
    EXPECT_EQ(parsed(text), "refused") << text;
  }
}

TEST(Moment, RefusesATextCutAnywhere) {
  const std::string whole = "2024-03-19T08:15:30.123+09:00";
  for (size_t length = 0; length < whole.size(); ++length) {
    const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_FALSE(parse_moment({exact.data(), exact.size()})) << length;
  }
}

TEST(Moment, WritesItsThreeForms) {
  const Moment moment = parse_moment("2024-03-09T08:05:03.042Z").value();
  EXPECT_EQ(to_text(moment), "2024-03-09T08:05:03Z");
  EXPECT_EQ(to_text_ms(moment), "2024-03-09T08:05:03.042Z");
  EXPECT_EQ(to_stamp(moment), "20240309080503");
}

TEST(Moment, QuotesWhatItRefuses) {
  EXPECT_EQ(parse_moment("yesterday").error().message(),
            "yesterday: is not a moment of the form 2024-03-19T08:15:30Z");
}

TEST(SystemClock, NeverRunsBackwards) {
  const SystemClock clock;
  const Seconds before = clock.steady();
  EXPECT_GE(clock.steady(), before);
  EXPECT_GT(clock.now(), parse_moment("2024-01-01T00:00:00Z").value());
}

}  // namespace
}  // namespace dekko
