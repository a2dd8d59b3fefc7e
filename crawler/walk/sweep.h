// The nightly share of old territory: which pages to look at again, so that all are seen once a month.
#pragma once

#include <vector>

#include "crawler/walk/knowledge.h"

namespace dekko {

// Pages a night for a listing of that many pages: one in 26, one that overlaps what the night before ended
// with (posts taken out overnight move cards up into it), and one for the new posts that push all down
// meanwhile.
int sweep_size(int page_count);

// `count` pages, in order: those whose cards were not looked at for the longest time, each with the page
// before it. Page 1 is read every night anyway. new_posts: what came since the last run that `known` tells
// of.
std::vector<int> sweep_pages(const Knowledge& known, int page_count, int count, int new_posts = 0);

}  // namespace dekko
