// The nightly share of old territory: which pages to look at again, so that all are seen once a month.
#pragma once

#include <map>
#include <vector>

#include "core/moment.h"

namespace dekko {

// Pages a night for a listing of that many pages: one in 28, one that overlaps what the night before ended with
// (posts taken out overnight move cards up into it), and one for the new posts that push all down meanwhile.
int sweep_size(int page_count);

// `count` pages in a row, from the page before the one that was not looked at for the longest time. looked: when
// each page was last read; pages that never were come first. Page 1 is read every night anyway.
std::vector<int> sweep_pages(const std::map<int, Moment>& looked, int page_count, int count);

}  // namespace dekko
