// Stretches of a thinned page put back into its tree, and the proof that the thinning had read the page as
// Gumbo did.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/html/arena.h"
#include "extractors/html/stand_ins.h"
#include "extractors/html/tag_octets.h"

namespace dekko {

// Feed it every node of the tree, then ask complete(). If a stretch was taken for text but Gumbo read a
// script there, its stand-in lies where none of its kind may lie, or is lost, and the tree is worth nothing.
class Restoring {
 public:
  // `read`: the thinned page, in which the tree's places lie. All must outlive the tree: it will point into
  // the page.
  Restoring(std::string& page, std::string_view read, const StandIns& stand_ins, Arena& arena)
      : page_(page),
        read_(read),
        stand_ins_(stand_ins),
        arena_(arena),
        active_(!stand_ins.empty()),
        tags_met_(stand_ins.tags().size()) {}

  void restore(GumboNode* node);

  // Whether each stretch lies where its kind may lie and none is lost. Only if so is the page cut up into the
  // strings that the tree now points to; otherwise it is as it was.
  bool complete();
  // Whether the arena had no room for a text.
  bool full() const { return full_; }

 private:
  // Of a text: what stands in the page, and between that what Gumbo read.
  struct Piece {
    std::string_view text;
    size_t begin = 0;  // in the page
    std::optional<StandIns::Kind> kind = std::nullopt;
  };
  // What is left in the page for a string of the tree to point to.
  struct Cut {
    size_t begin, end;
    StandIns::Kind kind;
  };

  bool shows_stand_in(const char* text);
  void restore_text(GumboNode* node);
  void take_apart(const GumboText& text);
  const StandIns::Hidden* next_blank(size_t end);
  bool is_before(size_t blank, size_t end) const;
  static size_t first_from(size_t place, const std::vector<StandIns::Hidden>& hidden, size_t probable);
  bool belongs(StandIns::Kind kind, const GumboNode* node) const;
  std::optional<Cut> one_cut(bool is_text) const;
  std::string joined() const;
  const char* kept(const std::string& text);
  const char* restored_whole(const char* text, StandIns::Kind kind);
  void cut(const Cut& cut);

  void restore_attributes(GumboElement& element);
  const StandIns::Hidden* hidden_attributes(const GumboElement& element);
  bool make_room(GumboElement& element, size_t count);
  void list_attributes(const StandIns::Hidden& hidden, GumboElement& element);

  std::string& page_;
  std::string_view read_;
  const StandIns& stand_ins_;
  Arena& arena_;
  bool active_;
  std::vector<Piece> pieces_;  // of the text at hand
  std::vector<Cut> cuts_;
  size_t next_blank_ = 0, next_tag_ = 0;  // probably the next to be met
  std::vector<bool> tags_met_;
  size_t stretches_found_ = 0, tags_found_ = 0;
  bool shows_tag_ = false;  // somewhere a tag was read as text
  bool misplaced_ = false;
  bool full_ = false;
};

}  // namespace dekko
