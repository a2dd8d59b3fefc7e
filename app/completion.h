// What can stand where the cursor is: the completion of a command line that is being typed. Shells ask for it
// (app/completion_scripts.h); it comes from the same grammar that is parsed.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/grammar.h"

namespace dekko {

struct Offer {
  std::string word = {};   // as it will stand on the line
  std::string about = {};  // one line, may be empty
};

struct Completion {
  std::vector<Offer> words = {};
  bool files = false;  // names of files fit as well; the shell knows them best
};

// Options that were typed before the cursor, by their long name, and what they were given.
using Given = std::map<std::string, std::string>;
// What there is of a kind such as LISTING. Nothing where nothing can be found: nobody is told of it.
using Lookup = std::function<std::vector<Offer>(const std::string& kind, const Given& given)>;

// What an argument of this kind is completed by. A kind that is not known here stands for free words.
enum class Kind { kFree, kFile, kLookedUp };
Kind kind_of(const std::string& kind);

// words: those of the line behind "dekko", the last of them the one at the cursor, perhaps "". At most
// limits::kOffers words are offered, and none that a shell could take for more than a word.
Completion complete(const Grammar& whole, const std::vector<std::string>& words, const Lookup& lookup);

// A line for each offer, "word", tab, "about"; then ":files", if names of files fit.
std::string to_lines(const Completion& completion);

}  // namespace dekko
