// A command line as data: what man pages and completion are made from, so that neither can differ from what
// is parsed.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dekko {

// An option, or a place for a word that belongs to none.
struct Argument {
  std::vector<std::string> names = {};  // with their dashes, short ones first; none for a place
  // What it takes, "" for a flag: alternatives with | between, each a kind in capitals or a word to be typed
  // as it is.
  std::string type = {};
  std::string help = {};
  std::string environment = {};  // the variable that stands for it, if there is one
  bool required = false, many = false;
};

struct Grammar {
  std::string path = {};     // "dekko profile check"
  std::string summary = {};  // one line
  std::string lesson = {};   // as below --help: paragraphs, those with an indented part being examples
  std::vector<Argument> options = {}, places = {};
  std::vector<Grammar> commands = {};

  // The last word of the path.
  std::string name() const { return path.substr(path.rfind(' ') + 1); }
  const Argument* option(const std::string& name) const;
  const Grammar* command(const std::string& name) const;
};

// "NAME|FILE" is NAME and FILE.
std::vector<std::string> alternatives(const std::string& type);
// FILE is one; csv is a word to be typed as it is.
bool is_kind(const std::string& alternative);

}  // namespace dekko
