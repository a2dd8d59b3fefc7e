#include "extractors/fields/date_reader.h"

namespace dekko {

namespace {

// A card's lines; whole articles are not worth keeping a second time.
constexpr size_t kKeptOctets = 1'024;
constexpr size_t kKeptTexts = 8'192;  // 8 MiB; a listing's page has some hundreds

}  // namespace

template <class How>
const std::optional<FoundDate>& DateReader::remembered(Read& read, std::string_view text, const How& how) {
  if (text.size() > kKeptOctets) return too_long_ = how();
  if (const auto known = read.find(text); known != read.end()) return known->second;
  if (read.size() == kKeptTexts) read.clear();
  return read.emplace(text, how()).first->second;
}

const std::optional<FoundDate>& DateReader::whole(std::string_view text) {
  if (!may_be_date(text, rules_)) return none_;
  return remembered(whole_, text, [&] { return whole_date(text, rules_, seen_at_); });
}

const std::optional<FoundDate>& DateReader::at_end(std::string_view line) {
  if (!may_have_date_at_end(line, rules_)) return none_;
  return remembered(at_end_, line, [&] { return date_at_end(line, rules_, seen_at_); });
}

std::string_view DateReader::unclear_at_end(std::string_view line) const {
  return unclear_date_at_end(line, rules_, seen_at_);
}

std::string_view DateReader::coarse_age_at_end(std::string_view line) const {
  return dekko::coarse_age_at_end(line, rules_, seen_at_);
}

}  // namespace dekko
