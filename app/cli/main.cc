#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(dekko::run_command_line(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const std::exception& error) {
    std::cerr << "dekko: a fault in dekko itself: " << error.what() << '\n';
    return 1;
  }
}
