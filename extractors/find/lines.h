// A card as its reader sees it: visual lines, each in the pieces that its elements make, and the pictures
// between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/url.h"
#include "extractors/find/blocks.h"

namespace dekko {

// Text under one element. An element that only changes letters (em, b) makes no piece of its own.
struct Piece {
  std::string text;
  Node element;        // the innermost element that holds it all
  std::string link;    // absolute address of the link it stands in; empty for none
  Node time;           // the <time> it stands in, or what else tells machines a date; null for none
  bool glued = false;  // no white space before it
};

struct Line {
  std::string text;
  std::vector<Piece> pieces;
  bool in_heading = false;
  bool in_title_link = false;  // all of it stands in links to the card's own address
};

struct Picture {
  Node image;
  std::string alt;
  std::string link;  // absolute address of the link it stands in; empty for none
  size_t line = 0;   // how many lines stand before it
};

struct CardLines {
  std::vector<Line> lines;
  std::vector<Picture> pictures;
  std::vector<std::string> titles;  // title attributes of headings and of links to the card's own address
  std::vector<std::string> authors = {};  // names that the mark-up calls its author's, at most limits::kBylines
  std::string published = {};             // a date that it only tells machines, as written
};

// Lines end where a block, a table cell, a heading or a link to the card's own address begins or ends, and at
// <br>.
CardLines lines_of_card(const Block& block, const Url& base);

}  // namespace dekko
