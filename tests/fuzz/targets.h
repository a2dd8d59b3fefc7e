// What is fuzzed: each target is a pure function of octets that says what holds for all of them. libFuzzer
// looks for octets that it does not hold for (scripts/fuzz); every test run replays those that were found,
// and those that reach the most code: fixtures/fuzz/<target>/ and fixtures/crashes/<target>/.
#pragma once

#include <array>
#include <string_view>

namespace dekko::fuzz {

// Each throws Broken where a claim does not hold. What an input consists of stands above the function.
void check_byline(std::string_view octets);
void check_charset(std::string_view octets);
void check_config(std::string_view octets);
void check_database(std::string_view octets);
void check_date(std::string_view octets);
void check_html(std::string_view octets);
void check_http(std::string_view octets);
void check_profile(std::string_view octets);
void check_robots(std::string_view octets);
void check_selector(std::string_view octets);
void check_url(std::string_view octets);
void check_warc_gz(std::string_view octets);
void check_warc_zst(std::string_view octets);

struct Target {
  const char* name;
  void (*check)(std::string_view octets);
};
inline constexpr std::array<Target, 13> kTargets = {{{"byline", check_byline},
                                                     {"charset", check_charset},
                                                     {"config", check_config},
                                                     {"database", check_database},
                                                     {"date", check_date},
                                                     {"html", check_html},
                                                     {"http", check_http},
                                                     {"profile", check_profile},
                                                     {"robots", check_robots},
                                                     {"selector", check_selector},
                                                     {"url", check_url},
                                                     {"warc-gz", check_warc_gz},
                                                     {"warc-zst", check_warc_zst}}};

}  // namespace dekko::fuzz
