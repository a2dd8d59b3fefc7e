#include "extractors/fields/world_words.h"

#include <charconv>

namespace dekko {

namespace {

std::string_view take(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Meaning meaning_of(std::string_view told) {
  Meaning meaning{static_cast<WordRole>(number(take(told, ','))), number(take(told, ',')), {}};
  while (!told.empty()) meaning.languages.set(static_cast<size_t>(number(take(told, '.'))));
  return meaning;
}

WordTable read_table(std::string_view& text) {
  WordTable table;
  std::vector<Meaning> meanings;
  for (std::string_view line = take(text, '\n'); !line.empty(); line = take(text, '\n')) {
    const std::string_view key = take(line, '\t');
    meanings.clear();
    while (!line.empty()) meanings.push_back(meaning_of(take(line, '\t')));
    table.add(key, meanings);
  }
  table.settle();
  return table;
}

WorldWords read_world_words() {
  WorldWords world;
  std::string_view text = kWorldWords;
  for (std::string_view tags = take(text, '\n'); !tags.empty();) world.languages.emplace_back(take(tags, ' '));
  world.words = read_table(text);
  world.beginnings = read_table(text);
  return world;
}

}  // namespace

const WorldWords& world_words() {
  static const WorldWords kWorld = read_world_words();
  return kWorld;
}

}  // namespace dekko
