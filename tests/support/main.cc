// dekko-site: the loopback listing site as a program, for the demo, the end-to-end tests and people.
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cstdio>

#include "tests/support/site_arguments.h"
#include "tests/support/site_server.h"
#include "tests/support/static_site.h"

namespace {

using namespace dekko;

int complain(const Error& error) {
  fmt::print(stderr, "dekko-site: {}\n", error.message());
  return error.code == ErrorCode::kUsage ? 2 : 1;
}

// Blocked before any thread starts, so that the signals arrive here and nowhere else.
int open_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

bool stdin_ended() {
  char buffer[256];
  return read(STDIN_FILENO, buffer, sizeof buffer) <= 0;
}

void wait_for_the_end(int signals, bool watch_stdin) {
  pollfd watched[] = {{.fd = signals, .events = POLLIN, .revents = 0},
                      {.fd = watch_stdin ? STDIN_FILENO : -1, .events = POLLIN, .revents = 0}};
  while (true) {
    if (poll(watched, 2, -1) < 0) continue;
    if (watched[0].revents != 0) return;
    if (watched[1].revents != 0 && stdin_ended()) return;
  }
}

int serve(const site::SiteArguments& arguments) {
  int signals = open_stop_signals();
  auto server = site::SiteServer::start(arguments.site, arguments.port, arguments.log_file);
  if (!server) return complain(server.error());
  fmt::print("{}\n", (*server)->listing());
  std::fflush(stdout);
  wait_for_the_end(signals, arguments.until_stdin_closes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Result<site::SiteArguments> arguments = site::parse_arguments({argv + 1, argv + argc});
  if (!arguments) return complain(arguments.error());
  if (arguments->help) {
    fmt::print("{}", site::usage());
    return 0;
  }
  if (arguments->dump_folder.empty()) return serve(*arguments);
  Result<void> written = site::write_static(site::Newspaper(arguments->site), arguments->dump_folder);
  return written ? 0 : complain(written.error());
}
