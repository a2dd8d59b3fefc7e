#include "app/console.h"

#include <unistd.h>

#include <iostream>

namespace dekko {

Console Console::standard(Loudness loudness) {
  return Console(std::cout, std::cerr, loudness, isatty(STDERR_FILENO) == 1);
}

void Console::result(std::string_view text) {
  end_progress();
  out_ << text;
  if (!text.ends_with('\n')) out_ << '\n';
}

void Console::line(std::string_view text) {
  end_progress();
  err_ << harmless(text) << '\n';
}

void Console::octets(std::string_view octets) {
  end_progress();
  out_.write(octets.data(), std::streamsize(octets.size()));
}

void Console::say(std::string_view text) {
  if (!quiet()) line(text);
}

void Console::detail(std::string_view text) {
  if (loudness_ == Loudness::kVerbose) line(text);
}

void Console::warn(std::string_view text) { line("dekko: " + std::string(text)); }

void Console::complain(const Error& error) { line("dekko: " + error.message()); }

void Console::progress(std::string_view text) {
  if (!terminal_ || quiet()) return;
  err_ << "\r\x1b[K" << harmless(text) << std::flush;
  progress_shown_ = true;
}

void Console::end_progress() {
  if (progress_shown_) err_ << "\r\x1b[K" << std::flush;
  progress_shown_ = false;
}

bool Console::result_written() const {
  out_.flush();
  return out_.good();
}

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F || c1) {
      out += "\xEF\xBF\xBD";
      if (c1) ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace dekko
