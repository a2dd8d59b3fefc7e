#include "app/console.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_harmful(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// What of a table's layout `at` begins: a tab, a line's end.
size_t layout_at(std::string_view text, size_t at) {
  if (text[at] == '\t') return 1;
  return text.substr(at).starts_with("\r\n") ? 2 : 0;
}

std::string cleaned(std::string_view text, bool keeps_layout) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t layout = keeps_layout ? layout_at(text, at) : 0;
    const CodePoint c = code_point_at(text, at);
    const size_t size = std::max(layout, c.size);
    const bool kept = layout > 0 || text[at] == '\n' || !is_harmful(c.value);
    const bool is_no_text = c.value == 0xFFFD && c.size == 1;
    out += kept && !is_no_text ? text.substr(at, size) : kReplacement;
    at += size;
  }
  return out;
}

}  // namespace

Console Console::standard(Loudness loudness) {
  return Console(std::cout, std::cerr, loudness, isatty(STDERR_FILENO) == 1, isatty(STDOUT_FILENO) == 1);
}

std::string Console::for_out(std::string_view text) const {
  return out_terminal_ ? cleaned(text, true) : std::string(text);
}

void Console::result(std::string_view text) {
  painted(for_out(text));
}

void Console::painted(std::string_view text) {
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
  out_ << for_out(octets);
}

void Console::say(std::string_view text) {
  if (!quiet()) line(text);
}

void Console::detail(std::string_view text) {
  if (loudness_ == Loudness::kVerbose) line(text);
}

void Console::warn(std::string_view text) {
  line("dekko: " + std::string(text));
}

void Console::complain(const Error& error) {
  line("dekko: " + error.message());
}

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
  return cleaned(text, false);
}

}  // namespace dekko
