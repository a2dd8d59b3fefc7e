// How robots.txt paths are compared: the two readings of percent-encoding, and the wildcards (RFC 9309
// section 2.2).
#pragma once

#include <string>
#include <string_view>

namespace dekko {

// As written: octets compare as they are. Hexadecimal digits of %xx in upper case; in a rule, octets beyond
// ASCII percent-encoded, for a rule cannot mean anything else.
std::string rule_as_written(std::string_view pattern);
std::string target_as_written(std::string_view target);

// As section 2.2.2 has it: octets beyond ASCII percent-encoded, and whatever else no address has as it is ("|", a "%"
// without its digits), so that a rule holds for the address that a link with them becomes; %xx of unreserved characters
// decoded. "*" and
// "$" in a target, and "$" inside a rule, are percent-encoded, so that a rule's "%2A" means a star and
// nothing else does.
std::string rule_normalised(std::string_view pattern);
std::string target_normalised(std::string_view target);

// Section 2.2.3: "*" stands for any octets, "$" at the end of the rule for the end of the target.
bool path_matches(std::string_view pattern, std::string_view target);

}  // namespace dekko
