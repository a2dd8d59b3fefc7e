#include "db/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/limits.h"
#include "db/query.h"
#include "db/unspaced.h"

namespace dekko {

namespace {

constexpr char kQuote = '"';

std::string quoted(const SearchTerm& term) {
  std::string out = "\"";
  for (const char c : term.text) out.append(c == kQuote ? 2 : 1, c);
  return out + (term.is_start ? "\" *" : "\"");
}

// Terms by the index that knows them.
struct Sorted {
  std::string words;                  // a query for items_fts
  std::string trigrams;               // a query for items_trigram
  std::vector<std::string> short_of;  // unspaced, but shorter than a trigram
  std::vector<std::string> unspaced;
};

Sorted sorted(const SQLite::Database& db, const std::vector<SearchTerm>& terms) {
  Query length(db, "SELECT length(?)");
  Sorted all;
  for (const SearchTerm& term : terms) {
    const bool unspaced = is_unspaced(term.text);
    const int letters = length.value<int>(term.text).value_or(0);
    if (unspaced) all.unspaced.push_back(term.text);
    if (!unspaced)
      all.words += quoted(term) + " ";
    else if (letters < 3)
      all.short_of.push_back(term.text);
    else
      all.trigrams += quoted({term.text}) + " ";
  }
  return all;
}

std::string conditions(const Sorted& terms, const std::string& id) {
  std::string sql;
  if (!terms.trigrams.empty()) {
    sql += fmt::format(" AND {} IN (SELECT rowid FROM items_trigram WHERE items_trigram MATCH ?)", id);
  }
  for (size_t i = 0; i < terms.short_of.size(); ++i) {
    sql += fmt::format(
        " AND {} IN (SELECT id FROM items_unspaced WHERE instr(ifnull(headline, '') || char(10) || "
        "ifnull(dek, '') || char(10) || ifnull(bylines, ''), ?))",
        id);
  }
  return sql;
}

// Ordered by FTS5 itself, which then marks the hits of the best few only.
std::string sql_of(const Sorted& terms) {
  const std::string found =
      terms.words.empty() ? "SELECT id, headline, dek, bylines, 0 AS place FROM items_unspaced WHERE 1" +
                                conditions(terms, "id") + " ORDER BY id DESC LIMIT ?"
                          : "SELECT rowid AS id, highlight(items_fts, 0, char(2), char(3)) AS headline, "
                            "highlight(items_fts, 1, char(2), char(3)) AS dek, "
                            "highlight(items_fts, 2, char(2), char(3)) AS bylines, rank AS place "
                            "FROM items_fts WHERE items_fts MATCH ?" +
                                conditions(terms, "rowid") + " ORDER BY rank LIMIT ?";
  return "SELECT found.id, items.url, items.published, items.first_seen, items.last_seen, found.headline, "
         "found.dek, found.bylines FROM (" +
         found + ") AS found JOIN items ON items.id = found.id ORDER BY found.place, found.id DESC";
}

void mark(std::string& text, const std::string& term) {
  for (size_t at = text.find(term); at != text.npos; at = text.find(term, at + term.size() + 2)) {
    text.insert(at + term.size(), 1, SearchHit::kEnd);
    text.insert(at, 1, SearchHit::kBegin);
  }
}

SearchHit hit_of(const SQLite::Statement& row, const std::vector<std::string>& unspaced) {
  const Row values(row);
  SearchHit hit{values.as<int64_t>(0)};
  int column = 1;
  for (std::string* field :
       {&hit.url, &hit.published, &hit.first_seen, &hit.last_seen, &hit.headline, &hit.dek, &hit.bylines}) {
    *field = values.as<std::string>(column++);
  }
  for (const std::string& term : unspaced) {
    for (std::string* field : {&hit.headline, &hit.dek, &hit.bylines}) mark(*field, term);
  }
  return hit;
}

}  // namespace

std::vector<SearchTerm> search_terms(std::string_view typed) {
  std::vector<SearchTerm> terms;
  std::string word;
  bool phrase = false;
  const auto end_word = [&](bool may_be_start) {
    SearchTerm term{word, may_be_start && word.size() > 1 && word.back() == '*'};
    if (term.is_start) term.text.pop_back();
    word.clear();
    if (!term.text.empty() && terms.size() < limits::kSearchTerms) terms.push_back(std::move(term));
  };
  for (const char c : typed) {
    if (c == kQuote) {
      end_word(!phrase);
      phrase = !phrase;
    } else if (!phrase && std::string_view(" \t\r\n").find(c) != std::string_view::npos) {
      end_word(true);
    } else {
      word += c;
    }
  }
  end_word(!phrase);
  return terms;
}

std::vector<SearchHit> search_items(SQLite::Database& db, const std::vector<SearchTerm>& terms, int limit) {
  const Sorted by_index = sorted(db, terms);
  SQLite::Statement statement(db, sql_of(by_index));
  int place = 0;
  if (!by_index.words.empty()) statement.bind(++place, by_index.words);
  if (!by_index.trigrams.empty()) statement.bind(++place, by_index.trigrams);
  for (const std::string& term : by_index.short_of) statement.bind(++place, term);
  statement.bind(++place, limit);
  std::vector<SearchHit> hits;
  while (statement.executeStep()) hits.push_back(hit_of(statement, by_index.unspaced));
  return hits;
}

}  // namespace dekko
