// Where a page's own fields stand.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extractors/infer/sample_page.h"

namespace dekko {

// "title", "description" and "next", each with a place that says on every page what the shape says of it, and
// nothing where it says nothing; without what has no such place.
std::map<std::string, std::string> infer_page_places(const std::vector<std::unique_ptr<SamplePage>>& pages,
                                                     Profile& writing);

}  // namespace dekko
