#include "tests/support/site_server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "tests/support/delivery.h"
#include "tests/support/http_date.h"
#include "tests/support/pager.h"

namespace dekko::site {
namespace {

constexpr const char* kHost = "127.0.0.1";

int peer_port(int fd) {
  sockaddr_in peer{};
  socklen_t size = sizeof peer;
  if (getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0 || peer.sin_family != AF_INET)
    return -1;
  return ntohs(peer.sin_port);
}

int own_port(int fd) {
  sockaddr_in own{};
  socklen_t size = sizeof own;
  if (getsockname(fd, reinterpret_cast<sockaddr*>(&own), &size) != 0 || own.sin_family != AF_INET) return -1;
  return ntohs(own.sin_port);
}

// Ends the connection from under httplib, which has no way to leave a request without an answer and does not
// hand out its sockets.
void cut_connection(const httplib::Request& request) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    int fd = std::stoi(entry.path().filename());
    if (own_port(fd) == request.local_port && peer_port(fd) == request.remote_port) shutdown(fd, SHUT_RDWR);
  }
}

}  // namespace

class SiteServer::Impl {
 public:
  explicit Impl(SiteOptions options) : newspaper_(std::move(options)) {}

  ~Impl() {
    stopping_ = true;
    if (!thread_.joinable()) return;
    http_.stop();
    thread_.join();
  }

  Result<void> listen(int port, const std::string& log_file);
  int port() const { return port_; }
  const SiteOptions& options() const { return newspaper_.options(); }

  template <class Act>
  void with_newspaper(Act act) {
    std::lock_guard lock(mutex_);
    act(newspaper_);
  }

  std::vector<Visit> visits() const {
    std::lock_guard lock(mutex_);
    return visits_;
  }

 private:
  void answer(const httplib::Request& request, httplib::Response& response);
  void record(const httplib::Request& request, int status);
  void write(const std::string& octets, Reply::Delivery delivery, httplib::DataSink& sink) const;
  void drip(const std::string& octets, httplib::DataSink& sink) const;
  void write_slowly(const std::string& octets, httplib::DataSink& sink) const;

  mutable std::mutex mutex_;  // over newspaper_, visits_, log_
  Newspaper newspaper_;
  std::vector<Visit> visits_;
  std::ofstream log_;
  std::atomic<bool> stopping_ = false;
  httplib::Server http_;
  std::thread thread_;
  int port_ = 0;
};

Result<void> SiteServer::Impl::listen(int port, const std::string& log_file) {
  if (!log_file.empty()) log_.open(log_file, std::ios::trunc);
  if (!log_file.empty() && !log_) return Error{ErrorCode::kIo, log_file, "cannot be written"};
  // httplib's own choice is SO_REUSEPORT, with which two sites would share a port.
  http_.set_socket_options([](int fd) {
    int yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  http_.set_tcp_nodelay(true);
  http_.set_keep_alive_max_count(1000);
  http_.set_keep_alive_timeout(1);
  http_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
    answer(request, response);
  });
  port_ = port == 0 ? http_.bind_to_any_port(kHost) : (http_.bind_to_port(kHost, port) ? port : -1);
  if (port_ <= 0)
    return Error{ErrorCode::kIo, fmt::format("{}:{}", kHost, port), "cannot listen there", "try --port 0"};
  thread_ = std::thread([this] { http_.listen_after_bind(); });
  while (!http_.is_running()) std::this_thread::yield();  // a stop() before that would be lost
  return {};
}

void SiteServer::Impl::answer(const httplib::Request& request, httplib::Response& response) {
  Ask ask{.path = request.path,
          .if_none_match = request.get_header_value("If-None-Match"),
          .if_modified_since = request.get_header_value("If-Modified-Since")};
  if (size_t mark = request.target.find('?'); mark != std::string::npos)
    ask.query = request.target.substr(mark + 1);
  Reply reply;
  {
    std::lock_guard lock(mutex_);
    reply = newspaper_.reply(ask);
    record(request, reply.delivery == Reply::Delivery::kDrop ? 0 : reply.status);
  }
  if (reply.delivery == Reply::Delivery::kDrop) return cut_connection(request);

  bool accepts_gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
  Wire wire = on_wire(reply, options(), accepts_gzip);
  response.status = reply.status;
  response.set_header("Server", "dekko-site");
  response.set_header("Date",
                      http_date(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())));
  for (const auto& [name, value] : wire.headers) response.set_header(name, value);
  if (reply.status == 304) return;
  if (wire.then_close) response.set_header("Connection", "close");
  response.set_content_provider(
      reply.type, [this, wire = std::move(wire), delivery = reply.delivery](size_t, httplib::DataSink& sink) {
        write(wire.octets, delivery, sink);
        sink.done();
        return !wire.then_close;
      });
}

void SiteServer::Impl::record(const httplib::Request& request, int status) {
  Visit visit{.at = SystemClock{}.now(),
              .target = request.target,
              .status = status,
              .user_agent = request.get_header_value("User-Agent")};
  if (log_.is_open())
    log_ << fmt::format("{}\t{}\t{}\t{}\n", to_text_ms(visit.at), visit.target, visit.status,
                        visit.user_agent)
         << std::flush;
  visits_.push_back(std::move(visit));
}

void SiteServer::Impl::write(const std::string& octets, Reply::Delivery delivery,
                             httplib::DataSink& sink) const {
  if (delivery == Reply::Delivery::kSlow) return write_slowly(octets, sink);
  if (delivery == Reply::Delivery::kDrip) return drip(octets, sink);
  if (!sink.write(octets.data(), octets.size()) || delivery != Reply::Delivery::kEndless) return;
  while (!stopping_ && sink.write(octets.data(), octets.size())) {
  }
}

void SiteServer::Impl::drip(const std::string& octets, httplib::DataSink& sink) const {
  constexpr int kLooks = 20;  // a second, at whether the server is to end
  for (size_t at = 0; !stopping_ && sink.write(&octets[at % octets.size()], 1); ++at) {
    for (int i = 0; i < kLooks && !stopping_; ++i)
      std::this_thread::sleep_for(std::chrono::seconds(1) / kLooks);
  }
}

void SiteServer::Impl::write_slowly(const std::string& octets, httplib::DataSink& sink) const {
  constexpr size_t kPieces = 20;
  size_t piece = octets.size() / kPieces + 1;
  for (size_t at = 0; at < octets.size() && !stopping_; at += piece) {
    std::this_thread::sleep_for(options().slow_time / kPieces);
    if (!sink.write(octets.data() + at, std::min(piece, octets.size() - at))) return;
  }
}

Result<std::unique_ptr<SiteServer>> SiteServer::start(SiteOptions options, int port,
                                                      const std::string& log_file) {
  auto impl = std::make_unique<Impl>(std::move(options));
  if (Result<void> listening = impl->listen(port, log_file); !listening) return listening.error();
  return std::make_unique<SiteServer>(std::move(impl));
}

SiteServer::SiteServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SiteServer::~SiteServer() = default;

std::string SiteServer::origin() const {
  return fmt::format("http://{}:{}", kHost, impl_->port());
}

std::string SiteServer::listing() const {
  return listing_page(1);
}

std::string SiteServer::listing_page(int page) const {
  return origin() + page_path(impl_->options().slug, page);
}

std::vector<Visit> SiteServer::visits() const {
  return impl_->visits();
}

void SiteServer::apply(const Change& change) {
  impl_->with_newspaper([&](Newspaper& newspaper) { newspaper.apply(change); });
}

void SiteServer::add_fault(FaultRule rule) {
  impl_->with_newspaper([&](Newspaper& newspaper) { newspaper.add_fault(rule); });
}

void SiteServer::set_robots(std::string text, int status) {
  impl_->with_newspaper([&](Newspaper& newspaper) { newspaper.set_robots(std::move(text), status); });
}

}  // namespace dekko::site
