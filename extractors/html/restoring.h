// Stretches of a thinned page put back into its tree, and the proof that the thinning had read the page as
// Gumbo did.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

#include "extractors/html/arena.h"
#include "extractors/html/stand_ins.h"
#include "extractors/html/tag_octets.h"

namespace dekko {

// Feed it every node of the tree, then ask complete(). If a stretch was taken for text but Gumbo read a
// script there, its stand-in lies where none of its kind may lie, or is lost, and the tree is worth nothing.
class Restoring {
 public:
  // All must outlive the tree: it will point into the page.
  Restoring(std::string& page, const StandIns& stand_ins, Arena& arena)
      : page_(page), stand_ins_(stand_ins), arena_(arena), active_(!stand_ins.empty()) {}

  void restore(GumboNode* node);

  // Whether each stretch lies where its kind may lie and none is lost. Only if so is the page cut up into the
  // strings that the tree now points to; otherwise it is as it was.
  bool complete();
  // Whether the arena had no room for a text.
  bool full() const { return full_; }

 private:
  const char* restored(std::string_view text, const GumboNode* node);
  bool belongs(StandIns::Kind kind, const GumboNode* node) const;
  const char* restored_whole(const char* text, StandIns::Kind kind);
  void restore_attributes(GumboElement& element);
  const StandIns::Stretch* hidden_attributes(const GumboElement& element);
  void append(const StandIns::Stretch& stretch, std::string& text) const;
  void cut(size_t begin, size_t end, StandIns::Kind kind);
  bool make_room(GumboElement& element, size_t count);
  void list_attributes(const StandIns::Stretch& stretch, GumboElement& element);

  std::string& page_;
  const StandIns& stand_ins_;
  Arena& arena_;
  bool active_;
  std::vector<TagAttribute> listed_;  // where the page is to be cut up
  bool misplaced_ = false;
  bool full_ = false;
  size_t found_ = 0;
};

}  // namespace dekko
