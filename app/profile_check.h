// What a profile finds on pages: card by card, field by field, with the selector that found it, and how often
// each field was found in all.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/page.h"
#include "core/result.h"
#include "extractors/extract.h"
#include "extractors/sites/profile.h"

namespace dekko {

class ProfileCheck {
 public:
  // The profile must outlive this.
  explicit ProfileCheck(const Profile& profile) : profile_(profile) {}

  // Takes a page in, as extract() read it with the profile, and returns what there is to say of it. origin:
  // the file.
  std::string text_of(const std::string& origin, const Page& page, const ExtractTrace& trace);
  std::string json_lines_of(const std::string& origin, const Page& page, const ExtractTrace& trace);

  // The counts over all pages taken in: "headline  10 of 10".
  std::string totals_text() const;
  std::string totals_json() const;

  // Every page was a listing, or an empty one, or past the end; there was a card; every card had a link and a
  // headline.
  bool passed() const { return cards_ > 0 && faults_.empty(); }
  // Why not, one line each.
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  void count(const std::string& origin, const Page& page, const ExtractTrace& trace);

  bool claims(const Page& page) const;

  const Profile& profile_;
  int cards_ = 0;
  std::map<std::string, int, std::less<>> found_;
  std::vector<std::string> faults_;
};

}  // namespace dekko
