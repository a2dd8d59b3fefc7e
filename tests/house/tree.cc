#include "tests/house/tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace dekko::house {
namespace {

bool is_one_of(const std::filesystem::path& path, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return path == name; });
}

bool is_outside(const std::filesystem::path& relative) {
  return is_one_of(relative, {"build", "demo", "fixtures"}) ||
         is_one_of(relative.filename(), {".git", ".cache", "node_modules", "__pycache__"});
}

}  // namespace

bool File::is_below(std::string_view folder) const {
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

Tree read_tree(const std::filesystem::path& root) {
  Tree tree;
  for (std::filesystem::recursive_directory_iterator entry(root), end; entry != end; ++entry) {
    std::filesystem::path relative = entry->path().lexically_relative(root);
    if (is_outside(relative)) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    std::ifstream file(entry->path(), std::ios::binary);
    tree.push_back({.path = relative.generic_string(), .text = {std::istreambuf_iterator<char>(file), {}}});
  }
  std::sort(tree.begin(), tree.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return tree;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string joined(const Faults& faults) {
  std::string text;
  for (const std::string& fault : faults) text += fault + "\n";
  return text;
}

}  // namespace dekko::house
