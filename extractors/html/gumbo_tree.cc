#include "extractors/html/gumbo_tree.h"

#include <fmt/core.h>
#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "extractors/html/limits.h"
#include "extractors/html/tag_scan.h"

namespace dekko {

namespace {

enum Refusal : int { kNone, kTreeFull, kTooManyOpen, kLost };

// Gumbo neither checks what its allocator returns nor lets a caller stop it, and an exception may not pass
// through C. So a refusal jumps out: only frames of C lie between, and all that Gumbo holds is in the arena.
struct Build {
  Arena& arena;
  size_t most_open;
  std::jmp_buf refused = {};
  GumboOutput* output = nullptr;

  // Gumbo's stack of open elements, the first vector it makes with room for ten. When full it is copied to a
  // new block of twice the size, and the old block is freed.
  void* open_elements = nullptr;
  size_t open_bytes = 10 * sizeof(void*);
  void* newest = nullptr;
  size_t newest_bytes = 0;

  std::string_view lost = {};  // the assertion that failed
};

// The page that this thread is parsing.
thread_local Build* current_build = nullptr;

void* allocate(void* data, size_t size) {
  auto* build = static_cast<Build*>(data);
  void* block = build->arena.allocate(size);
  if (!block) std::longjmp(build->refused, kTreeFull);
  if (!build->open_elements && size == build->open_bytes) build->open_elements = block;
  build->newest = block;
  build->newest_bytes = size;
  return block;
}

void deallocate(void* data, void* block) {
  auto* build = static_cast<Build*>(data);
  if (block != build->open_elements || build->newest_bytes != 2 * build->open_bytes) return;
  build->open_elements = build->newest;
  build->open_bytes = build->newest_bytes;
  if (build->open_bytes / sizeof(void*) > build->most_open) std::longjmp(build->refused, kTooManyOpen);
}

int run(Build& build, const GumboOptions& options, std::string_view page) {
  current_build = &build;
  int refusal = setjmp(build.refused);
  if (refusal == kNone) build.output = gumbo_parse_with_options(&options, page.data(), page.size());
  current_build = nullptr;
  return refusal;
}

}  // namespace

}  // namespace dekko

// Gumbo 0.10.1 loses its way on pages like "<table><svg><td><title><select></table>", which its assertions
// notice. Debian builds it with them, and one that fails would end the whole program.
extern "C" void __assert_fail(const char* assertion, const char* file, unsigned line,
                              const char* function) noexcept {
  using dekko::current_build;
  if (current_build) {
    current_build->lost = assertion;
    std::longjmp(current_build->refused, dekko::kLost);
  }
  fmt::print(stderr, "{}:{}: {}: assertion failed: {}\n", file, line, function, assertion);
  std::abort();
}

namespace dekko {

Result<GumboNode*> build_tree(std::string_view page, Arena& arena) {
  Result<size_t> steps = count_attribute_steps(page);
  if (!steps) return steps.error();

  // The stack grows in doublings, so twice the depth that is granted in the end is the first size beyond it.
  size_t most_open = std::min<size_t>(limits::kTreeSteps / (page.size() + 1), size_t{2} * limits::kDepth);
  Build build{.arena = arena, .most_open = most_open};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = &build;
  options.max_errors = 0;
  switch (run(build, options, page)) {
    case kTreeFull:
      if (arena.starved()) throw std::bad_alloc();
      return Error{ErrorCode::kLimit, "page",
                   fmt::format("its tree takes more than {} octets", limits::kTreeBytes)};
    case kTooManyOpen:
      return Error{ErrorCode::kLimit, "page",
                   fmt::format("more than {} elements open at once in {} octets",
                               build.open_bytes / 2 / sizeof(void*), page.size())};
    case kLost:
      return Error{ErrorCode::kUnsupported, "page",
                   fmt::format("Gumbo cannot read its tags ({})", build.lost)};
    default:
      return build.output->document;
  }
}

}  // namespace dekko
