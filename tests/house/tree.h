// The checkout as text, for the tests that hold it to the rules of the house.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dekko::house {

struct File {
  std::string path;  // from the checkout's root, "core/url.h"
  std::string text;

  bool is_header() const { return path.ends_with(".h"); }
  bool is_code() const { return is_header() || path.ends_with(".cc"); }
  bool is_below(std::string_view folder) const;
};

using Tree = std::vector<File>;

// Every file that belongs to the project, sorted: not what is built, installed, hidden by git or lying in
// fixtures/, which is data. Hidden files in the root (.clang-format, .ci/) belong to it.
Tree read_tree(const std::filesystem::path& root);

// The text's lines without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

// "core/url.h:12: what is wrong"
using Faults = std::vector<std::string>;
std::string joined(const Faults& faults);

}  // namespace dekko::house
