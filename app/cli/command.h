// A command as the command line knows it: a name, one line, a lesson, its options, and what it does.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <vector>

#include "app/exit_code.h"

namespace dekko {

struct Command {
  std::string name;
  std::string summary;  // one line for `dekko --help`
  std::string lesson;   // examples below the command's own --help
  // Adds the options to `app` and returns what to do once they are parsed.
  std::function<std::function<ExitCode()>(CLI::App& app)> declare;
};

// Each command's file declares one.
Command crawl_command();
Command replay_command();
Command extract_command();
Command select_command();
Command robots_command();
Command profile_command();
Command reextract_command();
Command status_command();
Command show_command();
Command search_command();
Command export_command();
Command snapshot_command();
Command report_command();
Command archive_command();
Command verify_command();
Command rebuild_command();
Command manual_command();
Command completion_command();

}  // namespace dekko
