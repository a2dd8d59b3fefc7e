#include "core/query.h"

#include <algorithm>

namespace dekko {

std::vector<std::string_view> parameters(std::string_view query) {
  std::vector<std::string_view> all;
  while (!query.empty()) {
    const size_t end = std::min(query.find('&'), query.size());
    if (end > 0) all.push_back(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return all;
}

std::string joined(const std::vector<std::string_view>& parameters) {
  std::string text;
  for (const std::string_view part : parameters) text.append(text.empty() ? "" : "&").append(part);
  return text;
}

std::string_view name_of(std::string_view parameter) { return parameter.substr(0, parameter.find('=')); }

std::string_view value_of(std::string_view parameter) {
  return parameter.substr(std::min(name_of(parameter).size() + 1, parameter.size()));
}

}  // namespace dekko
