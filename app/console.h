// Where words go: results to standard output, everything else to standard error. What comes from outside is made
// harmless before a terminal sees it. Tests read what was written through streams of their own.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

enum class Loudness { kQuiet, kNormal, kVerbose };

class Console {
 public:
  // terminal: whether `err` is one; only then there is a progress line.
  Console(std::ostream& out, std::ostream& err, Loudness loudness, bool terminal)
      : out_(out), err_(err), loudness_(loudness), terminal_(terminal) {}

  // On the process's own streams.
  static Console standard(Loudness loudness);

  // A line, or lines, of the command's result.
  void result(std::string_view text);
  // The command's result where it is no text of ours: as it is, to the last octet.
  void octets(std::string_view octets);
  // Something worth knowing; not when quiet.
  void say(std::string_view text);
  // Something for whoever asked for more.
  void detail(std::string_view text);
  void warn(std::string_view text);
  // Always shown: "dekko: context: detail; cure".
  void complain(const Error& error);

  // Whether progress() does anything.
  bool shows_progress() const { return terminal_ && !quiet(); }
  // Replaces the progress line; nothing where there is no terminal or when quiet.
  void progress(std::string_view line);
  void end_progress();

  bool quiet() const { return loudness_ == Loudness::kQuiet; }
  // False once standard output could not be written: a full disk or a closed pipe.
  bool result_written() const;

 private:
  void line(std::string_view text);

  std::ostream& out_;
  std::ostream& err_;
  Loudness loudness_;
  bool terminal_;
  bool progress_shown_ = false;
};

// Control characters (terminal escapes above all) become U+FFFD; line feeds stay.
std::string harmless(std::string_view text);

}  // namespace dekko
