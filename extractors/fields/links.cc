#include "extractors/fields/links.h"

#include <charconv>

namespace dekko {

namespace {

constexpr std::string_view kSpace = " \t\n\f\r";

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// A width outranks a density: "640w" against "2x" has no common measure, and pages with both mean the widths.
struct Size {
  double width = 0;
  double density = 1;
  auto operator<=>(const Size&) const = default;
};

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0)) return std::nullopt;
  return value;
}

// The descriptors of one candidate; nothing for those that make a browser drop it.
std::optional<Size> size_of(std::string_view descriptors) {
  Size size;
  for (std::string_view rest = trimmed(descriptors); !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_of(kSpace));
    const std::optional<double> value = number(word.substr(0, word.size() - 1));
    if (!value) return std::nullopt;
    if (word.back() == 'w' && *value > 0) {
      size.width = *value;
    } else if (word.back() == 'x') {
      size.density = *value;
    } else if (word.back() != 'h') {
      return std::nullopt;
    }
    rest = trimmed(rest.substr(word.size()));
  }
  return size;
}

// Where the descriptors end: at the next comma outside parentheses.
size_t end_of_descriptors(std::string_view text, size_t at) {
  for (bool inside = false; at < text.size(); ++at) {
    if (text[at] == '(') inside = true;
    if (text[at] == ')') inside = false;
    if (text[at] == ',' && !inside) break;
  }
  return at;
}

std::optional<Url> target_of(const Url& base, std::string_view reference) {
  const std::string_view text = trimmed(reference);
  if (text.empty() || text.front() == '#') return std::nullopt;
  Result<Url> target = base.resolve(text);
  return target ? std::optional(std::move(*target)) : std::nullopt;
}

}  // namespace

std::optional<std::string> resolve_link(const Url& base, std::string_view reference) {
  const auto target = target_of(base, reference);
  return target ? std::optional(std::string(target->document())) : std::nullopt;
}

std::optional<Url> linked_url(const Url& base, std::string_view reference) {
  auto target = target_of(base, reference);
  if (!target || target->document().size() == target->text().size()) return target;
  Result<Url> bare = Url::parse(target->document());
  return bare ? std::optional(std::move(*bare)) : std::nullopt;
}

// HTML section 4.8.4.2.1, "parse a srcset attribute".
std::string_view best_of_srcset(std::string_view srcset) {
  std::string_view best;
  Size largest;
  for (size_t at = srcset.find_first_not_of(" \t\n\f\r,"); at < srcset.size();
       at = srcset.find_first_not_of(" \t\n\f\r,", at)) {
    const size_t end = std::min(srcset.find_first_of(kSpace, at), srcset.size());
    std::string_view address = srcset.substr(at, end - at);
    at = end;
    std::optional<Size> size = Size{};
    if (address.back() == ',') {
      address.remove_suffix(address.size() - (address.find_last_not_of(',') + 1));
    } else {
      at = end_of_descriptors(srcset, end);
      size = size_of(srcset.substr(end, at - end));
    }
    if (size && (best.empty() || *size > largest)) {
      best = address;
      largest = *size;
    }
  }
  return best;
}

}  // namespace dekko
