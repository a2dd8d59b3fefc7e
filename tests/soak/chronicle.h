// A newspaper and its own record: which post stood in the listing when, and what it was called. All moments
// are true time.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/moment.h"
#include "tests/support/newspaper.h"

namespace dekko {

class Chronicle {
 public:
  struct Name {
    Moment since;
    std::string headline;
  };
  struct Life {
    Moment begin = {}, end = Moment::max();
    std::vector<Name> names = {};
    bool pinned = false;
    // Whether it stood in the listing from the one moment to the other.
    bool lasted(Moment from, Moment to) const { return begin <= from && end > to; }
    const std::string& name_at(Moment moment) const;
  };

  Chronicle(std::string host, site::SiteOptions options, Moment now);

  void publish(int posts, Moment now);
  // Of the post at this place, from 0.
  void withdraw(size_t place, Moment now);
  void rename(size_t place, Moment now);

  const std::string& host() const { return host_; }
  std::string listing() const { return "https://" + host_ + "/tag/x/"; }
  size_t size() const { return order_.size(); }
  int published() const { return published_; }                      // since the beginning
  const std::vector<std::string>& order() const { return order_; }  // addresses, from the top
  const std::map<std::string, Life>& lives() const { return lives_; }
  const Life* life(const std::string& url) const;

  site::Newspaper& paper() { return paper_; }
  const site::Newspaper& paper() const { return paper_; }

  // An answer as of an earlier moment, by a cache on the way.
  struct Stale {
    Moment answered, as_of;
  };
  // Keeps the newspaper as it is, for a cache to answer with.
  void remember(Moment now);
  // The paper as it was remembered, the older one first; null if it never was.
  std::pair<site::Newspaper*, Moment> remembered(size_t which);
  void note_stale(Moment answered, Moment as_of) { stale_.push_back({answered, as_of}); }
  const std::vector<Stale>& stale() const { return stale_; }
  // Since when an answer of that time may have told of the listing.
  Moment told_since(Moment from, Moment to) const;

 private:
  site::Post post_at(size_t place) const;

  std::string host_;
  site::Newspaper paper_;
  std::vector<std::string> order_;
  int published_ = 0;
  std::map<std::string, Life> lives_;
  std::vector<std::pair<site::Newspaper, Moment>> remembered_;
  std::vector<Stale> stale_;
};

}  // namespace dekko
