// A page as a tree, parsed by the standard's algorithm (WHATWG HTML section 13.2) into an arena of its own:
// freeing the document drops the arena, and nothing recurses over the tree however deep it is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

struct GumboInternalNode;  // Gumbo stays in this room

namespace dekko {

// A borrowed place in a Document: a pointer, cheap to copy, valid as long as its Document. A default Node is
// null and answers every question with "nothing".
class Node {
 public:
  Node() = default;
  explicit Node(const GumboInternalNode* raw) : raw_(raw) {}

  explicit operator bool() const { return raw_ != nullptr; }
  bool operator==(const Node& other) const { return raw_ == other.raw_; }

  bool is_element() const;
  bool is_text() const;           // text, white space and CDATA
  std::string_view tag() const;   // lower case, in svg as the standard has it; empty if no element
  bool is_html() const;           // false inside svg and math
  std::string_view text() const;  // of a text node itself
  std::optional<std::string_view> attribute(std::string_view name) const;  // lower case
  std::vector<std::pair<std::string_view, std::string_view>> attributes() const;
  bool has_attributes() const;

  Node parent() const;  // null at the document
  Node first_child() const;
  Node last_child() const;
  Node next_sibling() const;
  Node previous_sibling() const;
  Node next_element() const;  // the next sibling that is an element

  // The next node in document order inside `root`; null at the end. `skip_children` leaves this node's
  // subtree out.
  Node next_in(Node root, bool skip_children = false) const;

  const GumboInternalNode* raw() const { return raw_; }

 private:
  const GumboInternalNode* raw_ = nullptr;
};

class Document {
 public:
  // `utf8` must be valid UTF-8 (extractors/text/charset.h sees to it). Fails with kLimit, naming the limit,
  // for pages over limits::kNodes, kDepth or kAttributes. Both readings give the same tree: the thinned one
  // gives Gumbo a character for each text, script and attribute value, the whole one is there to hold it
  // against.
  enum class Reading { kThinned, kWhole };
  static Result<Document> parse(std::string utf8, Reading reading = Reading::kThinned);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Node root() const;  // the document node
  Node html() const;  // its root element
  Node head() const;
  Node body() const;

 private:
  struct Tree;
  explicit Document(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

// Whether an attribute's words (HTML section 2.3.7) have this one among them.
bool has_word(std::string_view words, std::string_view word);

// The mark-up of a node and what is in it, as the standard serialises it (WHATWG HTML section 13.3).
std::string to_html(Node node);

}  // namespace dekko
