#include "tests/house/includes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace dekko::house {
namespace {

struct Library {
  std::string_view header;  // the path, or a folder with its slash
  std::vector<std::string_view> rooms;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> kLibraries = {
      {"curl/", {"crawler/fetch"}},
      {"zlib.h", {"archive"}},
      {"isa-l/", {"archive"}},
      {"zstd.h", {"archive"}},
      {"zdict.h", {"archive"}},
      {"zip.h", {"archive"}},
      {"brotli/", {"archive"}},
      {"openssl/", {"archive"}},
      {"unicode/", {"extractors/text"}},
      {"gumbo.h", {"extractors/html", "bench"}},
      {"re2/", {"extractors/fields"}},
      {"toml++/", {"extractors/sites", "app"}},
      {"nlohmann/", {"extractors", "app"}},
      {"SQLiteCpp/", {"db", "bench/db"}},
      {"sqlite3.h", {"db", "bench/db"}},
      {"CLI/", {"app", "app/cli"}},
      {"httplib.h", {"support"}},
      {"benchmark/", {"bench"}},
  };
  return kLibraries;
}

constexpr std::string_view kAnywhere[] = {"fmt/", "tl/expected.hpp"};
constexpr std::string_view kTestsOnly[] = {"gtest/", "gmock/"};
// POSIX and Linux. Headers of the C++ library have neither a dot nor a slash.
constexpr std::string_view kSystem[] = {"arpa/inet.h", "dirent.h", "dlfcn.h",   "fcntl.h",  "getopt.h", "malloc.h",
                                        "netdb.h",     "netinet/", "poll.h",    "pthread.h", "signal.h",
                                        "stdlib.h",    "sys/",     "termios.h", "time.h",   "unistd.h"};

struct Include {
  std::string_view path;
  bool angled = false;
};

bool names(std::string_view entry, std::string_view path) {
  return entry.ends_with('/') ? path.starts_with(entry) : path == entry;
}

template <class Entries>
bool any_names(const Entries& entries, std::string_view path) {
  return std::any_of(std::begin(entries), std::end(entries), [&](auto entry) { return names(entry, path); });
}

// `#include`, with any white space that the preprocessor allows; an empty path for every other line.
Include parse_include(std::string_view line) {
  auto skip_blanks = [&line] {
    size_t blanks = line.find_first_not_of(" \t");
    line.remove_prefix(blanks == std::string_view::npos ? line.size() : blanks);
  };
  skip_blanks();
  if (!line.starts_with('#')) return {};
  line.remove_prefix(1);
  skip_blanks();
  constexpr std::string_view kWord = "include";
  if (!line.starts_with(kWord)) return {};
  line.remove_prefix(kWord.size());
  skip_blanks();
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return {};
  bool angled = line[0] == '<';
  return {line.substr(1, line.find(angled ? '>' : '"', 1) - 1), angled};
}

std::string angled_fault(const std::string& room, bool is_test, std::string_view path) {
  bool standard = path.find_first_of("./") == std::string_view::npos;
  if (standard || any_names(kAnywhere, path) || any_names(kSystem, path)) return "";
  if (any_names(kTestsOnly, path)) return is_test ? "" : fmt::format("<{}> outside the tests", path);
  for (const Library& library : libraries()) {
    if (!names(library.header, path)) continue;
    bool at_home = std::find(library.rooms.begin(), library.rooms.end(), room) != library.rooms.end();
    return at_home || is_test ? ""
                              : fmt::format("<{}> belongs to {} only", path, fmt::join(library.rooms, ", "));
  }
  return fmt::format("<{}> stands in no table of tests/house/includes.cc", path);
}

std::string quoted_fault(const Rooms& rooms, const std::string& room, bool is_test, std::string_view path) {
  std::string other = rooms.room_of(path);
  if (is_test && (!other.empty() || path.starts_with("tests/"))) return "";
  if (other.empty()) return fmt::format("\"{}\" is not rooted in a room", path);
  if (rooms.may_include(room, other)) return "";
  return fmt::format("\"{}\": {} is no neighbour of {}", path, other, room.empty() ? "this folder" : room);
}

}  // namespace

Faults include_faults(const Tree& tree, const Rooms& rooms) {
  Faults faults;
  for (const File& file : tree) {
    if (!file.is_code()) continue;
    std::string room = rooms.room_of(file.path);
    bool is_test = room.empty() && (file.is_below("tests") || file.is_below("bench"));
    int number = 0;
    for (std::string_view line : lines_of(file.text)) {
      ++number;
      Include include = parse_include(line);
      if (include.path.empty()) continue;
      std::string fault = include.angled ? angled_fault(room, is_test, include.path)
                                         : quoted_fault(rooms, room, is_test, include.path);
      if (!fault.empty()) faults.push_back(fmt::format("{}:{}: {}", file.path, number, fault));
    }
  }
  return faults;
}

}  // namespace dekko::house
