#include "app/manual_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "app/exit_code.h"
#include "app/roff.h"

namespace dekko {

namespace {

struct Lesson {
  std::vector<std::string> examples = {}, notes = {};
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

// "Examples:" and lines that are indented, or a note.
Lesson lesson_of(const Grammar& grammar) {
  Lesson lesson;
  for (const std::string& part : split(grammar.lesson, "\n\n")) {
    if (part.find(":\n  ") == std::string::npos) {
      lesson.notes.push_back(part);
      continue;
    }
    for (const std::string& line : split(part, "\n")) {
      if (line.starts_with("  ")) lesson.examples.push_back(line.substr(2));
    }
  }
  return lesson;
}

std::string sentence(const std::string& plain) {
  return roff::text(plain.ends_with('.') ? plain : plain + ".");
}

// Kinds slanted, words to be typed bold.
std::string type_text(const std::string& type) {
  std::string text;
  for (const std::string& one : alternatives(type)) {
    text += (text.empty() ? "" : "|") + (is_kind(one) ? roff::slanted(one) : roff::bold(one));
  }
  return text;
}

std::string place_text(const Argument& place) {
  const std::string word = type_text(place.type) + (place.many ? "..." : "");
  return place.required ? word : "[" + word + "]";
}

std::string usage(const Grammar& grammar) {
  std::string text = roff::bold(grammar.path);
  if (!grammar.commands.empty()) text += " " + roff::slanted("COMMAND");
  text += " [" + roff::slanted("OPTION") + "...]";
  for (const Argument& place : grammar.places) text += " " + place_text(place);
  return text;
}

void tell_options(const Grammar& grammar, roff::Page& page) {
  for (const Argument& place : grammar.places) page.entry(type_text(place.type), sentence(place.help));
  for (const Argument& option : grammar.options) {
    std::string term;
    for (const std::string& name : option.names) term += (term.empty() ? "" : ", ") + roff::bold(name);
    if (!option.type.empty()) term += " " + type_text(option.type);
    page.entry(term, sentence(option.help));
  }
}

void tell_notes(const Lesson& lesson, roff::Page& page) {
  for (const std::string& note : lesson.notes) page.paragraph(roff::text(note));
}

// A command of a command, within its page.
void tell_inner(const Grammar& grammar, roff::Page& page) {
  const Lesson lesson = lesson_of(grammar);
  page.subsection(grammar.path);
  page.paragraph(usage(grammar));
  page.paragraph(sentence(grammar.summary));
  tell_notes(lesson, page);
  tell_options(grammar, page);
  if (!lesson.examples.empty()) page.lines(lesson.examples);
}

void tell_commands(const Grammar& whole, const Grammar& command, roff::Page& page) {
  if (command.commands.empty()) return;
  page.section("COMMANDS");
  for (const Grammar& one : command.commands) {
    if (&whole == &command) {
      page.entry(roff::bold(manual_name(one)) + "(1)", sentence(one.summary));
    } else {
      tell_inner(one, page);
    }
  }
}

void tell_exit_status(roff::Page& page) {
  page.section("EXIT STATUS");
  for (const auto& [code, meaning] : exit_code_meanings()) {
    page.entry(roff::bold(std::to_string(static_cast<int>(code))), sentence(meaning));
  }
}

struct Named {
  const char *option, *name, *meaning;  // told by the commands that have the option
};

constexpr std::array kFiles = {
    Named{"--db", "dekko.db", "The database, where neither an option nor the config file names another"},
    Named{"--archive", "archive/", "The archive, beside the database"},
    Named{"--config", "dekko.toml", "Settings and listings; looked for here, then in the config folder"},
    Named{"--config", "~/.config/dekko/dekko.toml", "The same in the config folder"},
    Named{"--config", "~/.config/dekko/profiles/*.toml", "Profiles of your own"},
    Named{"--contact", "~/.netrc", "Names and passwords for the sites that ask for them"}};

constexpr std::array kEnvironment = {
    Named{"--db", "DEKKO_DB", "Stands for --db"},
    Named{"--config", "XDG_CONFIG_HOME", "Where the config folder lies, if not in ~/.config"},
    Named{"--contact", "http_proxy, https_proxy, no_proxy",
          "The proxies that requests go through; loopback has none"},
    Named{"--help", "NO_COLOR", "Nothing is coloured if this is set"}};

bool takes(const Grammar& grammar, const std::string& option) {
  return grammar.option(option) || std::any_of(grammar.commands.begin(), grammar.commands.end(),
                                               [&](const Grammar& one) { return takes(one, option); });
}

template <class Table>
void tell_named(const Grammar& grammar, const char* title, const Table& table, roff::Page& page) {
  bool titled = false;
  for (const Named& row : table) {
    if (!takes(grammar, row.option)) continue;
    if (!titled) page.section(title);
    titled = true;
    page.entry(roff::slanted(row.name), sentence(row.meaning));
  }
}

void tell_others(const Grammar& whole, const Grammar& command, roff::Page& page) {
  std::string text = &whole == &command ? "" : roff::bold("dekko") + "(1)";
  for (const Grammar& one : whole.commands) {
    if (one.path != command.path) text += (text.empty() ? "" : ",\n") + roff::bold(manual_name(one)) + "(1)";
  }
  page.section("SEE ALSO");
  page.paragraph(text);
}

// One line for whatis(1). The whole's summary is its name, what it does, a colon, and how.
std::string aim(const Grammar& whole, const Grammar& command) {
  if (&whole == &command) {
    return whole.summary.substr(whole.name().size() + 1, whole.summary.find(':') - whole.name().size() - 1);
  }
  std::string aim = command.summary;
  if (!aim.empty()) aim[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(aim[0])));
  return aim;
}

}  // namespace

std::string manual_name(const Grammar& command) {
  std::string name = command.path;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string manual_page(const Grammar& whole, const Grammar& command, const std::string& version) {
  const Lesson lesson = lesson_of(command);
  roff::Page page(manual_name(command), 1, whole.name() + " " + version);
  page.section("NAME");
  page.paragraph(roff::text(manual_name(command)) + " \\- " + roff::text(aim(whole, command)));
  page.section("SYNOPSIS");
  page.paragraph(usage(command));
  page.section("DESCRIPTION");
  page.paragraph(sentence(command.summary));
  if (&whole != &command) tell_notes(lesson, page);  // the whole's are told in sections of their own
  page.section("OPTIONS");
  tell_options(command, page);
  tell_commands(whole, command, page);
  if (!lesson.examples.empty()) {
    page.section("EXAMPLES");
    page.lines(lesson.examples);
  }
  tell_exit_status(page);
  tell_named(command, "FILES", kFiles, page);
  tell_named(command, "ENVIRONMENT", kEnvironment, page);
  tell_others(whole, command, page);
  return page.markup();
}

}  // namespace dekko
