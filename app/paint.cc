#include "app/paint.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

namespace dekko {

namespace {

std::string coloured(const char* code, std::string_view text) {
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace

std::string Paint::strong(std::string_view text) const {
  return colour ? coloured("1", text) : std::string(text);
}

std::string Paint::hit(std::string_view text) const {
  return colour ? coloured("1;33", text) : fmt::format("[{}]", text);
}

std::string Paint::gone(std::string_view text) const {
  return colour ? coloured("31;9", text) : fmt::format("[-{}-]", text);
}

std::string Paint::added(std::string_view text) const {
  return colour ? coloured("32", text) : fmt::format("{{+{}+}}", text);
}

Paint result_paint() {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool unwanted = no_colour != nullptr && *no_colour != '\0';
  return {.colour = isatty(STDOUT_FILENO) == 1 && !unwanted};
}

}  // namespace dekko
