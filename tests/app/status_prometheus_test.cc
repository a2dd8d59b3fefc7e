#include "app/status_prometheus.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dekko {
namespace {

ListingStatus rivers() {
  ListingStatus listing;
  listing.url = "https://n.example/\"tag\"/";
  listing.items = 12;
  RunSummary run;
  run.started = "2024-03-01T12:00:00Z";
  run.stop_reason = "fetch_failed";
  run.coverage = "partial";
  run.pages = 3;
  listing.last_run = run;
  listing.field_health = {{"headline", 1}, {"dek", 0.75}};
  return listing;
}

TEST(StatusPrometheus, HasASampleForEachListing) {
  const std::string text = status_prometheus({rivers()});
  for (const std::string line :
       {"dekko_items{listing=\"https://n.example/\\\"tag\\\"/\"} 12\n",
        "dekko_last_run_pages{listing=\"https://n.example/\\\"tag\\\"/\"} 3\n",
        "dekko_last_run_start_time_seconds{listing=\"https://n.example/\\\"tag\\\"/\"} 1709294400\n",
        "coverage=\"partial\",stop_reason=\"fetch_failed\"} 1\n", "field=\"dek\"} 0.75\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
}

TEST(StatusPrometheus, ARunThatHasNotEndedHasNoEnd) {
  EXPECT_EQ(status_prometheus({rivers()}).find("dekko_last_run_end_time_seconds{"), std::string::npos);
}

TEST(StatusPrometheus, EveryMetricIsExplainedOnceAndBeforeItsSamples) {
  std::istringstream lines(status_prometheus({rivers(), rivers()}));
  std::string metric;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# HELP "))
      metric = line.substr(7, line.find(' ', 7) - 7);
    else if (line.starts_with("# TYPE "))
      EXPECT_EQ(line, "# TYPE " + metric + " gauge");
    else
      EXPECT_TRUE(line.starts_with(metric + "{")) << line;
  }
}

TEST(StatusPrometheus, NoListingIsNoSample) {
  EXPECT_EQ(status_prometheus({}).find('{'), std::string::npos);
}

}  // namespace
}  // namespace dekko
