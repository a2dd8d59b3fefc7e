// What in a page's text looks like a date at a first glance, before anything is read: a sign of cards, no
// value.
#pragma once

#include <string_view>

namespace dekko {

// Whether a run of text tells a year from 1900 to 2099 in the digits of any script, is nothing but an English
// age
// ("3 hours ago"), or nothing but a day without its year: "7/12", "[08-02]", "08-02 14:25", "12.07.",
// "8月2日", "Jul 12". A share like "3/5" is no day.
bool looks_dated(std::string_view text);

}  // namespace dekko
