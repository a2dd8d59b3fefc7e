#include "tests/house/habits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace dekko::house {
namespace {

// In pieces, or this file would be the first to break the rule.
// clang-format off
const std::string_view kPostponed[] = {"TO" "DO", "FIX" "ME", "XX" "X:", "HA" "CK"};
const std::string_view kMachinePaths[] = {"/wo" "rk/", "/ro" "ot/"};
const std::string_view kRegistryHosts[] = {"npm" "js.", "deb." "debian.org", "security." "debian.org",
                                           "registry." "npm", "py" "pi.org", "node" "source.com"};
const std::string_view kDeafPipes[] = {" | gr" "ep -q"};
constexpr std::string_view kOutside = ".." "/shared";
// clang-format on

bool is_script(const File& file) {
  return file.is_below("scripts") || file.is_below(".ci") || file.path.ends_with(".sh") ||
         file.path.ends_with(".cmake") || file.path.ends_with("CMakeLists.txt");
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string lowered(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

void check_name(const File& file, Faults& faults) {
  std::string name = lowered(file.path.substr(file.path.rfind('/') + 1));
  for (std::string_view word : {"util", "common", "helper", "manager", "misc"})
    if (contains(name, word))
      faults.push_back(fmt::format("{}: \"{}\" is no noun for a file", file.path, word));
}

void check_length(const File& file, Faults& faults) {
  size_t lines = lines_of(file.text).size();
  if (lines > kMostLines)
    faults.push_back(fmt::format("{}: {} lines, at most {}", file.path, lines, kMostLines));
}

void check_guard(const File& file, Faults& faults) {
  std::vector<std::string_view> lines = lines_of(file.text);
  if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end())
    faults.push_back(fmt::format("{}: no #pragma once", file.path));
}

template <class Words>
void check_words(const File& file, const Words& words, std::string_view reason, Faults& faults) {
  int number = 0;
  for (std::string_view line : lines_of(file.text)) {
    ++number;
    for (std::string_view word : words)
      if (contains(line, word))
        faults.push_back(fmt::format("{}:{}: \"{}\" {}", file.path, number, word, reason));
  }
}

// Letters of every script may stand in the word tables; what does not show, or turns the line around, may not.
void check_visible(const File& file, Faults& faults) {
  static constexpr std::string_view kUnseen[] = {"\xC2\xA0",     "\xC2\xAD",     "\xE2\x80\x8B", "\xE2\x80\x8C",
                                                 "\xE2\x80\x8D", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA",
                                                 "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
                                                 "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9",
                                                 "\xEF\xBB\xBF", "\t",           "\r"};
  check_words(file, kUnseen, "cannot be seen", faults);
}

}  // namespace

Faults habit_faults(const Tree& tree) {
  Faults faults;
  for (const File& file : tree) {
    bool is_test = file.is_below("tests");
    check_name(file, faults);
    if (file.is_code() || is_script(file)) check_length(file, faults);
    if (file.is_header()) check_guard(file, faults);
    if ((file.is_code() || is_script(file)) && !is_test) check_visible(file, faults);
    check_words(file, kPostponed, "puts work off", faults);
    check_words(file, kMachinePaths, "is the path of one machine", faults);
    check_words(file, kRegistryHosts, "is the host of a registry", faults);
    if (is_script(file)) check_words(file, kDeafPipes, "fails by chance where pipefail is set", faults);
    if (!is_test) check_words(file, std::initializer_list{kOutside}, "lies outside the checkout", faults);
  }
  return faults;
}

}  // namespace dekko::house
