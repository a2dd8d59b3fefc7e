#include "tests/support/site_arguments.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

namespace dekko::site {
namespace {

struct Option {
  std::string_view name;
  std::string_view value;  // empty: a switch, which takes none
  std::string_view help;
  std::function<Result<void>(SiteArguments&, const std::string&)> take;
};

Error unusable(std::string_view option, std::string_view value, std::string detail) {
  return Error{ErrorCode::kUsage, fmt::format("--{} \"{}\"", option, value), std::move(detail),
               "see dekko-site --help"};
}

// The number as the member's type; `most` keeps ports ports and posts few enough to hold.
template <class Number>
Result<void> take_number(std::string_view option, const std::string& text, Number& number, uint64_t most) {
  uint64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > most)
    return unusable(option, text, fmt::format("not a number from 0 to {}", most));
  number = static_cast<Number>(value);
  return {};
}

Result<void> take_layout(SiteArguments& arguments, const std::string& text) {
  auto layout = layout_named(text);
  if (!layout) return unusable("layout", text, "not one of A20, P21, P22, P24A, T24P, T24N");
  arguments.site.layout = *layout;
  return {};
}

Result<void> take_fault_rule(SiteArguments& arguments, const std::string& text) {
  Result<FaultRule> rule = parse_fault(text);
  if (!rule) return rule.error();
  arguments.site.faults.push_back(*rule);
  return {};
}

Result<void> take_change(Change::Kind kind, SiteArguments& arguments, const std::string& text) {
  Result<Change> change = parse_change(kind, text);
  if (!change) return change.error();
  arguments.site.changes.push_back(*change);
  return {};
}

Result<void> take_robots(SiteArguments& arguments, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return unusable("robots", path, "cannot be read");
  arguments.site.robots.assign(std::istreambuf_iterator<char>(file), {});
  return {};
}

Result<void> take_milliseconds(SiteArguments& arguments, const std::string& text) {
  int64_t count = 0;
  Result<void> taken = take_number("slow-ms", text, count, 3'600'000);
  arguments.site.slow_time = std::chrono::milliseconds{count};
  return taken;
}

const std::vector<Option>& options() {
  using A = SiteArguments;
  using S = const std::string&;
  static const std::vector<Option> kOptions = {
      {"posts", "N", "posts in the listing, ten a page (1130)",
       [](A& a, S v) { return take_number("posts", v, a.site.posts, 1'000'000); }},
      {"layout", "NAME", "card layout: A20, P21, P22, P24A, T24P or T24N (T24P)", take_layout},
      {"seed", "S", "another seed, other posts (1)",
       [](A& a, S v) { return take_number("seed", v, a.site.seed, std::numeric_limits<uint64_t>::max()); }},
      {"page-bytes", "N", "weight of a page (90000)",
       [](A& a, S v) { return take_number("page-bytes", v, a.site.page_bytes, 100'000'000); }},
      {"night", "N", "so many nights later: another date on top, another nonce (0)",
       [](A& a, S v) { return take_number("night", v, a.site.night, 100'000); }},
      {"port", "P", "port on 127.0.0.1; 0 lets the kernel choose (0)",
       [](A& a, S v) { return take_number("port", v, a.port, 65535); }},
      {"log", "FILE", "write a line for each request: time, target, status, user agent",
       [](A& a, S v) { return a.log_file = v, Result<void>{}; }},
      {"robots", "FILE", "serve this robots.txt", take_robots},
      {"robots-status", "N", "with this status (200)",
       [](A& a, S v) { return take_number("robots-status", v, a.site.robots_status, 599); }},
      {"robots-tag", "TEXT", "the pages' X-Robots-Tag",
       [](A& a, S v) { return a.site.robots_tag = v, Result<void>{}; }},
      {"robots-meta", "TEXT", "the pages' <meta name=robots>",
       [](A& a, S v) { return a.site.robots_meta = v, Result<void>{}; }},
      {"fault", "NAME@PAGE[xTIMES]", "misbehave on a page, so many times or always; repeatable",
       take_fault_rule},
      {"slow-ms", "MS", "how long the fault \"slow\" takes (2000)", take_milliseconds},
      {"retry-after", "S", "seconds that the fault \"429\" asks for (1)",
       [](A& a, S v) { return take_number("retry-after", v, a.site.retry_after, 86'400); }},
      {"insert", "N@REQUESTS", "N new posts on top once so many pages were served; repeatable",
       [](A& a, S v) { return take_change(Change::Kind::kInsert, a, v); }},
      {"remove", "POST@REQUESTS", "the POST-th post from the top disappears; repeatable",
       [](A& a, S v) { return take_change(Change::Kind::kRemove, a, v); }},
      {"edit", "POST@REQUESTS", "the POST-th post gets another headline; repeatable",
       [](A& a, S v) { return take_change(Change::Kind::kEdit, a, v); }},
      {"no-gzip", "", "never compress", [](A& a, S) { return a.site.gzip = false, Result<void>{}; }},
      {"no-validators", "", "no ETag, no Last-Modified, no 304",
       [](A& a, S) { return a.site.validators = false, Result<void>{}; }},
      {"chunked", "", "chunked coding instead of Content-Length",
       [](A& a, S) { return a.site.chunked = true, Result<void>{}; }},
      {"until-stdin-closes", "", "end when standard input does",
       [](A& a, S) { return a.until_stdin_closes = true, Result<void>{}; }},
      {"dump", "DIR", "write the pages as files for a static web server, and end",
       [](A& a, S v) { return a.dump_folder = v, Result<void>{}; }},
      {"help", "", "this text", [](A& a, S) { return a.help = true, Result<void>{}; }},
  };
  return kOptions;
}

const Option* option_named(std::string_view name) {
  for (const Option& option : options())
    if (option.name == name) return &option;
  return nullptr;
}

}  // namespace

Result<SiteArguments> parse_arguments(const std::vector<std::string>& words) {
  SiteArguments arguments;
  for (size_t i = 0; i < words.size(); ++i) {
    size_t equals = words[i].find('=');
    std::string head = words[i].substr(0, equals);
    const Option* option = head.starts_with("--") ? option_named(std::string_view(head).substr(2)) : nullptr;
    if (!option)
      return Error{ErrorCode::kUsage, words[i], "is no option of dekko-site", "see dekko-site --help"};
    bool inline_value = equals != std::string::npos;
    if (option->value.empty() && inline_value) return unusable(option->name, words[i], "takes no value");
    if (!option->value.empty() && !inline_value && i + 1 == words.size())
      return unusable(option->name, "", "needs a value");
    std::string value;
    if (!option->value.empty()) value = inline_value ? words[i].substr(equals + 1) : words[++i];
    if (Result<void> taken = option->take(arguments, value); !taken) return taken.error();
  }
  return arguments;
}

std::string usage() {
  std::string text =
      "dekko-site: an invented newspaper's listing on a loopback port, the same octets for the same seed.\n"
      "Prints the listing's address as its first line and serves until SIGTERM or SIGINT.\n\n";
  for (const Option& option : options())
    text += fmt::format("  {:<28} {}\n", fmt::format("--{} {}", option.name, option.value), option.help);
  return text + "\nFaults: " + fault_names() + "\n";
}

}  // namespace dekko::site
