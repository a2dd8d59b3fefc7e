#include "app/grammar.h"

#include <algorithm>
#include <cctype>

namespace dekko {

const Argument* Grammar::option(const std::string& name) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Argument& option) {
    return std::find(option.names.begin(), option.names.end(), name) != option.names.end();
  });
  return found == options.end() ? nullptr : &*found;
}

const Grammar* Grammar::command(const std::string& name) const {
  const auto found =
      std::find_if(commands.begin(), commands.end(), [&](const Grammar& one) { return one.name() == name; });
  return found == commands.end() ? nullptr : &*found;
}

std::vector<std::string> alternatives(const std::string& type) {
  std::vector<std::string> found;
  for (size_t begin = 0; begin < type.size();) {
    const size_t end = std::min(type.find('|', begin), type.size());
    found.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

bool is_kind(const std::string& alternative) {
  return std::any_of(alternative.begin(), alternative.end(), [](unsigned char c) { return std::isupper(c); });
}

}  // namespace dekko
