// robots.txt by RFC 9309: parsing never fails, matching never takes more than time proportional to rule x
// path.
//
// Beyond the RFC, all of it on the side of the site: a line without its colon and the commonest misspellings
// of "disallow" and "user-agent" are understood; a Crawl-delay holds for the agents named above its line, and
// leaves the grouping of rules as the RFC has it (section 2.2.4). Paths are compared twice, once as written
// and once percent-normalised as section 2.2.2 asks; who is refused by either reading is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/moment.h"
#include "core/url.h"

namespace dekko {

// line: 1-based number of the deciding line, 0 if no rule decided. text: that line, trimmed; where everything
// is refused, why.
struct RobotsVerdict {
  bool allowed = true;
  int line = 0;
  std::string text = {};
};

class Robots {
 public:
  // A page of HTML or XML is no rule, whatever its lines say. BOM, CR, LF, CRLF and any octets accepted; what
  // lies beyond limits::kRobotsBytes is cut (section 2.5), and so is each line at limits::kRobotsLineBytes.
  static Robots parse(std::string_view bytes);
  // No rules at all (4xx, section 2.3.1.3), and everything refused (5xx or unreachable, section 2.3.1.4).
  static Robots allow_all();
  static Robots refuse_all(std::string why);

  // agent: a product token ("dekko"), compared without case (section 2.2.1). Groups of one agent are merged;
  // the longest match in octets after percent-normalisation decides, Allow wins a tie (section 2.2.2).
  // /robots.txt itself is always allowed.
  RobotsVerdict verdict(std::string_view agent, const Url& url) const;
  // The same for a bare path with query, for addresses that are not http(s). An empty one is "/".
  RobotsVerdict verdict_for_target(std::string_view agent, std::string_view target) const;
  // The same for an address just as somebody wrote it: neither read as a Url nor encoded.
  RobotsVerdict verdict_for_address(std::string_view agent, std::string_view address) const;

  // Crawl-delay of the agent's group, decimals included, the longest if there are several. Not in the RFC,
  // but asked for by sites. May exceed limits::kCrawlDelay: then the caller does not walk the site.
  std::optional<Seconds> crawl_delay(std::string_view agent) const;

 private:
  class Parser;

  struct Agent {
    std::string token;  // lower case; "*" for everybody
    std::optional<Seconds> crawl_delay;
  };
  struct Rule {
    bool allow;
    std::string as_written;
    std::string normalised;
    int line;
    std::string text;
  };
  struct Group {
    std::vector<Agent> agents;
    std::vector<Rule> rules;
  };
  std::vector<const Group*> groups_for(std::string_view token) const;
  std::string token_for(std::string_view agent) const;
  // The longest match; `pattern` chooses the reading.
  static RobotsVerdict judge(const std::vector<const Group*>& groups, std::string Rule::*pattern,
                             std::string_view path);

  std::vector<Group> groups_;
  std::string refused_why_;
};

}  // namespace dekko
