#include "crawler/polite/robots.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/limits.h"
#include "crawler/polite/robots_path.h"

namespace dekko {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kEverybody = "*";
constexpr std::array<std::string_view, 3> kUserAgent = {"user-agent", "useragent", "user agent"};
constexpr std::array<std::string_view, 5> kDisallow = {"disallow", "dissallow", "disalow", "dissalow",
                                                       "diasllow"};

// A delay too long to be written as a number is still a delay: longer than any that is obeyed.
constexpr Seconds kEndless = 1000 * Seconds(limits::kCrawlDelay);

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  return out;
}

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct Field {
  std::string name;  // lower case; empty if the line is none
  std::string_view value;
};

// "name: value # comment"; "name value" too, where that leaves no doubt.
Field field_of(std::string_view line) {
  line = trimmed(line.substr(0, line.find('#')));
  size_t mark = line.find(':');
  if (mark == std::string_view::npos) {
    mark = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view value = trimmed(line.substr(mark));
    if (value.empty() || value.find_first_of(" \t") != std::string_view::npos) return {};
    return {lowered(line.substr(0, mark)), value};
  }
  return {lowered(trimmed(line.substr(0, mark))), trimmed(line.substr(mark + 1))};
}

// Section 2.2.1: letters, "_" and "-"; what follows ("/1.0", " and friends") is no part of the token.
std::string token_in(std::string_view value) {
  if (value.starts_with('*')) return std::string(kEverybody);
  const auto end = std::find_if(value.begin(), value.end(), [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-');
  });
  return lowered(value.substr(0, size_t(end - value.begin())));
}

std::optional<Seconds> delay_in(std::string_view value) {
  if (value.empty() || !(value[0] == '.' || (value[0] >= '0' && value[0] <= '9'))) return std::nullopt;
  double seconds = 0;
  const auto [end, failure] =
      std::from_chars(value.data(), value.data() + value.size(), seconds, std::chars_format::fixed);
  if (failure == std::errc::invalid_argument) return std::nullopt;
  if (failure != std::errc()) return kEndless;
  return std::min(Seconds(seconds), kEndless);
}

std::string_view target_in(std::string_view address) {
  address = address.substr(0, address.find('#'));
  const size_t scheme = address.find("://");
  size_t host = 0;
  if (scheme != std::string_view::npos && scheme < address.find_first_of("/?")) {
    host = scheme + 3;
  } else if (address.starts_with("//")) {
    host = 2;
  }
  return address.substr(std::min(address.find_first_of("/?", host), address.size()));
}

// What many sites answer in place of a file that they do not have, with status 200. No line of a robots.txt
// begins so.
bool is_markup(std::string_view bytes) {
  const size_t begin = bytes.find_first_not_of(" \t\r\n\f");
  const std::string head = begin == std::string_view::npos ? "" : lowered(bytes.substr(begin, 16));
  return head.starts_with("<!doctype") || head.starts_with("<html") || head.starts_with("<head") ||
         head.starts_with("<?xml");
}

}  // namespace

class Robots::Parser {
 public:
  void read(std::string_view line, int number) {
    const Field field = field_of(line);
    if (has(kUserAgent, field.name)) {
      name_agent(field.value);
    } else if (field.name == "allow" || has(kDisallow, field.name)) {
      add_rule(field.name == "allow", field.value, number, trimmed(line));
    } else if (field.name == "crawl-delay") {
      slow_down(field.value);
    }
  }

  std::vector<Group> take() { return std::move(groups_); }

 private:
  void name_agent(std::string_view value) {
    if (has_rules_) groups_.emplace_back();
    has_rules_ = false;
    const std::string token = token_in(value);
    if (!token.empty()) groups_.back().agents.push_back({token, std::nullopt});
  }

  void add_rule(bool allow, std::string_view value, int number, std::string_view text) {
    if (groups_.empty()) return;  // section 2.2.2: a rule belongs to the agents named before it
    has_rules_ = true;
    if (value.empty()) return;  // matches nothing
    groups_.back().rules.push_back(
        {allow, rule_as_written(value), rule_normalised(value), number, std::string(text)});
  }

  void slow_down(std::string_view value) {
    const auto delay = delay_in(value);
    if (groups_.empty() || !delay) return;
    for (Agent& agent : groups_.back().agents) {
      agent.crawl_delay = std::max(agent.crawl_delay.value_or(Seconds(0)), *delay);
    }
  }

  std::vector<Group> groups_;
  bool has_rules_ = true;  // so that the next agent opens a group
};

Robots Robots::parse(std::string_view bytes) {
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  if (is_markup(bytes)) return allow_all();
  bytes = bytes.substr(0, limits::kRobotsBytes);
  Parser parser;
  for (int number = 1; !bytes.empty(); ++number) {
    const size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    parser.read(bytes.substr(0, std::min(end, limits::kRobotsLineBytes)), number);
    bytes.remove_prefix(end);
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : std::min<size_t>(1, bytes.size()));
  }
  Robots robots;
  robots.groups_ = parser.take();
  return robots;
}

Robots Robots::allow_all() {
  return {};
}

Robots Robots::refuse_all(std::string why) {
  Robots robots;
  robots.refused_why_ = why.empty() ? "robots.txt could not be had" : std::move(why);
  return robots;
}

std::vector<const Robots::Group*> Robots::groups_for(std::string_view token) const {
  std::vector<const Group*> found;
  for (const Group& group : groups_) {
    const auto& all = group.agents;
    if (std::any_of(all.begin(), all.end(), [&](const Agent& agent) { return agent.token == token; })) {
      found.push_back(&group);
    }
  }
  return found;
}

// Section 2.2.1: the groups that name the agent; only if there is none, those for everybody.
std::string Robots::token_for(std::string_view agent) const {
  const std::string token = lowered(agent);
  return groups_for(token).empty() ? std::string(kEverybody) : token;
}

RobotsVerdict Robots::verdict(std::string_view agent, const Url& url) const {
  return verdict_for_target(agent, url.target());
}

RobotsVerdict Robots::verdict_for_address(std::string_view agent, std::string_view address) const {
  const std::string_view target = target_in(address);
  return verdict_for_target(agent, std::string(target.starts_with('?') ? "/" : "").append(target));
}

RobotsVerdict Robots::judge(const std::vector<const Group*>& groups, std::string Rule::*pattern,
                            std::string_view path) {
  const auto rank = [pattern](const Rule& rule) { return std::pair((rule.*pattern).size(), rule.allow); };
  const Rule* best = nullptr;
  for (const Group* group : groups) {
    for (const Rule& rule : group->rules) {
      const bool better = !best || rank(rule) > rank(*best);
      if (better && path_matches(rule.*pattern, path)) best = &rule;
    }
  }
  return best ? RobotsVerdict{best->allow, best->line, best->text} : RobotsVerdict{};
}

RobotsVerdict Robots::verdict_for_target(std::string_view agent, std::string_view target) const {
  if (target.empty()) target = "/";
  if (target == "/robots.txt") return {};
  if (!refused_why_.empty()) return {.allowed = false, .text = refused_why_};
  const std::vector<const Group*> groups = groups_for(token_for(agent));
  RobotsVerdict as_written = judge(groups, &Rule::as_written, target_as_written(target));
  if (!as_written.allowed) return as_written;
  return judge(groups, &Rule::normalised, target_normalised(target));
}

std::optional<Seconds> Robots::crawl_delay(std::string_view agent) const {
  const std::string token = token_for(agent);
  std::optional<Seconds> longest;
  for (const Group* group : groups_for(token)) {
    for (const Agent& named : group->agents) {
      if (named.token == token && named.crawl_delay) {
        longest = std::max(longest.value_or(Seconds(0)), *named.crawl_delay);
      }
    }
  }
  return longest;
}

}  // namespace dekko
