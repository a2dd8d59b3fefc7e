#include "app/roff.h"

#include <fmt/format.h>

namespace dekko::roff {

std::string text(std::string_view plain) {
  std::string escaped;
  for (const char c : plain) {
    switch (c) {
      case '\\':
        escaped += "\\e";
        break;
      case '-':
        escaped += "\\-";
        break;
      case '\'':
        escaped += "\\(aq";
        break;
      case '`':
        escaped += "\\(ga";
        break;
      case '^':
        escaped += "\\(ha";
        break;
      case '~':
        escaped += "\\(ti";
        break;
      case '"':
        escaped += "\\(dq";
        break;
      case '\n':
        escaped += ' ';
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string bold(std::string_view plain) {
  return "\\fB" + text(plain) + "\\fR";
}

std::string slanted(std::string_view plain) {
  return "\\fI" + text(plain) + "\\fR";
}

Page::Page(std::string_view name, int section, std::string_view foot)
    : markup_(fmt::format(".TH \"{}\" {} \"\" \"{}\"\n", text(name), section, text(foot))) {}

void Page::section(std::string_view title) {
  markup_ += fmt::format(".SH \"{}\"\n", text(title));
  below_title_ = true;
}

void Page::subsection(std::string_view title) {
  markup_ += fmt::format(".SS \"{}\"\n", text(title));
  below_title_ = true;
}

void Page::paragraph(std::string_view body) {
  apart();
  line(body);
}

void Page::entry(std::string_view term, std::string_view body) {
  markup_ += ".TP\n";
  line(term);
  line(body);
}

void Page::lines(const std::vector<std::string>& plain) {
  apart();
  markup_ += ".nf\n";
  for (const std::string& one : plain) line(text(one));
  markup_ += ".fi\n";
}

// A line that begins so would be a request.
void Page::line(std::string_view body) {
  if (body.starts_with('.') || body.starts_with('\'')) markup_ += "\\&";
  markup_ += fmt::format("{}\n", body);
  below_title_ = false;
}

void Page::apart() {
  if (!below_title_) markup_ += ".PP\n";
}

}  // namespace dekko::roff
