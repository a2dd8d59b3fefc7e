#include "app/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace dekko {

namespace {

// A signal handler can reach only what is global; one process has one user to be interrupted by.
int pipe_ends[2] = {-1, -1};

extern "C" void on_signal(int number) {
  const char byte = 1;
  [[maybe_unused]] const ssize_t written = write(pipe_ends[1], &byte, 1);
  std::signal(number, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action = {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

bool Interrupt::happened() const { return sleep(Seconds(0)); }

int Interrupt::fd() const { return pipe_ends[0]; }

bool Interrupt::sleep(Seconds time) const {
  static constexpr double kLongestPoll = 3600;
  const SystemClock clock;
  const Seconds end = clock.steady() + time;
  for (;;) {
    const double left = std::clamp((end - clock.steady()).count(), 0.0, kLongestPoll);
    pollfd waiting = {pipe_ends[0], POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(left * 1000 + 0.999)) > 0) return true;
    if (clock.steady() >= end) return false;
  }
}

}  // namespace dekko
