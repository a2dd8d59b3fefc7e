#include "core/page_address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "core/limits.h"
#include "core/query.h"

namespace dekko {

namespace {

std::optional<int> page_number(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (value < 0 || value > limits::kPages) return std::nullopt;
  return value;
}

constexpr std::array<std::string_view, 2> kPathWords = {"page", "seite"};
constexpr std::array<std::string_view, 4> kQueryWords = {"page", "paged", "pagenum", "p"};
constexpr std::array<std::string_view, 4> kTracking = {"fbclid", "gclid", "mc_cid", "mc_eid"};
constexpr std::array<std::string_view, 2> kNoiseBesidePath = {"t", "c"};

template <class List>
bool has(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_tracking(std::string_view name) {
  return name.starts_with("utm_") || has(kTracking, name);
}

struct PathPage {
  std::string_view listing;  // with its closing slash
  std::string_view word;
  int page;
};

// "/tag/x/page/3/" and "/tag/x/page/3"
std::optional<PathPage> page_in_path(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  const size_t number = path.rfind('/');
  if (number == std::string_view::npos || number == 0) return std::nullopt;
  const size_t word = path.rfind('/', number - 1);
  if (word == std::string_view::npos) return std::nullopt;
  const auto page = page_number(path.substr(number + 1));
  const std::string_view name = path.substr(word + 1, number - word - 1);
  if (!page || *page == 0 || !has(kPathWords, name)) return std::nullopt;
  return PathPage{path.substr(0, word + 1), name, *page};
}

// "page=3" in a query, or "page=", which names no page and tells nothing apart.
void read_number(PageAddress& address, std::string_view name, std::string_view value) {
  address.style = PageAddress::Style::kQuery;
  address.key = name;
  if (value.empty()) return;
  const int number = page_number(value).value_or(1);
  address.numbered = true;
  address.first = number == 0 ? 0 : 1;
  address.page = std::max(number, 1);
}

}  // namespace

PageAddress page_address(const Url& url, const std::vector<std::string>& noise) {
  PageAddress address{.listing = url, .noise = noise};
  const auto in_path = page_in_path(url.path());
  if (in_path) {
    address.page = in_path->page;
    address.key = in_path->word;
    address.numbered = true;
    address.closing_slash = url.path().ends_with('/');
  }
  std::vector<std::string_view> kept;
  for (const std::string_view parameter : parameters(url.query())) {
    const std::string_view name = name_of(parameter), value = value_of(parameter);
    const bool pages = has(kQueryWords, name) && (value.empty() || page_number(value));
    if (is_tracking(name) || (in_path && (has(kQueryWords, name) || has(kNoiseBesidePath, name)))) continue;
    if (pages && (!address.numbered || address.key == name)) {
      read_number(address, name, value);
      address.place = kept.size();
    } else if (!has(noise, name)) {
      kept.push_back(parameter);
    }
  }
  address.listing = url.with_target(in_path ? in_path->listing : url.path(), joined(kept));
  return address;
}

Url PageAddress::of_page(int k) const {
  if (k <= 1) return listing;
  const std::string number = std::to_string(first + int64_t{k - 1} * step);
  if (style == Style::kPath) {
    std::string path(listing.path());
    if (!path.ends_with('/')) path += '/';
    path.append(key).append("/").append(number).append(closing_slash ? "/" : "");
    return listing.with_target(path, listing.query());
  }
  const std::string parameter = key + "=" + number;
  std::vector<std::string_view> all = parameters(listing.query());
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(std::min(place, all.size())), parameter);
  return listing.with_target(listing.path(), joined(all));
}

bool same_listing(const Url& a, const Url& b) {
  const auto bare = [](std::string_view path) {
    return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  };
  return same_site(a, b) && bare(a.path()) == bare(b.path()) && a.query() == b.query();
}

}  // namespace dekko
