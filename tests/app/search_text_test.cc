#include "app/search_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace dekko {
namespace {

SearchHit ferry() {
  return {7,
          "https://n.example/f/",
          "2024-03-01",
          "2024-03-01T12:00:00Z",
          "2024-03-04T12:00:00Z",
          "The \x02"
          "Ferry\x03 sinks",
          "A \x02"
          "ferry\x03man",
          "Ada"};
}

TEST(SearchText, MarksTheHits) {
  EXPECT_EQ(hits_text({ferry()}, {}),
            "The [Ferry] sinks\n  A [ferry]man\n  2024-03-01 · Ada\n"
            "  https://n.example/f/  item 7, seen 2024-03-01T12:00:00Z to 2024-03-04T12:00:00Z\n");
  EXPECT_NE(hits_text({ferry()}, {.colour = true}).find("\x1b[1;33mFerry\x1b[0m"), std::string::npos);
}

TEST(SearchText, HitsAreApartAndEmptyFieldsLeftOut) {
  SearchHit bare = ferry();
  bare.dek = bare.bylines = bare.published = "";
  EXPECT_EQ(
      hits_text({bare, bare}, {}),
      "The [Ferry] sinks\n  https://n.example/f/  item 7, seen 2024-03-01T12:00:00Z to 2024-03-04T12:00:00Z\n"
      "\nThe [Ferry] sinks\n  https://n.example/f/  item 7, seen 2024-03-01T12:00:00Z to "
      "2024-03-04T12:00:00Z\n");
}

TEST(SearchText, WhatAPageSaysCannotReachTheTerminal) {
  SearchHit hit = ferry();
  hit.headline = "\x1b[2J \x03 \x02 \x1b[5m";
  const std::string text = hits_text({hit}, {.colour = true});
  EXPECT_EQ(text.find("\x1b[2J"), std::string::npos);
  EXPECT_EQ(text.find("\x1b[5m"), std::string::npos);
}

TEST(SearchText, JsonHasTheTextAsItIsAndMarked) {
  const auto json = nlohmann::json::parse(hits_json({ferry()}));
  EXPECT_EQ(json["headline"], "The Ferry sinks");
  EXPECT_EQ(json["marked"]["headline"], "The [Ferry] sinks");
}

}  // namespace
}  // namespace dekko
