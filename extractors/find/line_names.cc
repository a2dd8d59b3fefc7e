#include "extractors/find/line_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/limits.h"
#include "extractors/find/table_column.h"
#include "extractors/text/fold.h"
#include "extractors/text/letters.h"

namespace dekko {

namespace {

// Class names and addresses under which sites keep people and topics. Folders, not words:
// "/port-authority-sells/" is no person.
constexpr std::array<std::string_view, 5> kPeople = {"author", "byline", "writer", "reporter", "contributor"};
constexpr std::array<std::string_view, 7> kPeopleFolders = {"author/", "authors/", "author=", "/people/",
                                                            "/writer", "/byline",  "/profile"};
constexpr std::array<std::string_view, 8> kTopics = {"/category/", "/categories/", "/tag/",     "/tags/",
                                                     "/topic",     "/section/",    "/keyword/", "/keywords/"};

// Words that lead from one part of a byline to the next: "Posted on ... by", "Jane Doe in". Lower case.
constexpr std::array<std::string_view, 31> kLinkWords = {
    "follow", "le",      "el",       "il",     "am",     "em",     "vom",    "published",
    "posted", "written", "updated",  "last",   "on",     "at",     "in",     "by",
    "from",   "date",    "reported", "发表于", "發表於", "发布于", "發佈於", "發布於",
    "创建于", "更新于",  "更新於",   "分类于", "分類於", "投稿日", "작성일"};
constexpr std::array<std::string_view, 9> kMarks = {"-", "–", "—", "•", "·", "|", ",", "/", ":"};

constexpr size_t kNickOctets = 40;
constexpr size_t kBesideTopics =
    40;  // letters beside the links of a line of topics: "Posted in | Leave a comment"

template <class List>
bool mentions(std::string_view text, const List& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// "by", "card__by", "teaser-by", not "nearby".
bool says_by(std::string_view names) {
  for (size_t at = names.find("by"); at != names.npos; at = names.find("by", at + 1)) {
    const bool begins = at == 0 || !is_letter(static_cast<unsigned char>(names[at - 1]));
    const bool ends = at + 2 == names.size() || names[at + 2] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

bool is_person(const Piece& piece, bool in_title_link) {
  const std::string_view names = piece.element.attribute("class").value_or("");
  return (!in_title_link && mentions(piece.link, kPeopleFolders)) || mentions(names, kPeople) ||
         says_by(names) || piece.element.attribute("rel") == "author";
}

bool says_tag(const Piece& piece) {
  const std::string_view rel = piece.element.attribute("rel").value_or("");
  return rel == "tag" || rel == "category tag" || rel == "category";
}

bool has_space(std::string_view text) {
  return text.find(' ') != text.npos;
}

// A piece of a line, or the beginning of one.
struct Said {
  const Piece& piece;
  std::string_view text;
};

bool are_two_names(const Said& a, const Said& b, const CardRules& rules) {
  if (!rules.names.reads_as_names(a.text) || !rules.names.reads_as_names(b.text)) return false;
  if (a.text == b.text) return true;
  const Piece &one = a.piece, &other = b.piece;
  if (!one.link.empty() && !other.link.empty() && one.link != other.link) return true;
  return one.element.tag() == "span" && other.element.tag() == "span" && has_space(a.text) &&
         has_space(b.text);
}

bool is_link_word(std::string_view word) {
  while (word.ends_with(':') || word.ends_with(',')) word.remove_suffix(1);
  const auto is = [&](const auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); };
  return word.empty() || is(kLinkWords) || is(kMarks);
}

// Words at the end are small, "Le" is a name; the first may begin with a capital.
std::string without_link_words(std::string_view text) {
  std::string words = collapse_space(text);
  for (size_t end = words.find(' '); !words.empty(); end = words.find(' ')) {
    std::string word = words.substr(0, end);
    word[0] = static_cast<char>(word[0] >= 'A' && word[0] <= 'Z' ? word[0] | 0x20 : word[0]);
    if (!is_link_word(word)) break;
    words.erase(0, end == words.npos ? end : end + 1);
  }
  for (size_t begin = words.rfind(' '); begin != words.npos; begin = words.rfind(' ')) {
    if (!is_link_word(std::string_view(words).substr(begin + 1))) break;
    words.resize(begin);
  }
  while (words.ends_with(',')) words.pop_back();
  return words;
}

// One word with a letter in it, and none that leads up to a name: "mara71".
bool is_nick(std::string_view text, const CardRules& rules) {
  if (has_space(text) || has_byline_prefix(std::string(text) + " ", rules.bylines)) return false;
  size_t letters = 0;
  for (size_t at = 0; at < text.size(); at += code_point_at(text, at).size)
    letters += is_letter(code_point_at(text, at).value) ? 1 : 0;
  return letters > 0 && !without_link_words(text).empty();
}

Names stretches(const Line& line, size_t begin, size_t end, const CardRules& rules) {
  Names names;
  std::optional<Said> before;
  size_t at = 0;
  for (const Piece& piece : line.pieces) {
    at = line.text.find(piece.text, at);
    if (at == std::string::npos || at >= end) break;
    const size_t skipped = begin > at ? std::min(begin - at, piece.text.size()) : 0;
    const Said said{piece, std::string_view(piece.text).substr(0, end - at).substr(skipped)};
    at += piece.text.size();
    const bool topic = !line.in_title_link && (mentions(piece.link, kTopics) || says_tag(piece));
    if (said.text.empty() || piece.time || topic) continue;
    if (!before || are_two_names(*before, said, rules)) {
      names.emplace_back(said.text);
    } else {
      const bool glued = piece.glued && !is_link_word(said.text) && !is_link_word(before->text);
      names.back().append(glued ? "" : " ").append(said.text);
    }
    before.emplace(said);
  }
  return names;
}

// The alt of a picture that the names begin with.
std::string_view avatar_of(const CardLines& card, std::string_view names) {
  for (const Picture& picture : card.pictures) {
    if (!picture.alt.empty() && names.starts_with(picture.alt)) return picture.alt;
  }
  return {};
}

}  // namespace

Names names_on(const Line& line, size_t begin, size_t end, const CardRules& rules) {
  Names names;
  for (std::string& stretch : stretches(line, begin, end, rules)) {
    stretch = without_link_words(stretch);
    if (stretch.empty()) continue;
    if (!rules.names.reads_as_names(stretch)) return {};
    names.push_back(std::move(stretch));
  }
  return names;
}

Names names_on(const Line& line, const CardRules& rules) {
  return names_on(line, 0, line.text.size(), rules);
}

Names nick_on(const Line& line, const CardRules& rules) {
  for (size_t i = 0; i < line.pieces.size() && !line.in_title_link; ++i) {
    const Piece& piece = line.pieces[i];
    if (piece.time || piece.text.size() > kNickOctets) continue;
    if (is_person(piece, false) && is_nick(piece.text, rules)) return {piece.text};
    if (i == 0 || piece.link.empty()) continue;
    const std::string& before = line.pieces[i - 1].text;
    if (has_byline_prefix(before.substr(before.rfind(' ') + 1) + " ", rules.bylines)) return {piece.text};
  }
  return {};
}

bool points_to_people(const Line& line, const CardRules& rules) {
  const auto person = [&](const Piece& piece) { return is_person(piece, line.in_title_link); };
  return has_byline_prefix(line.text, rules.bylines) ||
         std::any_of(line.pieces.begin(), line.pieces.end(), person) ||
         (!line.pieces.empty() && titles_people(column_title(line.pieces.front().element)));
}

bool says_byline(const Line& line, const CardRules& rules) {
  return points_to_people(line, rules) && !names_on(line, rules).empty();
}

bool lists_names(const Line& line, const CardRules& rules) {
  size_t names = 0;
  for (const std::string& stretch : names_on(line, rules))
    names += read_bylines(stretch, rules.bylines).size();
  const auto big = [](char c) { return c >= 'A' && c <= 'Z'; };
  return names > 1 && std::any_of(line.text.begin(), line.text.end(), big) &&
         line.text.find(' ') != line.text.npos;
}

bool is_topics(const Line& line) {
  size_t topics = 0, others = 0;
  for (const Piece& piece : line.pieces) {
    const bool topic = !line.in_title_link && (mentions(piece.link, kTopics) || says_tag(piece));
    topics += topic ? 1 : 0;
    others += topic ? 0 : length_of(piece.text);
  }
  return topics > 0 && others <= kBesideTopics;
}

std::vector<Author> read_names(const Names& names, const CardLines& card, const CardRules& rules) {
  std::vector<Author> authors;
  for (const std::string& stretch : names) {
    for (Author& author : read_bylines(stretch, rules.bylines, avatar_of(card, stretch))) {
      const auto same = [&](const Author& other) { return other.key == author.key; };
      const bool known = std::any_of(authors.begin(), authors.end(), same);
      if (!known && authors.size() < limits::kBylines) authors.push_back(std::move(author));
    }
  }
  return authors;
}

}  // namespace dekko
