// The address of a page, and on a second line a reference that stands on it; a third: a srcset.
#include "core/url.h"

#include "core/page_address.h"
#include "extractors/fields/links.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

void check_settled(const Url& url) {
  const Result<Url> again = Url::parse(url.text());
  claim(again && *again == url, "an address as normalised stays so", url.text());
  claim(url.scheme() == "http" || url.scheme() == "https", "an address is one of the web", url.text());
  claim(!url.host().empty() && url.path().starts_with('/'), "an address has a host and a path", url.text());
  claim(url.port() >= 0 && url.port() <= 65535, "a port is one", url.text());
  claim(url.text().find_first_of(" \t\r\n\\<>\"") == std::string::npos, "nothing of it breaks a line",
        url.text());
  const Result<Url> whole = url.resolve(url.text());
  claim(whole && *whole == url, "an absolute reference needs no base", url.text());
  const Result<Url> same = url.resolve("");
  claim(same && same->text() == url.document(), "an empty reference is the base", url.text());
  claim(url.with_target(url.path(), url.query()) == url.without_fragment() || url.document().ends_with('?') ||
            url.without_fragment().text().find('?') == std::string::npos,
        "a target put back changes nothing", url.text());
}

// Beside a number in the path these tell nothing (core/page_address.h); a listing that has them without one
// does not get them back.
bool has_what_is_noise_beside_a_path(const Url& listing) {
  const std::string query = "&" + std::string(listing.query());
  for (const char* name : {"t", "c", "page", "paged", "pagenum", "p"})
    for (const char* end : {"=", "&", ""})
      if (const std::string word = "&" + std::string(name) + end;
          *end ? query.find(word) != query.npos : query.ends_with(word))
        return true;
  return false;
}

void check_paging(const Url& url) {
  const PageAddress address = page_address(url);
  claim(address.page >= 1, "pages count from one", url.text());
  claim(same_listing(address.listing, address.listing), "a listing is itself", url.text());
  check_settled(address.listing);
  // Where the listing's own address has a number too, nobody can tell which is meant.
  if (page_address(address.listing).numbered || has_what_is_noise_beside_a_path(address.listing)) return;
  for (const int page : {2, 3, 10'000}) {
    const Url there = address.of_page(page);
    const PageAddress back = page_address(there);
    check_settled(there);
    claim(back.page == page || address.first == 0, "a page's address tells its number", there.text());
    claim(same_listing(back.listing, address.listing), "a page's address tells its listing", there.text());
  }
}

}  // namespace

void check_url(std::string_view octets) {
  const std::string address(first_line(octets)), reference(first_line(octets));
  claim(octets.find(best_of_srcset(octets)) != octets.npos, "the best picture is one of those offered");
  const Result<Url> url = Url::parse(address);
  if (!url) {
    claim(!url.error().detail.empty(), "a refusal says why");
    return;
  }
  check_settled(*url);
  check_paging(*url);
  if (const Result<Url> there = url->resolve(reference)) check_settled(*there);
  if (const std::optional<std::string> link = resolve_link(*url, reference)) {
    const Result<Url> there = Url::parse(*link);
    claim(there && there->text() == *link, "a link is an address", *link);
    claim(link->find('#') == link->npos, "a link has no fragment", *link);
  }
}

}  // namespace dekko::fuzz
