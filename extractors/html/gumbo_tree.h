// Gumbo, run within limits.h.
#pragma once

#include <string_view>

#include "core/result.h"
#include "extractors/html/arena.h"

struct GumboInternalNode;

namespace dekko {

// The document node. The tree lies in `arena` and points into `page`; both must outlive it. kLimit names the
// limit.
Result<GumboInternalNode*> build_tree(std::string_view page, Arena& arena);

}  // namespace dekko
