#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "app/cli/command_line.h"

namespace {

int give_up(const char* why, const char* what) {
  std::cerr << "dekko: " << why << what << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
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
