#include <unistd.h>

#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/cli/command_line.h"

namespace {

int give_up(const char* why, const char* what) {
  std::cerr << "dekko: " << why << what << '\n';
  return 1;
}

// Where not even an exception can be made or caught, the program ends as a kill would end it: what is on disk
// is whole, and no memory is asked for to say so.
[[noreturn]] void end_at_once() {
  static constexpr std::string_view kWords =
      "dekko: ended at once, for want of memory or by a fault of its own; run it again to go on\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kWords.data(), kWords.size());
  _exit(1);
}

}  // namespace

int main(int argc, char** argv) {
  std::set_terminate(end_at_once);
  try {
    return static_cast<int>(dekko::run_command_line(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const std::bad_alloc&) {
    return give_up("the machine has no memory left; once it has, run it again to go on", "");
  } catch (const std::system_error& error) {
    return give_up("the machine refuses what dekko needs; once it grants it, run it again to go on: ",
                   error.what());
  } catch (const std::exception& error) {
    return give_up("a fault in dekko itself: ", error.what());
  }
}
