// "dekko-20240319081530-example.org-00000.warc.gz": names of segments sort by time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/moment.h"

namespace dekko {

// `label` may be anything: what is not a letter, digit, dot or underscore becomes "-", what is over 64 octets
// is cut.
std::string segment_name(Moment created, std::string_view label, int number,
                         std::string_view ending = ".warc.gz");

// `label` as it stands in names.
std::string safe_label(std::string_view label);

// The label in a name of dekko's; empty for other names.
std::string segment_label(std::string_view name);

// The moment in a name of dekko's, as to_stamp() gives it; empty for other names.
std::string segment_stamp(std::string_view name);

// The same as a moment.
std::optional<Moment> segment_moment(std::string_view name);

// One more than the highest number in the names of this moment and label: what is written later sorts behind.
int next_number(const std::filesystem::path& folder, Moment created, std::string_view label);

// The latest moment in the segments' names of a folder; the epoch where there is none.
Moment latest_moment(const std::filesystem::path& folder);

}  // namespace dekko
