#include "tests/house/names.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace dekko::house {
namespace {

// "namespace a::b {" opens, "}  // namespace a::b" closes; nested ones are laid end to end.
class Namespaces {
 public:
  void read(std::string_view line) {
    constexpr std::string_view kOpens = "namespace";
    if (line.starts_with("}") && line.find("// namespace") != std::string_view::npos && !open_.empty())
      open_.pop_back();
    else if (line.starts_with(kOpens) && line.ends_with("{"))
      open_.push_back(trimmed(line.substr(kOpens.size(), line.size() - kOpens.size() - 1)));
  }

  bool unnamed() const {
    for (const std::string& name : open_)
      if (name.empty()) return true;
    return false;
  }

  std::string qualified(std::string_view name) const {
    std::string text;
    for (const std::string& part : open_) text += part + "::";
    return text.append(name);
  }

 private:
  static std::string trimmed(std::string_view text) {
    size_t begin = text.find_first_not_of(' ');
    size_t end = text.find_last_not_of(' ');
    return begin == std::string_view::npos ? "" : std::string(text.substr(begin, end - begin + 1));
  }

  std::vector<std::string> open_;
};

// The type that the line begins to define, or nothing: not a forward declaration, not a member class of
// another.
std::string_view defined_type(std::string_view line) {
  for (std::string_view word : {"enum class ", "enum ", "class ", "struct ", "union "}) {
    if (!line.starts_with(word)) continue;
    std::string_view rest = line.substr(word.size());
    std::string_view name = rest.substr(0, rest.find_first_of(" :{;<"));
    std::string_view after = rest.substr(name.size());
    bool defines = line.find('{') != std::string_view::npos;
    return defines && !after.starts_with("::") ? name : std::string_view{};
  }
  return {};
}

}  // namespace

Faults name_faults(const Tree& tree) {
  std::map<std::string, std::string> homes;
  Faults faults;
  for (const File& file : tree) {
    if (!file.is_code() || (file.is_below("tests") && !file.is_below("tests/support"))) continue;
    Namespaces namespaces;
    for (std::string_view line : lines_of(file.text)) {
      namespaces.read(line);
      std::string_view type = defined_type(line);
      if (type.empty() || namespaces.unnamed()) continue;
      auto [home, first] = homes.emplace(namespaces.qualified(type), file.path);
      if (!first)
        faults.push_back(fmt::format("{}: {} is defined in {} too", file.path, home->first, home->second));
    }
  }
  return faults;
}

}  // namespace dekko::house
