#include "tests/support/fault.h"

#include <fmt/format.h>

#include "tests/support/change.h"

namespace dekko::site {
namespace {

struct Named {
  Fault fault;
  std::string_view name;
};

constexpr Named kFaults[] = {
    {Fault::kSlow, "slow"},
    {Fault::kDrop, "drop"},
    {Fault::kTruncated, "truncated"},
    {Fault::kWrongLength, "wrong-length"},
    {Fault::kTooMany, "429"},
    {Fault::kTooManyBare, "429-bare"},
    {Fault::kUnavailable, "503"},
    {Fault::kRedirectLoop, "redirect-loop"},
    {Fault::kLogin, "login"},
    {Fault::kNotHtml, "not-html"},
    {Fault::kEmpty, "empty"},
    {Fault::kHuge, "huge"},
    {Fault::kBomb, "gzip-bomb"},
    {Fault::kEndless, "endless"},
    {Fault::kDrip, "drip"},
    {Fault::kBigHead, "big-header"},
    {Fault::kToFirst, "to-first"},
    {Fault::kToLogin, "to-login"},
    {Fault::kToElsewhere, "to-elsewhere"},
};

Error refusal(std::string_view text) {
  return Error{ErrorCode::kUsage, fmt::format("fault \"{}\"", text), "not of the form NAME@PAGE[xTIMES]",
               "the names are " + fault_names()};
}

}  // namespace

std::string fault_names() {
  std::string names;
  for (const Named& named : kFaults) names += fmt::format("{}{}", names.empty() ? "" : ", ", named.name);
  return names;
}

Result<FaultRule> parse_fault(std::string_view text) {
  size_t at = text.find('@');
  if (at == std::string_view::npos) return refusal(text);
  FaultRule rule;
  std::string_view where = text.substr(at + 1);
  if (size_t x = where.rfind('x'); x != std::string_view::npos) {
    auto times = parse_count(where.substr(x + 1));
    if (!times) return refusal(text);
    rule.times = *times;
    where = where.substr(0, x);
  }
  auto page = where == "robots" ? FaultRule::kRobots : parse_count(where);
  if (!page) return refusal(text);
  rule.page = *page;
  for (const Named& named : kFaults) {
    if (named.name != text.substr(0, at)) continue;
    rule.fault = named.fault;
    return rule;
  }
  return refusal(text);
}

std::optional<Fault> take_fault(std::vector<FaultRule>& rules, int page) {
  for (FaultRule& rule : rules) {
    if (rule.page != page || rule.times == 0) continue;
    if (rule.times != FaultRule::kAlways) --rule.times;
    return rule.fault;
  }
  return std::nullopt;
}

}  // namespace dekko::site
