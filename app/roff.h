// The mark-up of man pages (man(7)), as much of it as they need. Text is any UTF-8; what the mark-up would
// take for its own in it is escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dekko::roff {

// Pieces of a line. "-" and quotes stay those that can be copied from the page and typed.
std::string text(std::string_view plain);
std::string bold(std::string_view plain);
std::string slanted(std::string_view plain);

// A page that is written from top to bottom. Titles are plain text; what is called `body` or `term` is made
// of the pieces above.
class Page {
 public:
  // foot: whose page it is, "dekko 0.1.0".
  Page(std::string_view name, int section, std::string_view foot);

  void section(std::string_view title);
  void subsection(std::string_view title);
  void paragraph(std::string_view body);
  void entry(std::string_view term, std::string_view body);  // body indented below the term
  // Lines as they are, one below the other.
  void lines(const std::vector<std::string>& plain);

  const std::string& markup() const { return markup_; }

 private:
  void line(std::string_view body);
  void apart();

  std::string markup_;
  bool below_title_ = false;
};

}  // namespace dekko::roff
