#include "app/completion.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/limits.h"

namespace dekko {

namespace {

constexpr std::array<std::string_view, 7> kFiles = {"FILE", "DIR",    "SOURCE",  "PAGE",
                                                    "OUT",  "OUT.db", "OUT.html"};
constexpr std::array<std::string_view, 5> kLookedUp = {"LISTING", "ADDRESS", "NAME", "VIEW", "COMMAND"};

template <class Table>
bool has(const Table& table, const std::string& word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

// Words that come from outside, addresses above all, may end up on a command line by one key.
bool is_harmless(const std::string& word) {
  return std::none_of(word.begin(), word.end(), [](unsigned char c) {
    return c <= ' ' || c == 127 || std::string_view("\"'\\`$!").find(char(c)) != std::string_view::npos;
  });
}

// Where the cursor is, once the words before it are understood.
struct Position {
  const Grammar* command;
  const Argument* pending = nullptr;  // an option that waits for its value
  size_t place = 0;                   // words that belonged to no option
  bool options_over = false;          // behind "--"
  Given given = {};

  const Argument* at_place() const {
    const std::vector<Argument>& places = command->places;
    if (place < places.size()) return &places[place];
    return !places.empty() && places.back().many ? &places.back() : nullptr;
  }
};

bool is_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-';
}

void take_option(Position& at, const std::string& word) {
  const size_t equals = std::min(word.find('='), word.size());
  const Argument* option = at.command->option(word.substr(0, equals));
  if (!option || option->type.empty()) return;
  if (equals == word.size()) {
    at.pending = option;
  } else {
    at.given[option->names.back()] = word.substr(equals + 1);
  }
}

void take(Position& at, const std::string& word) {
  if (at.pending) {
    at.given[at.pending->names.back()] = word;
    at.pending = nullptr;
  } else if (!at.options_over && word == "--") {
    at.options_over = true;
  } else if (!at.options_over && is_option(word)) {
    take_option(at, word);
  } else if (const Grammar* command = at.command->command(word); command && at.place == 0) {
    at.command = command;
  } else {
    ++at.place;
  }
}

class Offering {
 public:
  explicit Offering(std::string typed) : typed_(std::move(typed)) {}

  void add(const Offer& offer) {
    if (completion_.words.size() < limits::kOffers && offer.word.starts_with(typed_) &&
        is_harmless(offer.word))
      completion_.words.push_back(offer);
  }

  // before: what stands before the value in the same word, "--format=".
  void add_values(const Argument& argument, const Position& at, const Lookup& lookup,
                  const std::string& before) {
    for (const std::string& one : alternatives(argument.type)) {
      if (!is_kind(one)) add({before + one});
      if (kind_of(one) == Kind::kFile) completion_.files = true;
      if (kind_of(one) != Kind::kLookedUp) continue;
      for (const Offer& found : lookup(one, at.given)) add({before + found.word, found.about});
    }
  }

  void add_options(const Grammar& command) {
    for (const Argument& option : command.options) add({option.names.back(), option.help});
  }

  Completion take() { return std::move(completion_); }

 private:
  std::string typed_;
  Completion completion_;
};

}  // namespace

Kind kind_of(const std::string& kind) {
  if (has(kFiles, kind)) return Kind::kFile;
  return has(kLookedUp, kind) ? Kind::kLookedUp : Kind::kFree;
}

Completion complete(const Grammar& whole, const std::vector<std::string>& words, const Lookup& lookup) {
  Position at{.command = &whole};
  for (size_t i = 0; i + 1 < words.size(); ++i) take(at, words[i]);
  const std::string typed = words.empty() ? "" : words.back();
  Offering offering(typed);
  const size_t equals = typed.find('=');
  if (at.pending) {
    offering.add_values(*at.pending, at, lookup, "");
  } else if (!at.options_over && is_option(typed) && equals != std::string::npos) {
    const Argument* option = at.command->option(typed.substr(0, equals));
    if (option) offering.add_values(*option, at, lookup, typed.substr(0, equals + 1));
  } else if (!at.options_over && typed.starts_with('-')) {
    offering.add_options(*at.command);
  } else if (!at.command->commands.empty()) {
    for (const Grammar& command : at.command->commands) offering.add({command.name(), command.summary});
  } else if (const Argument* place = at.at_place()) {
    offering.add_values(*place, at, lookup, "");
  }
  return offering.take();
}

std::string to_lines(const Completion& completion) {
  std::string lines;
  for (const Offer& offer : completion.words) {
    lines += offer.about.empty() ? offer.word + "\n" : offer.word + "\t" + offer.about + "\n";
  }
  return completion.files ? lines + ":files\n" : lines;
}

}  // namespace dekko
