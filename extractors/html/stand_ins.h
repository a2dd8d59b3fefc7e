// What of a page Gumbo does not read, and where it belongs. Gumbo's time goes by characters, and what is in a
// text, a script, a comment or a tag's attributes changes nothing in the shape of the tree; so for each it
// gets one character of a private plane, or of white space, or nothing at all, and the tree gets the
// stretches back when it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/html/tag_octets.h"

namespace dekko {

class StandIns {
 public:
  enum class Kind : uint8_t { kText, kRaw, kComment, kValue, kName };
  struct Stretch {
    uint32_t begin;  // in the page
    uint32_t size;
    Kind kind;
  };
  // What is known by its place alone: a run of white space in the page, or a tag's in attributes().
  struct Hidden {
    uint32_t at;  // of its form feed, of the tag's "<": in what Gumbo reads
    uint32_t begin;
    uint32_t size;
    bool in_svg = false;  // attributes that may also stand in svg
  };

  // Whether a page says nothing that could be taken for a stand-in: no character of planes 15 and 16, no form
  // feed, also not as a character reference, and none that Gumbo would replace (controls, noncharacters).
  static bool may_stand_in(std::string_view page);

  // Appends the stand-in. False when all of them are used: the stretch then has to go in as it is.
  bool put(Kind kind, size_t begin, size_t size, std::string& out);

  // The name of an attribute: the same name in any case always has the same stand-in.
  bool put_name(std::string_view page, size_t begin, size_t size, std::string& out);

  // White space stands for white space: a form feed for the run.
  void put_blank(size_t begin, size_t size, std::string& out);
  // All of a tag, no name twice. `tag`: where its "<" stands in what Gumbo reads.
  void hide_attributes(size_t tag, std::span<const TagAttribute> attributes, bool in_svg);

  // The stretch whose stand-in `text` begins with, in kOctets octets; null where it begins with none.
  static constexpr size_t kOctets = 4;
  const Stretch* stretch_at(std::string_view text) const;
  bool empty() const { return stretches_.empty() && blanks_.empty() && tags_.empty(); }
  // By their places.
  const std::vector<Hidden>& blanks() const { return blanks_; }
  const std::vector<Hidden>& tags() const { return tags_; }
  const std::vector<TagAttribute>& attributes() const { return attributes_; }
  const std::vector<Stretch>& all() const { return stretches_; }
  // How many of them stand for text, raw text and comments: a parser may lose none.
  size_t kept() const { return kept_; }

 private:
  std::vector<Stretch> stretches_;
  std::vector<Hidden> blanks_;
  std::vector<Hidden> tags_;
  std::vector<TagAttribute> attributes_;
  std::unordered_map<std::string, uint32_t> names_;  // in lower case
  size_t kept_ = 0;
};

}  // namespace dekko
