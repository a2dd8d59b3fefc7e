// Words by key, to be looked up: sorted, and never changed again.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extractors/fields/date_words.h"
#include "extractors/fields/word_filter.h"

namespace dekko {

class WordTable {
 public:
  // Keys have to come in ascending order and to outlive this.
  void add(std::string_view key, std::span<const Meaning> meanings);
  // To be called once after the last.
  void settle();

  // Nothing for an unknown key. Lives as long as the table.
  std::span<const Meaning> find(std::string_view key) const;
  // Whether a name of several words begins, or ends, with this one.
  bool begins_name(std::string_view word) const;
  bool ends_name(std::string_view word) const;

  // The words of one language, which mean there what they mean here.
  WordTable of_language(size_t language) const;

 private:
  struct Row {
    std::string_view key;
    uint32_t begin, count;  // in meanings_
  };

  std::vector<Row> rows_;
  std::vector<Meaning> meanings_;
  std::vector<std::string_view> first_words_, last_words_;
  WordFilter keys_, firsts_, lasts_;  // of these
};

}  // namespace dekko
