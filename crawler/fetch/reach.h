// Which addresses a listing may lead to. A host out in the world never leads dekko into the user's own
// network, by no redirect, link or answer of its name server ("DNS rebinding"); a host of that network is the
// user's own choice.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace dekko {

// Whether an address, as numbers, is none of the world's: loopback, private, link-local, shared, multicast,
// unspecified or reserved, in IPv4 and IPv6 (RFC 6890), and IPv6 that only carries such an IPv4 address
// (mapped, NAT64, 6to4). Brackets and a zone ("%eth0") are passed over. False for what is no address, a name
// above all.
bool is_inward(std::string_view address);

// What the named hosts turned out to be in one run. A host is the user's own while it was reached at inward
// addresses only; once it was reached out in the world it is never again.
class HostReach {
 public:
  // Whether a request to `host`, made for the listing at `named`, may go to `address`. Learns of `named`
  // where that is the host itself.
  bool allows(const std::string& named, std::string_view host, std::string_view address);

 private:
  std::set<std::string, std::less<>> own_, world_;
};

}  // namespace dekko
