#include "crawler/fetch/resolver.h"

#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace dekko {

namespace {

constexpr size_t kLookupsAtOnce = 32;  // threads that mostly wait; the system's resolver has no other way

using Addresses = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> addresses_of(std::string host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  std::vector<std::string> addresses;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return addresses;
  for (const addrinfo* one = found; one; one = one->ai_next) {
    char text[NI_MAXHOST];
    if (getnameinfo(one->ai_addr, one->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0) {
      addresses.emplace_back(text);
    }
  }
  freeaddrinfo(found);
  return addresses;
}

// Outlives the caller as long as a lookup hangs, for nothing can end one.
struct Lookups {
  std::mutex mutex;
  std::condition_variable over;
  std::vector<std::string> hosts;
  size_t next = 0, done = 0;
  Addresses found;
};

void look_up(const std::shared_ptr<Lookups>& lookups) {
  std::unique_lock lock(lookups->mutex);
  while (lookups->next < lookups->hosts.size()) {
    const std::string host = lookups->hosts[lookups->next++];
    lock.unlock();
    std::vector<std::string> addresses = addresses_of(host);
    lock.lock();
    if (!addresses.empty()) lookups->found.emplace(host, std::move(addresses));
    if (++lookups->done == lookups->hosts.size()) lookups->over.notify_all();
  }
}

}  // namespace

std::map<std::string, std::vector<std::string>> resolve(const std::vector<std::string>& hosts,
                                                        Seconds patience) {
  const auto lookups = std::make_shared<Lookups>();
  lookups->hosts = hosts;
  for (size_t i = 0; i < std::min(kLookupsAtOnce, hosts.size()); ++i) {
    std::thread([lookups] { look_up(lookups); }).detach();
  }
  std::unique_lock lock(lookups->mutex);
  lookups->over.wait_for(lock, patience, [&] { return lookups->done == hosts.size(); });
  return lookups->found;
}

}  // namespace dekko
