// Code points that stand for stretches of a page while Gumbo reads it. Gumbo's time goes by characters, and
// what is in a text, a script, a comment or an attribute value changes nothing in the shape of the tree; so
// it gets one character of a private plane for each, and the tree gets the stretches back when it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dekko {

class StandIns {
 public:
  // kAttributes: all of a tag's; kAnyAttributes: such as are known to stand in svg.
  enum class Kind : uint8_t { kText, kRaw, kComment, kValue, kName, kAttributes, kAnyAttributes };
  struct Stretch {
    uint32_t begin;  // in the page
    uint32_t size;
    Kind kind;
  };

  // Whether a page says nothing that could be taken for a stand-in: no character of planes 15 and 16, no form
  // feed, also not as a character reference, and none that Gumbo would replace (controls, noncharacters).
  static bool may_stand_in(std::string_view page);

  // Appends the stand-in. False when all of them are used: the stretch then has to go in as it is.
  bool put(Kind kind, size_t begin, size_t size, std::string& out);

  // The name of an attribute: the same name in any case always has the same stand-in.
  bool put_name(std::string_view page, size_t begin, size_t size, std::string& out);

  // White space stands for white space: a form feed and three others, which name one of 27 runs. False as
  // above.
  bool put_blank(std::string_view run, std::string& out);

  // The stretch whose stand-in `text` begins with, in kOctets octets; null where it begins with none.
  static constexpr size_t kOctets = 4;
  const Stretch* stretch_at(std::string_view text) const;
  // The same for a run of white space.
  const std::string* blank_at(std::string_view text) const;

  bool empty() const { return stretches_.empty() && blanks_.empty(); }
  const std::vector<Stretch>& all() const { return stretches_; }
  // How many of them stand for text, raw text and comments: a parser may lose none.
  size_t kept() const { return kept_; }

 private:
  std::vector<Stretch> stretches_;
  std::vector<std::string> blanks_;
  std::unordered_map<std::string, uint32_t> names_;  // in lower case
  size_t kept_ = 0;
};

}  // namespace dekko
