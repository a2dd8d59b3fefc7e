// A pattern of RE2 (https://github.com/google/re2/wiki/Syntax): time is linear in the text, whatever the
// pattern.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace re2 {
class RE2;
}

namespace dekko {

// Cheap to copy: copies share what was compiled.
class Pattern {
 public:
  // UTF-8. Fails, naming the part that is wrong, for what RE2 refuses and for patterns over
  // limits::kPatternBytes or limits::kPatternMemory.
  static Result<Pattern> compile(std::string_view text);

  // The first match anywhere in `text`: for each group what it holds, the whole match first. A group that
  // took no part is empty. Nothing if nothing matches.
  std::optional<std::vector<std::string_view>> match(std::string_view text) const;

  int groups() const;                            // capturing ones, the whole match not counted
  int group_named(std::string_view name) const;  // its number, 0 if there is none
  std::vector<std::string> group_names() const;  // of those that have one
  const std::string& text() const;               // as written

 private:
  explicit Pattern(std::shared_ptr<const re2::RE2> compiled);
  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace dekko
