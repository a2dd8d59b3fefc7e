// A page from the little mark-up that a test is about, read as a user's would be.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "extractors/extract.h"
#include "extractors/page_json.h"
#include "extractors/sites/profiles.h"

namespace dekko {

struct Frame {
  std::string url = "https://site.example/topics/shipping/";
  std::string title = "Shipping";
  std::string heading = "Shipping";  // empty: the page has no heading
};

inline Page read_page(const std::string& body, const Frame& frame = {}) {
  static const Profiles profiles = Profiles::builtin();
  Capture capture{.url = *Url::parse(frame.url), .fetched_at = *parse_moment("2024-03-19T09:00:00Z")};
  capture.body =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + frame.title + "</title></head><body>";
  if (!frame.heading.empty()) capture.body += "<h1>" + frame.heading + "</h1>";
  capture.body += body + "</body></html>";
  const Result<Page> page = extract(capture, profiles.for_url(capture.url));
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  return page ? *page : Page{};
}

// The same mark-up around each of three titles, which are links of their own.
inline std::string three(const std::string& before, const std::string& after) {
  std::string html;
  for (const char* title :
       {"The ferry sails again", "A lighthouse keeps its keeper", "Salt is twice the price"}) {
    html += before + "<a href=\"/a/" + std::to_string(html.size()) + "\">" + title + "</a>" + after + "\n";
  }
  return html;
}

inline std::string names_of(const Card& card) {
  std::string all;
  for (const Author& author : card.bylines) all += (all.empty() ? "" : "; ") + author.name;
  return all;
}

}  // namespace dekko
