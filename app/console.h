// Where words go: results to standard output, everything else to standard error. What comes from outside is
// made harmless before a terminal sees it. Tests read what was written through streams of their own.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

enum class Loudness { kQuiet, kNormal, kVerbose };

class Console {
 public:
  // terminal: whether `err` is one; only then there is a progress line. out_terminal: whether `out` is one.
  Console(std::ostream& out, std::ostream& err, Loudness loudness, bool terminal, bool out_terminal = false)
      : out_(out), err_(err), loudness_(loudness), terminal_(terminal), out_terminal_(out_terminal) {}

  // On the process's own streams.
  static Console standard(Loudness loudness);

  // A line, or lines, of the command's result: to the last octet, but harmless on a terminal, where tabs and
  // line ends stay.
  void result(std::string_view text);
  // The same, where the text is harmless and has colours.
  void painted(std::string_view text);
  // The command's result where it is no text of ours: no line end is added.
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
  void progress(std::string_view text);
  void end_progress();

  bool quiet() const { return loudness_ == Loudness::kQuiet; }
  // False once standard output could not be written: a full disk or a closed pipe.
  bool result_written() const;

 private:
  void line(std::string_view text);
  std::string for_out(std::string_view text) const;

  std::ostream& out_;
  std::ostream& err_;
  Loudness loudness_;
  bool terminal_, out_terminal_;
  bool progress_shown_ = false;
};

// Control characters (terminal escapes above all), what turns the direction of text (UAX #9: U+202A to
// U+202E, U+2066 to U+2069) and what is no UTF-8 become U+FFFD; line feeds stay.
std::string harmless(std::string_view text);

}  // namespace dekko
