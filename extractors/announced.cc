#include "extractors/announced.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <unordered_set>

#include "core/limits.h"
#include "extractors/fields/links.h"

namespace dekko {

namespace {

using Json = nlohmann::json;

constexpr size_t kScriptBytes = 1 * limits::kMiB;  // a list of a hundred items has 100 KB
constexpr int kDepth = 32;                         // real ones stay below 10

constexpr std::array<std::string_view, 4> kLists = {"itemListElement", "blogPost", "blogPosts", "hasPart"};
constexpr std::array<std::string_view, 3> kAddresses = {"url", "@id", "mainEntityOfPage"};
constexpr std::array<std::string_view, 2> kOtherLists = {"BreadcrumbList", "SiteNavigationElement"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

size_t count_in(std::string_view text, std::string_view word) {
  size_t count = 0;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

// Most pages describe only themselves and the way to them, which need not be parsed to be told.
bool may_announce(std::string_view text) {
  if (text.size() > kScriptBytes) return false;
  size_t lists = 0;
  for (const std::string_view list : kLists) lists += count_in(text, list);
  return lists > 0 && lists > count_in(text, "\"BreadcrumbList\"");
}

Json parsed(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, const Json&) { return depth <= kDepth; };
  return Json::parse(text, shallow, false);
}

bool is_other_list(const Json& object) {
  const auto type = object.find("@type");
  return type != object.end() && type->is_string() &&
         is_one_of(type->get_ref<const std::string&>(), kOtherLists);
}

class Announced {
 public:
  explicit Announced(const Url& base) : base_(base) {}

  // As deep as parsed() lets it be.
  void read(const Json& value) {
    if (value.is_object() && is_other_list(value)) return;
    for (const auto& [key, below] : value.items()) {
      if (value.is_object() && is_one_of(key, kLists)) read_items(below);
      if (below.is_structured()) read(below);
    }
  }

  std::vector<std::string> take() { return std::move(items_); }

 private:
  void read_items(const Json& items) {
    if (!items.is_array()) return add(items);
    for (const Json& item : items) add(item);
  }

  // An address, an item that has one, or a ListItem around either.
  void add(const Json& item) {
    if (item.is_string()) return add(item.get_ref<const std::string&>());
    if (!item.is_object() || is_other_list(item)) return;
    if (const auto inner = item.find("item"); inner != item.end() && !inner->is_array()) return add(*inner);
    for (const std::string_view name : kAddresses) {
      const auto address = item.find(name);
      if (address == item.end()) continue;
      return address->is_string() ? add(address->get_ref<const std::string&>()) : add(*address);
    }
  }

  void add(const std::string& address) {
    const auto url = resolve_link(base_, address);
    if (url && items_.size() < limits::kCards && known_.insert(*url).second) items_.push_back(*url);
  }

  const Url& base_;
  std::vector<std::string> items_;
  std::unordered_set<std::string> known_;
};

}  // namespace

// By its rarest letter.
bool has_json_ld(std::string_view html) {
  constexpr std::string_view kBefore = "ld", kAfter = "json";
  for (size_t at = html.find('+'); at != html.npos; at = html.find('+', at + 1)) {
    if (html.substr(0, at).ends_with(kBefore) && html.substr(at + 1).starts_with(kAfter)) return true;
  }
  return false;
}

std::vector<std::string> announced_items(const Document& document, const Url& base) {
  Announced announced(base);
  for (Node node = document.root(); node; node = node.next_in(document.root())) {
    if (node.tag() != "script" || node.attribute("type") != "application/ld+json") continue;
    const std::string_view text = node.first_child().text();
    if (may_announce(text)) announced.read(parsed(text));
  }
  return announced.take();
}

}  // namespace dekko
