#include "crawler/fetch/reach.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace dekko {

namespace {

using Octets = std::array<uint8_t, 16>;  // IPv4 in its mapped form

struct Block {
  Octets octets;
  size_t bits;
};

constexpr Octets v4(uint8_t a, uint8_t b = 0, uint8_t c = 0) {
  return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, a, b, c, 0};
}

// The registries of RFC 6890, without the blocks for documents, which nothing answers at.
constexpr std::array<Block, 19> kInward = {{
    {v4(0), 96 + 8},                                          // this network; 0.0.0.0 is the machine itself
    {v4(10), 96 + 8},                                         // private
    {v4(100, 64), 96 + 10},                                   // shared by a provider's customers
    {v4(127), 96 + 8},                                        // loopback
    {v4(169, 254), 96 + 16},                                  // link-local
    {v4(172, 16), 96 + 12},                                   // private
    {v4(192, 0, 0), 96 + 24},                                 // protocols
    {v4(192, 168), 96 + 16},                                  // private
    {v4(198, 18), 96 + 15},                                   // benchmarks
    {v4(224), 96 + 4},                                        // multicast
    {v4(240), 96 + 4},                                        // reserved, broadcast
    {{0}, 128},                                               // unspecified
    {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128},  // loopback
    {{0, 0x64, 0xFF, 0x9B, 0, 1}, 48},                        // NAT64 of a network's own
    {{0x01}, 8},                                              // discard
    {{0xFC}, 7},                                              // unique local
    {{0xFE, 0x80}, 10},                                       // link-local
    {{0xFE, 0xC0}, 10},                                       // site-local, as it once was
    {{0xFF}, 8},                                              // multicast
}};

// IPv6 blocks whose addresses carry an IPv4 address, and where it begins.
struct Carrier {
  Block block;
  size_t at;
};
constexpr std::array<Carrier, 3> kCarriers = {{
    {{{0}, 96}, 12},                    // IPv4-compatible
    {{{0, 0x64, 0xFF, 0x9B}, 96}, 12},  // NAT64
    {{{0x20, 0x02}, 16}, 2},            // 6to4
}};

bool lies_in(const Octets& address, const Block& block) {
  const size_t whole = block.bits / 8, rest = block.bits % 8;
  if (!std::equal(address.begin(), address.begin() + whole, block.octets.begin())) return false;
  return rest == 0 || ((address[whole] ^ block.octets[whole]) >> (8 - rest)) == 0;
}

bool is_inward(const Octets& address) {
  return std::any_of(kInward.begin(), kInward.end(),
                     [&](const Block& block) { return lies_in(address, block); });
}

std::optional<Octets> read(std::string_view text) {
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  const std::string address(text.substr(0, text.find('%')));
  Octets octets = v4(0);
  if (inet_pton(AF_INET, address.c_str(), &octets[12]) == 1) return octets;
  if (inet_pton(AF_INET6, address.c_str(), octets.data()) == 1) return octets;
  return std::nullopt;
}

}  // namespace

bool is_inward(std::string_view address) {
  const std::optional<Octets> octets = read(address);
  if (!octets) return false;
  if (is_inward(*octets)) return true;
  return std::any_of(kCarriers.begin(), kCarriers.end(), [&](const Carrier& carrier) {
    if (!lies_in(*octets, carrier.block)) return false;
    Octets carried = v4(0);
    std::copy_n(octets->begin() + carrier.at, 4, carried.begin() + 12);
    return is_inward(carried);
  });
}

bool HostReach::allows(const std::string& named, std::string_view host, std::string_view address) {
  const bool inward = is_inward(address);
  if (host == named) (inward ? own_ : world_).insert(named);
  return !inward || (own_.contains(named) && !world_.contains(named));
}

}  // namespace dekko
