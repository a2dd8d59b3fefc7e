#include "extractors/infer/profile_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr size_t kRemarkColumn = 40;

// What no TOML string may hold as it is, not even a literal one; a tab may.
bool is_control(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return (octet < 0x20 && c != '\t') || octet == 0x7F;
}

std::string escaped(char c) {
  if (is_control(c)) return fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
  return c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
}

// A TOML string: literal where it has quotes, which selectors and patterns are full of.
std::string quoted(const std::string& text) {
  const bool shown = std::none_of(text.begin(), text.end(), is_control);
  const bool plain = text.find_first_of("\"\\") == text.npos;
  if (shown && plain) return fmt::format("\"{}\"", text);
  if (shown && text.find('\'') == text.npos) return fmt::format("'{}'", text);
  std::string basic;
  for (const char c : text) basic += escaped(c);
  return fmt::format("\"{}\"", basic);
}

std::string quoted(const std::vector<std::string>& texts) {
  if (texts.size() == 1) return quoted(texts.front());
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted(text);
  return "[" + list + "]";
}

std::string list_line(const char* key, const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted(text);
  return fmt::format("{} = [{}]\n", key, list);
}

std::string with_remark(std::string line, const std::string& remark) {
  const size_t length = length_of(line);
  line += std::string(length < kRemarkColumn ? kRemarkColumn - length : 1, ' ');
  return line + "# " + remark + "\n";
}

std::string field_line(const FieldPlaces& field) {
  if (field.select.empty()) {
    const std::string why = field.shown == 0 ? "no card shows one" : "told by the shape of the card";
    return fmt::format("# {}: {}\n", field.field, why);
  }
  const std::string remark =
      fmt::format("right on {} of {} cards; {} have one", field.reproduced, field.of, field.shown);
  return with_remark(fmt::format("{} = {}", field.field, quoted(field.select)), remark);
}

std::string names_text(const BylineRules& rules) {
  const BylineRules usual;
  std::string text;
  if (rules.separators != usual.separators) text += list_line("separators", rules.separators);
  if (rules.prefixes != usual.prefixes) text += list_line("prefixes", rules.prefixes);
  if (rules.constants != usual.constants) text += list_line("constants", rules.constants);
  return text.empty() ? text
                      : "\n# As names are read where nothing is known of a site: keep what this one "
                        "uses.\n[bylines]\n" +
                            text;
}

std::string dates_text(const DateRules& rules) {
  std::string text;
  switch (rules.order) {
    case DateRules::Order::kUnknown:
      break;
    case DateRules::Order::kDayFirst:
      text += "order = \"day-first\"\n";
      break;
    case DateRules::Order::kMonthFirst:
      text += "order = \"month-first\"\n";
      break;
    case DateRules::Order::kYearFirst:
      text += "order = \"year-first\"\n";
      break;
  }
  if (!rules.zone.empty()) text += fmt::format("zone = {}\n", quoted(rules.zone));
  std::vector<std::string> patterns;
  for (const Pattern& pattern : rules.patterns) patterns.push_back(pattern.text());
  if (!patterns.empty()) text += list_line("patterns", patterns);
  return text.empty() ? text : "\n[dates]\n" + text;
}

}  // namespace

std::string layout_text(const ProfileDraft& draft, const std::string& above) {
  std::string text = fmt::format("\n[{}cards]\n", above);
  if (draft.each) text += fmt::format("each = {}\n", quoted(*draft.each));
  if (!draft.each)
    text += "# each: no name tells the cards from the rest, so they are found by their shape\n";
  for (const FieldPlaces& field : draft.fields) text += field_line(field);
  if (draft.page.empty()) return text;
  text += fmt::format("\n[{}page]\n", above);
  for (const auto& [field, place] : draft.page) text += fmt::format("{} = {}\n", field, quoted(place));
  return text;
}

std::string profile_text(const ProfileDraft& draft, const Profile& writing) {
  std::string text;
  for (const std::string& remark : draft.remarks) text += "# " + remark + "\n";
  text += fmt::format("name = {}\n", quoted(draft.name));
  if (!draft.claims.hosts.empty()) text += list_line("hosts", draft.claims.hosts);
  if (!draft.claims.paths.empty()) text += list_line("paths", draft.claims.paths);
  if (!writing.noise.empty()) text += list_line("noise", writing.noise);
  if (!writing.language.empty()) text += fmt::format("language = {}\n", quoted(writing.language));
  return text + layout_text(draft, "") + names_text(writing.bylines) + dates_text(writing.dates);
}

}  // namespace dekko
