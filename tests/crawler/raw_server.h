// A loopback TCP server that sends exact octets, one script a connection, for answers no proper server would
// give.
#pragma once

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace dekko {

class RawServer {
 public:
  // What follows once everything is sent: an orderly close, a wait until the client closes, or a reset.
  enum class End { kClose, kHold, kReset };

  struct Script {
    std::string greeting = {};              // sent at once, before anything is read
    std::vector<std::string> answers = {};  // each sent once the head of a request was read
    End end = End::kClose;
  };

  // Connections take the scripts in order; when there are none left, the last one again.
  explicit RawServer(std::vector<Script> scripts);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& target = "/") const;
  // The heads of all requests so far.
  std::vector<std::string> requests() const;
  int connections() const;

 private:
  void serve();
  void play(int connection, const Script& script);

  std::vector<Script> scripts_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;  // of all below
  std::vector<std::string> requests_;
  int connections_ = 0;
  int connection_ = -1;  // under way
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace dekko
