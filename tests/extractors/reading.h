// A page's mark-up to what dekko says of it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "extractors/extract.h"
#include "extractors/sites/profile.h"
#include "extractors/sites/profiles.h"

namespace dekko {

inline constexpr const char* kAddress = "https://gazette.example/tag/fog/";
inline constexpr const char* kSeenAt = "2024-03-20T09:00:00Z";

inline const Profile& shape_profile() {
  static const Profiles profiles = Profiles::builtin();
  return profiles.shape();
}

inline Profile profile_of(const std::string& toml) {
  Result<Profile> profile =
      parse_profile("name = \"gazette\"\nhosts = [\"gazette.example\"]\n" + toml, "gazette.toml");
  EXPECT_TRUE(profile) << (profile ? "" : profile.error().message());
  return profile ? std::move(*profile) : Profile();
}

inline Page read_page(const std::string& html, const Profile& profile = shape_profile(),
                      const std::string& url = kAddress, int status = 200) {
  Capture capture{.url = *Url::parse(url), .fetched_at = *parse_moment(kSeenAt)};
  capture.status = status;
  capture.body = html;
  capture.content_type = "text/html; charset=utf-8";
  Result<Page> page = extract(capture, profile);
  EXPECT_TRUE(page) << (page ? "" : page.error().message());
  return page ? std::move(*page) : Page();
}

// "field: reason" of the first problem; empty if there is none.
inline std::string first_problem(const std::vector<Problem>& problems) {
  return problems.empty() ? "" : problems.front().field + ": " + problems.front().reason;
}

// A few cards of a listing, dated; no heading, no pager.
inline std::string cards_markup(int count = 4) {
  std::string html = "<div class=\"list\">";
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    html += "<article class=\"card\"><h2><a href=\"/2024/03/fog-" + number +
            "/\">The fog came in for the night no " + number +
            "</a></h2><p class=\"dek\">Ferries waited at the quay until the morning bell rang, keeper " +
            number + " says</p><span class=\"who\">Ada Moor</span> <time>March " + number +
            ", 2024</time></article>";
  }
  return html + "</div>";
}

inline std::string page_markup(const std::string& title, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en\"><head><title>" + title +
         "</title></head><body><header><a href=\"/\">The Quay Gazette</a><nav><a href=\"/tag/\">Topics</a>"
         "<a href=\"/login/\">Log in</a></nav></header><main>" +
         body + "</main><footer><p>The Quay Gazette is an invention.</p></footer></body></html>";
}

}  // namespace dekko
