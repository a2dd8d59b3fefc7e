#include "app/word_diff.h"

#include <algorithm>
#include <cstdint>

#include "extractors/text/letters.h"

namespace dekko {

namespace {

using Kind = WordEdit::Kind;

// The table of lengths then has at most 512 x 512 cells, half a megabyte; the longest real dek had 150 words.
constexpr size_t kDiffWords = 512;

struct Word {
  std::string_view text;   // to compare
  std::string_view as_is;  // with the space behind it
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    do {
      const CodePoint c = code_point_at(text, end);
      if (is_unspaced(c.value) && end > begin) break;
      end += c.size;
      if (is_unspaced(c.value)) break;
    } while (end < text.size() && text[end] != ' ');
    const size_t next = std::min(text.find_first_not_of(' ', end), text.size());
    words.push_back({text.substr(begin, end - begin), text.substr(begin, next - begin)});
    begin = next;
  }
  return words;
}

class Edits {
 public:
  void add(Kind kind, const Word& word) {
    if (kind == Kind::kKept) flush();
    std::string& text = kind == Kind::kKept ? kept_ : kind == Kind::kGone ? gone_ : added_;
    text += word.as_is;
    if (kind != Kind::kKept) flush_kept();
  }
  std::vector<WordEdit> done() {
    flush();
    flush_kept();
    return std::move(all_);
  }

 private:
  void flush_kept() { push(Kind::kKept, kept_); }
  void flush() {
    push(Kind::kGone, gone_);
    push(Kind::kAdded, added_);
  }
  void push(Kind kind, std::string& text) {
    if (!text.empty()) all_.push_back({kind, text});
    text.clear();
  }

  std::vector<WordEdit> all_;
  std::string kept_, gone_, added_;
};

// lengths[i][j]: of the longest common sequence of a from i and b from j.
void diff_middle(const std::vector<Word>& a, const std::vector<Word>& b, Edits& edits) {
  std::vector<std::vector<uint16_t>> lengths(a.size() + 1, std::vector<uint16_t>(b.size() + 1));
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      lengths[i][j] = a[i].text == b[j].text ? uint16_t(lengths[i + 1][j + 1] + 1)
                                             : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool both = i < a.size() && j < b.size();
    if (both && a[i].text == b[j].text) {
      edits.add(Kind::kKept, b[j++]);
      ++i;
    } else if (j == b.size() || (both && lengths[i + 1][j] >= lengths[i][j + 1])) {
      edits.add(Kind::kGone, a[i++]);
    } else {
      edits.add(Kind::kAdded, b[j++]);
    }
  }
}

}  // namespace

std::vector<WordEdit> word_diff(std::string_view before, std::string_view after) {
  std::vector<Word> a = words_of(before), b = words_of(after);
  const auto same = [](const Word& x, const Word& y) { return x.text == y.text; };
  const auto begin = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same);
  const auto end = std::mismatch(a.rbegin(), std::make_reverse_iterator(begin.first), b.rbegin(),
                                 std::make_reverse_iterator(begin.second), same);
  const std::vector<Word> gone(begin.first, end.first.base()), added(begin.second, end.second.base());
  Edits edits;
  for (auto word = b.begin(); word != begin.second; ++word) edits.add(Kind::kKept, *word);
  if (gone.size() <= kDiffWords && added.size() <= kDiffWords) {
    diff_middle(gone, added, edits);
  } else {
    for (const Word& word : gone) edits.add(Kind::kGone, word);
    for (const Word& word : added) edits.add(Kind::kAdded, word);
  }
  for (auto word = end.second.base(); word != b.end(); ++word) edits.add(Kind::kKept, *word);
  return edits.done();
}

}  // namespace dekko
