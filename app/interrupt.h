// SIGINT and SIGTERM as something that can be asked and waited for. The first ends the work in good order; a second
// one ends the process at once, as if dekko had never listened.
#pragma once

#include "core/moment.h"

namespace dekko {

class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool happened() const;
  // Readable once it happened, for poll().
  int fd() const;
  // Returns early, and true, when interrupted.
  bool sleep(Seconds time) const;
};

}  // namespace dekko
