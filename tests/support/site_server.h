// The newspaper on a loopback port, over real sockets, with a log of what was asked. Tests start one, the
// program dekko-site runs one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/moment.h"
#include "core/result.h"
#include "tests/support/newspaper.h"

namespace dekko::site {

struct Visit {
  Moment at;
  std::string target;  // path and query, as asked
  int status = 0;      // 0: dropped before a status was sent
  std::string user_agent;
};

class SiteServer {
 public:
  // Listens on 127.0.0.1 when it returns. port 0: the kernel chooses. log_file: one tab-separated line a
  // request (time, target, status, user agent), flushed before the answer is sent; empty for none.
  static Result<std::unique_ptr<SiteServer>> start(SiteOptions options, int port = 0,
                                                   const std::string& log_file = "");
  class Impl;
  explicit SiteServer(std::unique_ptr<Impl> impl);  // for start()
  // Cuts slow answers short; connections that are idle are let go within a second.
  ~SiteServer();

  // "http://127.0.0.1:43210"
  std::string origin() const;
  // "http://127.0.0.1:43210/tag/x/"
  std::string listing() const;
  std::string listing_page(int page) const;

  // Requests so far, in the order in which they were answered.
  std::vector<Visit> visits() const;

  // These act on the next request, whoever is being answered now.
  void apply(const Change& change);
  void add_fault(FaultRule rule);
  void set_robots(std::string text, int status = 200);

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko::site
