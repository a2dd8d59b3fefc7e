#include "app/run_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/json_fields.h"

namespace dekko {

namespace {

std::string ending(const RunReport& report) {
  switch (report.reason) {
    case StopReason::kReachedLast: return "reached the last page";
    case StopReason::kPastTheEnd: return "went past the last page";
    case StopReason::kNoNextLink: return "no further page is linked";
    case StopReason::kOnlyKnown: return "met only known items";
    case StopReason::kRepeatedPage: return "a page repeated an earlier one";
    case StopReason::kEmptyListing: return "the listing is empty";
    case StopReason::kBudget: return "the budget is spent";
    case StopReason::kRefused: return report.robots_unreachable ? "robots.txt could not be had" : "refused by robots.txt";
    case StopReason::kFetchFailed: return "a page could not be had";
    case StopReason::kNotTheListing: return "what came back is not the listing";
    case StopReason::kInterrupted: return "interrupted";
    case StopReason::kStorageFailed: return "could not be stored";
  }
  return "ended";
}

std::string_view words_of(Gap::Why why) {
  switch (why) {
    case Gap::Why::kNotWalked: return "the walk ended before the listing did";
    case Gap::Why::kPageMissing: return "pages could not be had";
    case Gap::Why::kSeamSeenOnce: return "seams between pages are not proven";
    case Gap::Why::kSeamDoubtful: return "looks from both sides did not prove the seams";
    case Gap::Why::kTopNotSeen: return "what the listing begins with was not seen";
    case Gap::Why::kEndNotSeen: return "what the listing ends with was not seen";
    case Gap::Why::kCardsMoved: return "cards changed places while the listing was walked";
    case Gap::Why::kPageUnplaced: return "nothing joins some page to the others";
    case Gap::Why::kEmptied: return "a listing that had cards says that it has none";
  }
  return "";
}

// "open: 3 seams are not proven, between pages 1 and 2, 2 and 3, 7 and 8"
std::string open_text(const RunReport& report) {
  if (report.open_seams.empty()) {
    return fmt::format("open: {}", report.gaps.empty() ? "the pages fit together, but nothing proves that no card slipped between them"
                                                       : words_of(report.gaps.front().why));
  }
  static constexpr size_t kNamed = 5;
  const size_t count = report.open_seams.size();
  std::string text = fmt::format("open: {} not proven, between pages", count == 1 ? "1 seam is" : fmt::format("{} seams are", count));
  for (size_t i = 0; i < std::min(count, kNamed); ++i) {
    text += fmt::format("{} {} and {}", i ? "," : "", report.open_seams[i].first, report.open_seams[i].second);
  }
  if (count > kNamed) text += fmt::format(" and {} more", count - kNamed);
  return text + (report.reordered ? "; cards changed places" : "; --certify proves them");
}

std::string coverage_text(const RunReport& report) {
  switch (report.coverage) {
    case Coverage::kComplete: return "complete: every seam is proven";
    case Coverage::kRepaired:
      return fmt::format("repaired: the listing moved, {} card{} had slipped past and {} found", report.slipped,
                         report.slipped == 1 ? "" : "s", report.slipped == 1 ? "was" : "were");
    case Coverage::kOpen: return open_text(report);
    case Coverage::kPartial: break;
  }
  if (report.missing.empty()) return "partial: the walk ended before the listing did";
  static constexpr size_t kNamed = 10;
  std::string pages;
  for (size_t i = 0; i < report.missing.size() && i < kNamed; ++i) {
    pages += fmt::format("{}{}", i ? ", " : "", report.missing[i]);
  }
  if (report.missing.size() > kNamed) pages += fmt::format(" and {} more", report.missing.size() - kNamed);
  return fmt::format("partial: without page{} {}", report.missing.size() == 1 ? "" : "s", pages);
}

std::string advice(const RunReport& report) {
  switch (report.exit_code()) {
    case ExitCode::kPartial:
    case ExitCode::kInterrupted: return "what was seen is stored; the same command goes on from there";
    case ExitCode::kSuspicious:
      return "nothing of that page reached the items; look at it with `dekko export pages --where \"verdict != 'listing'\"`";
    case ExitCode::kRefused: return "the site does not want this listing walked; ask its owner for permission";
    case ExitCode::kDone:
    case ExitCode::kFailed:
    case ExitCode::kUsage:
    case ExitCode::kBusy:
    case ExitCode::kDamaged: return "";
  }
  return "";
}

std::string counters_text(const RunReport& report) {
  std::string text;
  for (const auto& [reason, count] : report.counters) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " · ", reason, grouped(count));
  }
  return text;
}

}  // namespace

std::string grouped(int64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3 && digits[at - 4] != '-';) digits.insert(at -= 3, ",");
  return digits;
}

std::string size_text(uint64_t bytes) {
  const double size = static_cast<double>(bytes);
  if (size < 1e3) return fmt::format("{} B", bytes);
  if (size < 1e6) return fmt::format("{:.1f} kB", size / 1e3);
  if (size < 1e9) return fmt::format("{:.1f} MB", size / 1e6);
  return fmt::format("{:.2f} GB", size / 1e9);
}

std::string time_text(Seconds time) {
  const double seconds = time.count();
  if (seconds < 10) return fmt::format("{:.1f} s", seconds);
  if (seconds < 100) return fmt::format("{:.0f} s", seconds);
  const int64_t minutes = std::lround(seconds / 60);
  if (minutes < 100) return fmt::format("{} min", minutes);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string to_text(const RunReport& report) {
  const std::string of_pages = report.last_page ? fmt::format(" of {}", grouped(*report.last_page)) : "";
  std::string text = fmt::format("{}\n", report.listing);
  text += fmt::format("  {} {}: {}{}\n", report.kind, report.run, ending(report),
                      report.why.empty() ? "" : " (" + report.why + ")");
  if (report.continues) text += fmt::format("  goes on      with run {}\n", *report.continues);
  text += fmt::format("  pages        {}{} · {} requests · {} · {}\n", grouped(report.pages), of_pages,
                      grouped(report.requests), size_text(report.bytes), time_text(report.took));
  text += fmt::format("  items        {} seen · {} new · {} changed\n", grouped(report.items_seen),
                      grouped(report.items_new), grouped(report.items_changed));
  text += fmt::format("  coverage     {}\n", coverage_text(report));
  if (report.began_anew) text += "  began anew   the listing had moved too far to go on in it\n";
  if (report.items_missing > 0) text += fmt::format("  gone         {} (dekko export items --where \"missing_since IS NOT NULL\")\n", grouped(report.items_missing));
  if (report.problems > 0) text += fmt::format("  problems     {} (dekko export problems)\n", grouped(report.problems));
  if (!report.counters.empty()) text += fmt::format("  counted      {}\n", counters_text(report));
  text += fmt::format("  profile      {}\n", report.profile);
  return text;
}

std::optional<Error> fault_of(const RunReport& report) {
  if (report.exit_code() == ExitCode::kDone) return std::nullopt;
  const std::string why = report.why.empty() ? "" : ": " + report.why;
  const bool missing = report.why.empty() && report.coverage == Coverage::kPartial;
  return Error{.context = report.listing,
               .detail = missing ? coverage_text(report) : ending(report) + why,
               .cure = advice(report)};
}

std::string to_json(const RunReport& report) {
  nlohmann::ordered_json json;
  json["record"] = "run";
  json["listing"] = report.listing;
  json["kind"] = report.kind;
  json["run"] = report.run;
  json["continues"] = report.continues ? nlohmann::ordered_json(*report.continues) : nullptr;
  json["profile"] = report.profile;
  json["stop_reason"] = to_text(report.reason);
  json["why"] = report.why.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(report.why);
  json["coverage"] = to_text(report.coverage);
  json["gaps"] = nlohmann::ordered_json::array();
  for (const Gap& gap : report.gaps) json["gaps"].push_back(json_of(gap));
  json["missing_pages"] = report.missing;
  json["page_count"] = report.last_page ? nlohmann::ordered_json(*report.last_page) : nullptr;
  json["pages"] = report.pages;
  json["requests"] = report.requests;
  json["bytes"] = report.bytes;
  json["items_seen"] = report.items_seen;
  json["items_new"] = report.items_new;
  json["items_changed"] = report.items_changed;
  json["problems"] = report.problems;
  json["seconds"] = report.took.count();
  json["counters"] = report.counters;
  json["exit_code"] = static_cast<int>(report.exit_code());
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace dekko
