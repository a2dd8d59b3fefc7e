// The target of a request, and from the second line on a robots.txt.
#include "crawler/polite/robots.h"

#include <algorithm>
#include <cmath>

#include "core/limits.h"
#include "crawler/polite/robots_path.h"
#include "crawler/polite/robots_tag.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

struct Answer {
  RobotsVerdict verdict;
  std::optional<Seconds> delay;
};

Answer answer_of(const std::string& text, const std::string& target) {
  const Robots robots = Robots::parse(text);
  return {robots.verdict_for_target("dekko", target), robots.crawl_delay("dekko")};
}

bool are_same(const Answer& a, const Answer& b) {
  return a.verdict.allowed == b.verdict.allowed && a.verdict.line == b.verdict.line &&
         a.verdict.text == b.verdict.text && a.delay == b.delay;
}

// Line ends of one kind, whatever they were.
std::string with_line_ends(std::string_view text, std::string_view line_end) {
  std::string lines;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\r' || text[i] == '\n')
      lines += line_end;
    else
      lines += text[i];
    i += pair;
  }
  return lines;
}

void check_answer(const Answer& answer, std::string_view text) {
  const auto lines = std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  claim(answer.verdict.line >= 0 && answer.verdict.line <= lines + 1, "the deciding line is there");
  claim(answer.verdict.allowed || answer.verdict.line > 0, "who is refused learns by which line");
  claim(!answer.delay || (answer.delay->count() >= 0 && std::isfinite(answer.delay->count())),
        "a pause is a time");
}

void check_paths(const std::string& target) {
  for (const auto read : {target_as_written, target_normalised, rule_as_written})
    claim(read(read(target)) == read(target), "what is normalised stays so", target);
  claim(path_matches("/*", "/" + target), "a star is any octets");
}

}  // namespace

void check_robots(std::string_view octets) {
  const std::string target(first_line(octets));
  if (octets.size() > limits::kRobotsBytes / 2 || target.size() > limits::kUrlBytes) return;
  const std::string text(octets);
  const Answer answer = answer_of(text, target);
  check_answer(answer, text);
  for (const char* line_end : {"\n", "\r", "\r\n"})
    claim(are_same(answer, answer_of(with_line_ends(text, line_end), target)), "line ends tell nothing");
  if (!text.starts_with("\xEF\xBB\xBF"))
    claim(are_same(answer, answer_of("\xEF\xBB\xBF" + text, target)), "nor does a mark at the front");
  claim(answer_of(text, "/robots.txt").verdict.allowed, "robots.txt itself is allowed");
  check_paths(target);
  claim(forbids_archiving(target, "dekko") == forbids_archiving(target + " ", "DEKKO"),
        "nor case and white space");
}

}  // namespace dekko::fuzz
