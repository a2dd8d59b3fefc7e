#include "core/url.h"

#include <gtest/gtest.h>

#include <array>

#include "core/limits.h"

namespace dekko {
namespace {

using Pairs = std::vector<std::array<std::string, 2>>;

std::string parsed(const std::string& text) {
  const Result<Url> url = Url::parse(text);
  return url ? url->text() : "refused: " + url.error().message();
}

TEST(Url, ReadsWhatABrowserReads) {
  const Pairs accepted = {
      {"https://example.org/tag/x/", "https://example.org/tag/x/"},
      {"HTTPS://Example.ORG", "https://example.org/"},
      {"http://h:80/", "http://h/"},
      {"https://h:443/", "https://h/"},
      {"http://h:443/", "http://h:443/"},
      {"http://h:/", "http://h/"},
      {"http://h:0080/", "http://h/"},
      {"  http://h/a\n", "http://h/a"},
      {"ht\ttp://h/\na", "http://h/a"},
      {"http:\\\\h\\a\\b?c\\d", "http://h/a/b?c%5Cd"},
      {"http://h/a b?c d#e f", "http://h/a%20b?c%20d#e%20f"},
      {"http://h/\xC3\xA9?\xC3\xA9", "http://h/%C3%A9?%C3%A9"},
      {"http://h/100%", "http://h/100%25"},
      {"http://h/%zz%4", "http://h/%25zz%254"},
      {"http://h/%7euser", "http://h/%7euser"},
      {"http://h/a/./b/../c", "http://h/a/c"},
      {"http://h/../../a/..", "http://h/"},
      {"http://h/a/b/.", "http://h/a/b/"},
      {"http://h//a//b", "http://h//a//b"},
      {"http://h?a", "http://h/?a"},
      {"http://h#a", "http://h/#a"},
      {"http://h/?", "http://h/?"},
      {"http://h/?a?b#c#d", "http://h/?a?b#c#d"},
      {"http://h/a?x=../y", "http://h/a?x=../y"},
      {"http://[::1]:8080/", "http://[::1]:8080/"},
      {"http://[::1]", "http://[::1]/"},
      {"http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"},
      {"http://b\xC3\xBC\x63her.example/", "http://b\xC3\xBC\x63her.example/"},
  };
  for (const auto& [text, url] : accepted) EXPECT_EQ(parsed(text), url) << text;
}

TEST(Url, RefusesWhatIsNoWebAddress) {
  const std::vector<std::string> refused = {
      "",
      "/a",
      "a",
      "//h/a",
      "http",
      "http:",
      "http://",
      "http:///a",
      "ftp://h/",
      "mailto:a@h",
      "javascript:0",
      "data:,a",
      "about:blank",
      "file:///etc/x",
      "http://u@h/",
      "http://u:p@h/",
      "http://h:x/",
      "http://h:65536/",
      "http://h:0/",
      "http://h:-1/",
      "http://a b/",
      "http://h<x/",
      "http://[/",
      "http://[]/",
      "http://[::1/",
      "http://::1/",
      "http://h%41/",
      "://h/",
      "1http://h/",
      "http://[::1]x/",
      "http://[::g]/",
      "http://h:80:80/",
  };
  for (const std::string& text : refused) EXPECT_TRUE(parsed(text).starts_with("refused: ")) << parsed(text);
}

TEST(Url, NeverRepeatsAPasswordInItsError) {
  EXPECT_EQ(parsed("http://user:secret@h/").find("secret"), std::string::npos);
}

TEST(Url, SaysWhatIsWrongAndWhatToDo) {
  for (const std::string text : {"example.org", "example.org:8080/x", "ftp://h/", "mailto:a@h"}) {
    EXPECT_EQ(parsed(text),
              "refused: " + text +
                  ": is no http or https address; write it in full, as in https://example.org/tag/x/");
  }
}

TEST(Url, RefusesWhatIsTooLongBeforeAndAfterEncoding) {
  EXPECT_TRUE(Url::parse("http://h/" + std::string(limits::kUrlBytes - 9, 'a')));
  EXPECT_FALSE(Url::parse("http://h/" + std::string(limits::kUrlBytes - 8, 'a')));
  EXPECT_FALSE(Url::parse("http://h/" + std::string(limits::kUrlBytes / 2, ' ') + "a"));
}

TEST(Url, ReadsATextCutAnywhere) {
  const std::string whole = " hTtPs://[2001:db8::1]:8443/a/%C3%A9/../b c?d=e%20#f ";
  for (size_t length = 0; length <= whole.size(); ++length) {
    const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    const Result<Url> url = Url::parse({exact.data(), exact.size()});
    EXPECT_EQ(url ? parsed(url->text()) : "", url ? url->text() : "") << length;
  }
}

TEST(Url, IsTheSameWhenReadTwice) {
  for (int octet = 1; octet < 256; ++octet) {
    const std::string text = std::string("http://h/") + static_cast<char>(octet) + "%?" +
                             static_cast<char>(octet) + "#" + static_cast<char>(octet);
    const Result<Url> url = Url::parse(text);
    ASSERT_TRUE(url) << octet;
    EXPECT_EQ(parsed(url->text()), url->text()) << octet;
  }
}

TEST(Url, ComesApartInItsParts) {
  const Url url = Url::parse("https://h.example:8443/a/b?c=d#e").value();
  EXPECT_EQ(url.scheme(), "https");
  EXPECT_EQ(url.host(), "h.example");
  EXPECT_EQ(url.port(), 8443);
  EXPECT_EQ(url.origin(), "https://h.example:8443");
  EXPECT_EQ(url.path(), "/a/b");
  EXPECT_EQ(url.query(), "c=d");
  EXPECT_EQ(url.target(), "/a/b?c=d");
  EXPECT_EQ(url.without_fragment().text(), "https://h.example:8443/a/b?c=d");
  EXPECT_EQ(url.with_target("/x", "y=z").text(), "https://h.example:8443/x?y=z");
  EXPECT_EQ(url.with_target("/x", "").text(), "https://h.example:8443/x");
}

TEST(Url, KnowsHostAndPortOfAddressLiterals) {
  const Url url = Url::parse("http://[::1]:81/").value();
  EXPECT_EQ(url.host(), "[::1]");
  EXPECT_EQ(url.port(), 81);
  EXPECT_EQ(Url::parse("http://[::1]/").value().host(), "[::1]");
  EXPECT_EQ(Url::parse("http://[::1]/").value().port(), 80);
}

TEST(Url, ResolvesReferences) {  // RFC 3986 section 5.4
  const Url base = Url::parse("http://a/b/c/d;p?q#f").value();
  const Pairs references = {
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g/"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"https://h/x", "https://h/x"},
      {" \n/g ", "http://a/g"},
      {"\\\\h\\g", "http://h/g"},
      {"g:h/", "refused"},
      {"javascript:void(0)", "refused"},
      {"mailto:a@b", "refused"},
      {"//", "refused"},
      {"//u:p@h/", "refused"},
      {"http://", "refused"},
  };
  for (const auto& [reference, target] : references) {
    const Result<Url> url = base.resolve(reference);
    EXPECT_EQ(url ? url->text() : "refused", target) << reference;
  }
}

TEST(Url, RefusesAReferenceThatMakesItTooLong) {
  const Url base = Url::parse("http://h/" + std::string(limits::kUrlBytes / 2, 'a') + "/").value();
  EXPECT_FALSE(base.resolve(std::string(limits::kUrlBytes / 2, 'b')));
  EXPECT_FALSE(base.resolve(std::string(limits::kUrlBytes + 1, 'b')));
}

TEST(Url, KnowsLoopbackByName) {
  for (const char* host : {"127.0.0.1", "127.255.0.9", "localhost", "LOCALHOST", "a.localhost", "[::1]"}) {
    EXPECT_TRUE(Url::parse(std::string("http://") + host + ":8080/").value().is_loopback()) << host;
  }
  for (const char* host :
       {"128.0.0.1", "127.0.0.1.example", "localhost.example", "notlocalhost", "127.example", "10.0.0.1",
        "[::2]", "0.0.0.0", "127.0.0.1.2", "127...", "127.0.0.999"}) {
    EXPECT_FALSE(Url::parse(std::string("http://") + host + "/").value().is_loopback()) << host;
  }
}

}  // namespace
}  // namespace dekko
