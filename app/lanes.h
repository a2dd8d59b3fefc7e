// Who may ask next, and when: one request at a time in each lane, the lanes beside each other, and in a lane first
// come, first served. Pure: a lane is what has one pace (Pacer::lane), who waits is a number, times are passed in.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/moment.h"

namespace dekko {

class Lanes {
 public:
  using Who = size_t;

  // ahead: before all who wait there, for a request that goes on with what the last one began.
  void join(const std::string& name, Who who, bool ahead);
  // The first in a lane that is free and has no moment yet; nothing if there is none. It is to be given a moment or
  // taken away before the next call.
  struct First {
    std::string lane;
    Who who;
  };
  std::optional<First> unscheduled() const;
  void schedule(const std::string& name, Seconds at);
  // Takes the first of this lane away, and its moment with it.
  void leave(const std::string& name);

  // The earliest moment that any lane has.
  std::optional<Seconds> earliest() const;
  // The first whose moment has come, taken out of its lane, which is closed until open().
  std::optional<First> take_due(Seconds now);
  void open(const std::string& name);

  // Everybody who waits, taken away.
  std::vector<Who> clear();

 private:
  struct Lane {
    std::deque<Who> waiting = {};
    std::optional<Seconds> at = {};
    bool closed = false;
  };
  void settle(const std::string& name, Lane& lane);

  std::map<std::string, Lane> lanes_;
  std::set<std::string> unscheduled_;
  std::set<std::pair<Seconds, std::string>> due_;
};

}  // namespace dekko
