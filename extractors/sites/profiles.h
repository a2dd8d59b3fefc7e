// The profiles built into the binary and those that the user adds.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/url.h"
#include "extractors/sites/profile.h"

namespace dekko {

class Profiles {
 public:
  // Built-in ones only. They are tested, so a broken one is a programmer's error.
  static Profiles builtin();

  // One of the user's. It replaces the one of the same name, built in or added before.
  struct Added {
    const Profile* profile;     // valid until one of the same name is added
    std::string replaced = {};  // the origin of the one it took the place of; empty if there was none
  };
  Added add(Profile profile);

  // The one whose patterns name this address most closely (AddressClaim). Of two that name it alike, the
  // user's comes before a built-in one, and then the name that sorts first. shape() where none claims it.
  const Profile& for_url(const Url& url) const;
  const Profile* by_name(std::string_view name) const;  // null if there is none
  const Profile& shape() const;                         // name "shape": claims nothing, knows nothing
  std::vector<const Profile*> all() const;              // by name

 private:
  std::vector<std::unique_ptr<Profile>> profiles_;  // by name
};

inline constexpr std::string_view kBuiltIn = "built in";

}  // namespace dekko
