#include "extractors/text/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <memory>

namespace dekko {

namespace {

using std::chrono::minutes;

// "+09:00" is "GMT+09:00" to ICU. A name that it does not know comes back as Etc/Unknown.
std::unique_ptr<icu::TimeZone> find_zone(const std::string& zone) {
  const bool is_offset = !zone.empty() && (zone.front() == '+' || zone.front() == '-');
  const icu::UnicodeString name = icu::UnicodeString::fromUTF8(is_offset ? "GMT" + zone : zone);
  std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(name));
  return found && *found != icu::TimeZone::getUnknown() ? std::move(found) : nullptr;
}

minutes whole_offset(int32_t raw_ms, int32_t saving_ms) { return minutes((raw_ms + saving_ms) / 60'000); }

double date_of(Moment moment) { return static_cast<double>(moment.time_since_epoch().count()); }

}  // namespace

std::optional<minutes> offset_at(const std::string& zone, Moment moment) {
  const auto found = find_zone(zone);
  if (!found) return std::nullopt;
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  found->getOffset(date_of(moment), false, raw, saving, status);
  if (U_FAILURE(status)) return std::nullopt;
  return whole_offset(raw, saving);
}

std::optional<minutes> offset_of_wall(const std::string& zone, Moment wall) {
  const auto found = find_zone(zone);
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(found.get());
  if (basic == nullptr) return std::nullopt;
  const auto offset = [&](UTimeZoneLocalOption option) {
    int32_t raw = 0, saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    basic->getOffsetFromLocal(date_of(wall), option, option, raw, saving, status);
    return whole_offset(raw, saving);
  };
  const minutes former = offset(UCAL_TZ_LOCAL_FORMER), latter = offset(UCAL_TZ_LOCAL_LATTER);
  if (former != latter) return std::nullopt;
  return former;
}

}  // namespace dekko
