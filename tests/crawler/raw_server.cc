#include "tests/crawler/raw_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace dekko {

namespace {

constexpr timeval kPatience{.tv_sec = 20,
                            .tv_usec = 0};  // a test that hangs fails, it does not hang the runner
constexpr size_t kLongestHead = 1 << 20;

int listen_on_loopback(int& port) {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener, any, size) != 0 || listen(listener, 16) != 0 || getsockname(listener, any, &size) != 0) {
    throw std::runtime_error("no loopback port to listen on");
  }
  port = ntohs(address.sin_port);
  return listener;
}

// Up to and with the empty line; empty if the client went away first.
std::string read_head(int connection) {
  std::string head;
  char octet = 0;
  while (!head.ends_with("\r\n\r\n")) {
    if (head.size() > kLongestHead || recv(connection, &octet, 1, 0) != 1) return {};
    head += octet;
  }
  return head;
}

bool send_all(int connection, std::string_view octets) {
  while (!octets.empty()) {
    const ssize_t sent = send(connection, octets.data(), octets.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    octets.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

void wait_for_close(int connection) {
  char octets[4096];
  while (recv(connection, octets, sizeof(octets), 0) > 0) continue;
}

}  // namespace

RawServer::RawServer(std::vector<Script> scripts) : scripts_(std::move(scripts)) {
  listener_ = listen_on_loopback(port_);
  thread_ = std::thread([this] { serve(); });
}

RawServer::~RawServer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    if (connection_ >= 0) shutdown(connection_, SHUT_RDWR);
    shutdown(listener_, SHUT_RDWR);
  }
  thread_.join();
  close(listener_);
}

std::string RawServer::url(const std::string& target) const {
  return "http://127.0.0.1:" + std::to_string(port_) + target;
}

std::vector<std::string> RawServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

int RawServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

void RawServer::serve() {
  for (size_t next = 0;; next = std::min(next + 1, scripts_.size() - 1)) {
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof(kPatience));
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof(kPatience));
    {
      const std::lock_guard lock(mutex_);
      connection_ = stopping_ ? -1 : connection;
      ++connections_;
    }
    play(connection, scripts_[next]);
    const std::lock_guard lock(mutex_);
    connection_ = -1;
    close(connection);
    if (stopping_) return;
  }
}

void RawServer::play(int connection, const Script& script) {
  if (!send_all(connection, script.greeting)) return;
  for (const std::string& answer : script.answers) {
    const std::string head = read_head(connection);
    if (head.empty()) return;
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(head);
    }
    if (!send_all(connection, answer)) return;
  }
  if (script.end == End::kHold) wait_for_close(connection);
  if (script.end == End::kReset) {
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
  } else {
    // Closing with octets unread would reset the connection and could take back what was sent.
    shutdown(connection, SHUT_WR);
    wait_for_close(connection);
  }
}

}  // namespace dekko
