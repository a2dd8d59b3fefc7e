#include "core/url.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "core/limits.h"

namespace dekko {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool is_alpha(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

// WHATWG URL section 4.4, first steps.
std::string cleaned(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  std::string out(text);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// What may stand in a path, query or fragment as it is.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = '!'; c < 0x7F; ++c) plain[c] = true;
  for (const char c : {'"', '<', '>', '\\', '^', '`', '{', '|', '}', '%'})
    plain[static_cast<unsigned char>(c)] = false;
  return plain;
}();

bool is_plain(char c) {
  return kPlain[static_cast<unsigned char>(c)];
}

bool is_escape(std::string_view text, size_t at) {
  return text[at] == '%' && at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

bool is_encoded(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!is_plain(text[at]) && !is_escape(text, at)) return false;
  }
  return true;
}

// From the path on, with nothing in it to clean, to encode or to take out: most links of most pages.
bool is_settled(std::string_view target) {
  return target.starts_with('/') && !target.starts_with("//") && target.size() < limits::kUrlBytes / 2 &&
         is_encoded(target) && target.find("/.") == target.npos;
}

// Percent-encodes what may not stand in a path, query or fragment; a lone "%" becomes "%25", so that what
// comes out can be read by anything.
std::string encoded(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  if (is_encoded(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c) || is_escape(text, i)) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

// RFC 3986 section 5.2.4, on a path that begins with "/".
std::string without_dots(std::string_view path) {
  if (path.starts_with('/') && path.find("/.") == path.npos) return std::string(path);
  std::vector<std::string_view> kept;
  bool folder = false;
  for (size_t at = 1; at <= path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    folder = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!folder) kept.push_back(segment);
    at = end + 1;
  }
  std::string out;
  for (const std::string_view segment : kept) out.append("/").append(segment);
  if (folder || out.empty()) out += '/';
  return out;
}

// RFC 3986 appendix B, on cleaned text. Views into `text`; "\" counts as "/" before the query.
struct Reference {
  std::optional<std::string> scheme, authority, query, fragment;
  std::string path;
};

std::optional<std::string> take_after(std::string& text, char mark) {
  const size_t at = text.find(mark);
  if (at == std::string::npos) return std::nullopt;
  std::string tail = text.substr(at + 1);
  text.resize(at);
  return tail;
}

// 0 if it begins with none.
size_t scheme_size(std::string_view text) {
  const size_t colon =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  const bool named = colon != text.npos && colon > 0 && text[colon] == ':' && is_alpha(text[0]);
  return named ? colon : 0;
}

Reference split(std::string_view raw) {
  Reference parts;
  std::string text = cleaned(raw);
  parts.fragment = take_after(text, '#');
  parts.query = take_after(text, '?');
  if (const size_t size = scheme_size(text)) {
    parts.scheme = lowered(text.substr(0, size));
    text.erase(0, size + 1);
  }
  std::replace(text.begin(), text.end(), '\\', '/');
  if (text.starts_with("//")) {
    text.erase(0, 2);
    const size_t end = std::min(text.find('/'), text.size());
    parts.authority = text.substr(0, end);
    text.erase(0, end);
  }
  parts.path = text;
  return parts;
}

int default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

bool is_host(std::string_view host) {
  if (host.starts_with('[')) {
    return host.ends_with(']') && host.size() > 3 &&
           std::all_of(host.begin() + 1, host.end() - 1,
                       [](char c) { return is_hex(c) || c == ':' || c == '.'; });
  }
  static constexpr std::string_view kForbidden = " \"#%/:<>?@[\\]^`{|}";  // WHATWG URL section 3.2
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7F && kForbidden.find(c) == std::string_view::npos;
  });
}

// In lower case and without a port.
bool is_plain_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.';
  });
}

// "Host:080" to "host:80"; nothing if it is no authority.
std::optional<std::string> normal_authority(std::string_view scheme, std::string_view authority) {
  const size_t bracket = authority.rfind(']');
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  const std::string host = lowered(authority.substr(0, has_port ? colon : authority.size()));
  if (!is_host(host)) return std::nullopt;
  const std::string_view digits = has_port ? authority.substr(colon + 1) : std::string_view();
  if (digits.empty()) return host;
  int port = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (failure != std::errc() || end != digits.data() + digits.size() || port < 1 || port > 65535)
    return std::nullopt;
  return port == default_port(scheme) ? host : host + ":" + std::to_string(port);
}

std::optional<std::string_view> given(const std::optional<std::string>& part, std::string_view encoded) {
  return part ? std::optional(encoded) : std::nullopt;
}

Error refusal(std::string_view text, std::string detail, std::string cure = "") {
  return Error{ErrorCode::kInvalid, std::string(text.substr(0, limits::kExcerptBytes)), std::move(detail),
               std::move(cure)};
}

}  // namespace

Url Url::assemble(std::string_view scheme, std::string_view authority, std::string_view path,
                  std::optional<std::string_view> query, std::optional<std::string_view> fragment) {
  Url url;
  url.text_.reserve(scheme.size() + authority.size() + path.size() + (query ? query->size() : 0) +
                    (fragment ? fragment->size() : 0) + std::string_view("://?#").size());
  url.text_.append(scheme).append("://");
  url.scheme_end_ = scheme.size();
  const size_t authority_begin = url.text_.size();
  url.text_.append(authority);
  url.path_begin_ = url.text_.size();
  const size_t colon = authority.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos;
  url.host_end_ = has_port ? authority_begin + colon : url.path_begin_;
  url.text_ += path;
  url.path_end_ = url.text_.size();
  if (query) url.text_.append("?").append(*query);
  url.query_end_ = url.text_.size();
  if (fragment) url.text_.append("#").append(*fragment);
  return url;
}

Url Url::settled(std::string_view scheme, std::string_view authority, std::string_view target) {
  const size_t query_end = std::min(target.find('#'), target.size());
  const std::string_view before = target.substr(0, query_end);
  const size_t path_end = std::min(before.find('?'), query_end);
  std::optional<std::string_view> query, fragment;
  if (path_end < query_end) query = before.substr(path_end + 1);
  if (query_end < target.size()) fragment = target.substr(query_end + 1);
  return assemble(scheme, authority, before.substr(0, path_end), query, fragment);
}

Result<Url> Url::parse(std::string_view text) {
  if (text.size() > limits::kUrlBytes) return refusal(text, "the address is longer than 8 KiB");
  for (const std::string_view scheme : {"https", "http"}) {
    if (!text.starts_with(scheme) || !text.substr(scheme.size()).starts_with("://")) continue;
    const std::string_view rest = text.substr(scheme.size() + 3);
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (is_plain_host(host) && is_settled(rest.substr(host.size())))
      return settled(scheme, host, rest.substr(host.size()));
  }
  const Reference parts = split(text);
  const bool is_web = parts.scheme && (*parts.scheme == "http" || *parts.scheme == "https");
  if (!is_web || !parts.authority) {
    return refusal(text, "is no http or https address", "write it in full, as in https://example.org/tag/x/");
  }
  if (parts.authority->find('@') != std::string::npos) {
    return refusal(text.substr(0, text.find(':')), "user names and passwords do not belong in an address",
                   "use --cookies or netrc");
  }
  const auto authority = normal_authority(*parts.scheme, *parts.authority);
  if (!authority) return refusal(text, "has no valid host or port");
  const std::string path = without_dots(encoded(parts.path.empty() ? "/" : parts.path));
  const std::string query = encoded(parts.query.value_or(""));
  const std::string fragment = encoded(parts.fragment.value_or(""));
  Url url =
      assemble(*parts.scheme, *authority, path, given(parts.query, query), given(parts.fragment, fragment));
  if (url.text_.size() > limits::kUrlBytes) return refusal(text, "the address is longer than 8 KiB");
  return url;
}

Result<Url> Url::resolve(std::string_view reference) const {
  if (reference.size() > limits::kUrlBytes) return refusal(reference, "the address is longer than 8 KiB");
  if (is_settled(reference)) return settled(scheme(), part(scheme_end_ + 3, path_begin_), reference);
  // WHATWG URL section 4.4, "special authority": "https:/path" and "https:path" are not worth telling apart
  // here.
  if (scheme_size(reference) > 0) return parse(reference);
  const Reference parts = split(reference);
  if (parts.scheme) return parse(reference);
  std::string whole(scheme());
  whole += ':';
  if (parts.authority) {
    return parse(whole + std::string(reference.substr(reference.find_first_of("/\\"))));
  }
  whole += part(scheme_end_ + 1, path_begin_);
  if (parts.path.starts_with('/')) {
    whole += parts.path;
  } else if (parts.path.empty()) {
    whole += path();
    if (!parts.query && query_end_ > path_end_) whole += part(path_end_, query_end_);
  } else {
    whole += path().substr(0, path().rfind('/') + 1);
    whole += parts.path;
  }
  if (parts.query) whole.append("?").append(*parts.query);
  if (parts.fragment) whole.append("#").append(*parts.fragment);
  return parse(whole);
}

int Url::port() const {
  if (host_end_ == path_begin_) return default_port(scheme());
  int port = 0;
  std::from_chars(text_.data() + host_end_ + 1, text_.data() + path_begin_, port);
  return port;
}

std::string_view Url::query() const {
  return query_end_ > path_end_ ? part(path_end_ + 1, query_end_) : std::string_view();
}

Url Url::without_fragment() const {
  Url url = *this;
  url.text_.resize(query_end_);
  return url;
}

Url Url::with_target(std::string_view path, std::string_view query) const {
  const auto kept = query.empty() ? std::nullopt : std::optional(query);
  return assemble(scheme(), part(scheme_end_ + 3, path_begin_), path, kept, std::nullopt);
}

bool Url::is_loopback() const {
  const std::string_view name = host();
  if (name == "localhost" || name.ends_with(".localhost") || name == "[::1]") return true;
  in_addr address{};
  return inet_pton(AF_INET, std::string(name).c_str(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
}

namespace {

std::string_view without_www(std::string_view host) {
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool has_default_port(const Url& url) {
  return url.port() == (url.scheme() == "https" ? 443 : 80);
}

}  // namespace

bool same_site(const Url& a, const Url& b) {
  return without_www(a.host()) == without_www(b.host()) &&
         (a.port() == b.port() || (has_default_port(a) && has_default_port(b)));
}

}  // namespace dekko
