// An absolute http or https address, normalised so that equal addresses are equal strings.
//
// Reading is as lenient as a browser's (WHATWG URL section 4.4: surrounding white space and control
// characters dropped, tabs and line ends removed, "\" read as "/", spaces and non-ASCII octets
// percent-encoded); what comes out is RFC 3986: scheme and host in lower case, default port dropped, dot
// segments removed, path never empty. Not done: IDNA (a non-ASCII host is kept as served, in UTF-8; the
// fetcher converts it).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace dekko {

class Url {
 public:
  // Absolute http(s) only; user and password are refused, for they would end up in every file dekko writes.
  static Result<Url> parse(std::string_view text);

  // RFC 3986 section 5.2, with this address as base. Fails for other schemes (javascript:, mailto:, data:)
  // and for text that is no reference. An empty reference is the base without its fragment.
  Result<Url> resolve(std::string_view reference) const;

  const std::string& text() const { return text_; }
  std::string_view scheme() const { return part(0, scheme_end_); }
  // Without brackets for IPv6 literals kept: "[::1]" stays "[::1]".
  std::string_view host() const { return part(scheme_end_ + 3, host_end_); }
  // The explicit port, or the scheme's own.
  int port() const;
  // "https://host" or "https://host:8443": what shares a robots.txt.
  std::string_view origin() const { return part(0, path_begin_); }
  std::string_view path() const { return part(path_begin_, path_end_); }
  // Without "?"; empty both for "?" and for no query.
  std::string_view query() const;
  // Path and query as asked from the server and matched by robots.txt.
  std::string_view target() const { return part(path_begin_, query_end_); }
  // All but the fragment.
  std::string_view document() const { return part(0, query_end_); }
  Url without_fragment() const;
  // The same address with another path and query ("" for none). Both must be percent-encoded already.
  Url with_target(std::string_view path, std::string_view query) const;

  // 127.0.0.0/8, [::1] and localhost (RFC 6761 section 6.3), by name only: nothing is looked up.
  bool is_loopback() const;

  bool operator==(const Url& other) const { return text_ == other.text_; }
  auto operator<=>(const Url& other) const { return text_ <=> other.text_; }

 private:
  Url() = default;
  std::string_view part(size_t begin, size_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }
  static Url settled(std::string_view scheme, std::string_view authority, std::string_view target);
  static Url assemble(std::string_view scheme, std::string_view authority, std::string_view path,
                      std::optional<std::string_view> query, std::optional<std::string_view> fragment);

  // https://host:8443/path?query#fragment
  //      |       |   |    |     +- query_end_
  //      |       |   |    +------- path_end_
  //      |       |   +------------ path_begin_
  //      |       +---------------- host_end_
  //      +------------------------ scheme_end_
  std::string text_;
  size_t scheme_end_ = 0, host_end_ = 0, path_begin_ = 0, path_end_ = 0, query_end_ = 0;
};

// The same host, "www." aside; http and https of it are one site, other ports are not.
bool same_site(const Url& a, const Url& b);

}  // namespace dekko
