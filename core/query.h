// The query of an address as its parameters, just as they are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko {

// "a=1&&b" is "a=1" and "b". Views into `query`.
std::vector<std::string_view> parameters(std::string_view query);
std::string joined(const std::vector<std::string_view>& parameters);

// Of one parameter: what stands before and after its first "=".
std::string_view name_of(std::string_view parameter);
std::string_view value_of(std::string_view parameter);

}  // namespace dekko
