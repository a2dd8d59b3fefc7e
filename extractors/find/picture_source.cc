#include "extractors/find/picture_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "extractors/fields/links.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

constexpr std::array<std::string_view, 5> kSources = {"data-src", "data-lazy-src", "data-original",
                                                      "data-lazy", "src"};
constexpr std::array<std::string_view, 3> kSets = {"data-srcset", "data-lazy-srcset", "srcset"};
// Counters' pixels, icons and avatars are smaller, the smallest thumbnail seen was 60 wide.
constexpr int kThumbnailPixels = 50;

std::optional<std::string> from_set(Node node, const Url& base) {
  for (const std::string_view name : kSets) {
    const std::string_view best = best_of_srcset(node.attribute(name).value_or(""));
    if (auto address = resolve_link(base, best)) return address;
  }
  return std::nullopt;
}

bool is_small(Node image) {
  for (const std::string_view name : {"width", "height"}) {
    const std::string_view text = image.attribute(name).value_or("");
    int pixels = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), pixels);
    if (failure == std::errc() && end != text.data() && pixels > 0 && pixels < kThumbnailPixels) return true;
  }
  return false;
}

bool is_avatar(const Picture& picture, const std::vector<Author>& authors,
               const std::vector<std::string>& constants) {
  const std::string_view names = picture.image.attribute("class").value_or("");
  if (names.find("avatar") != names.npos || names.find("gravatar") != names.npos) return true;
  if (picture.alt.empty()) return false;
  return std::any_of(authors.begin(), authors.end(),
                     [&](const Author& author) { return has_key(picture.alt, author.key); }) ||
         std::any_of(constants.begin(), constants.end(), [&](const auto& constant) {
           return !begins_otherwise(picture.alt, constant) && has_key(picture.alt, fold_key(constant));
         });
}

}  // namespace

std::optional<std::string> picture_source(Node image, const Url& base) {
  for (const std::string_view name : kSources) {
    if (auto address = resolve_link(base, image.attribute(name).value_or(""))) return address;
  }
  if (auto address = from_set(image, base)) return address;
  if (image.parent().tag() != "picture") return std::nullopt;
  for (Node source = image.parent().first_child(); source; source = source.next_sibling()) {
    if (source.tag() != "source") continue;
    if (auto address = from_set(source, base)) return address;
  }
  return std::nullopt;
}

std::optional<std::string> card_picture(const CardLines& card, const std::string& address,
                                        const std::vector<Author>& authors,
                                        const std::vector<size_t>& byline_lines,
                                        const std::vector<std::string>& constants, const Url& base) {
  std::optional<std::string> unlinked;
  for (const Picture& picture : card.pictures) {
    if (is_small(picture.image) || is_avatar(picture, authors, constants)) continue;
    const bool own = !picture.link.empty() && picture.link == address;
    const bool by_byline = picture.line > 0 && std::find(byline_lines.begin(), byline_lines.end(),
                                                         picture.line) != byline_lines.end();
    if (!own && (by_byline || unlinked)) continue;
    auto source = picture_source(picture.image, base);
    if (own && source) return source;
    if (source) unlinked = std::move(source);
  }
  return unlinked;
}

}  // namespace dekko
