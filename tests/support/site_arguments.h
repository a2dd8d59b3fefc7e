// The command line of dekko-site.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "tests/support/newspaper.h"

namespace dekko::site {

struct SiteArguments {
  SiteOptions site;
  int port = 0;
  std::string log_file = {};
  std::string dump_folder = {};  // write the pages there and end, instead of serving them
  bool until_stdin_closes = false;
  bool help = false;
};

// Without the program's name. Options are "--name value" or "--name=value".
Result<SiteArguments> parse_arguments(const std::vector<std::string>& words);

std::string usage();

}  // namespace dekko::site
