// A crawl of the loopback site over real sockets, with limits that end within a test's patience.
#pragma once

#include "crawler/fetch/curl_fetcher.h"
#include "tests/app/crawling.h"
#include "tests/support/site_server.h"

namespace dekko {

class CrawlingSite : public Crawling {
 protected:
  CrawlingSite() { fetch_.user_agent = "dekko/test"; }

  site::SiteServer& serve(site::SiteOptions options) {
    options.page_bytes = std::min<size_t>(options.page_bytes, 6000);
    site_ = site::SiteServer::start(std::move(options)).value();
    return *site_;
  }

  RunReport crawl_site(Wishes wishes = {}) {
    if (!fetcher_) fetcher_ = make_curl_fetcher(fetch_, clock_).value();
    wishes.own_thread = true;
    return crawl(site_->listing(), *fetcher_, clock_, wishes);
  }

  // What the site was asked for, robots.txt and pages: "robots", "1", "2?again=1", ...
  std::vector<std::string> asked() const {
    std::vector<std::string> targets;
    for (const site::Visit& visit : site_->visits()) targets.push_back(short_name(visit.target));
    return targets;
  }
  int times_asked(const std::string& name) const {
    const std::vector<std::string> all = asked();
    return static_cast<int>(std::count(all.begin(), all.end(), name));
  }
  // Whether anything but robots.txt was.
  bool any_page_asked() const {
    const std::vector<std::string> all = asked();
    return !std::all_of(all.begin(), all.end(),
                        [](const std::string& name) { return name.starts_with("robots"); });
  }

  SystemClock clock_;
  FetchOptions fetch_;
  std::unique_ptr<site::SiteServer> site_;

 private:
  static std::string short_name(std::string target) {
    const size_t mark = std::min(target.find('?'), target.size());
    const std::string query = target.substr(mark);
    target.resize(mark);
    if (target == "/robots.txt") return "robots" + query;
    if (target == "/tag/x/") return "1" + query;
    const std::string prefix = "/tag/x/page/";
    if (target.starts_with(prefix))
      return target.substr(prefix.size(), target.size() - prefix.size() - 1) + query;
    return target + query;
  }

  std::unique_ptr<Fetcher> fetcher_;
};

}  // namespace dekko
