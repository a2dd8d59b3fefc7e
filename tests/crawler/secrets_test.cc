#include "crawler/fetch/secrets.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "tests/crawler/fetching.h"
#include "tests/support/scratch.h"

namespace dekko {
namespace {

const std::string kOk =
    "HTTP/1.1 200 OK\r\nSet-Cookie: s=renewed; Path=/\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";

// -- What is written down --------------------------------------------------------------------------------

struct Heads {
  std::string request, response;
};
Heads withheld(Heads heads) {
  withhold_secrets(heads.request, heads.response);
  return heads;
}

TEST(Secrets, WithholdsWhatProvesWhoAsksAndKeepsTheRest) {
  const Heads heads =
      withheld({"GET / HTTP/1.1\r\nHost: h\r\ncookie: a=1\r\nAUTHORIZATION: Basic eA==\r\n"
                "Proxy-Authorization: Basic eQ==\r\nX-Cookie: mine\r\n\r\n",
                "HTTP/1.1 200 OK\r\nset-cookie: a=2\r\n b=3\r\nSet-Cookie: c=4\r\nETag: e\r\n\r\n"});
  EXPECT_EQ(heads.request,
            "GET / HTTP/1.1\r\nHost: h\r\ncookie: (withheld)\r\nAUTHORIZATION: (withheld)\r\n"
            "Proxy-Authorization: (withheld)\r\nX-Cookie: mine\r\n\r\n");
  EXPECT_EQ(heads.response,
            "HTTP/1.1 200 OK\r\nset-cookie: (withheld)\r\nSet-Cookie: (withheld)\r\nETag: e\r\n\r\n");
}

TEST(Secrets, LeavesAnAnswerToNobodyInParticularAsItIs) {
  const std::string answer = "HTTP/1.1 200 OK\r\nSet-Cookie: a=2\r\n\r\n";
  EXPECT_EQ(withheld({"GET / HTTP/1.1\r\n\r\n", answer}).response, answer);
  EXPECT_EQ(withheld({"GET / HTTP/1.1\r\nProxy-Authorization: x\r\n\r\n", answer}).response, answer);
}

TEST(Secrets, AreWithheldFromAHeadCutAnywhere) {
  const std::string whole = "GET / HTTP/1.1\r\nCookie: secret=word\r\n\r\n";
  for (size_t length = 0; length <= whole.size(); ++length) {
    const std::string head = withheld({whole.substr(0, length), ""}).request;
    EXPECT_EQ(head.find("secret"), std::string::npos) << length;
  }
}

// -- Over real sockets -----------------------------------------------------------------------------------

class SecretsSent : public Fetching {
 protected:
  SecretsSent() { setenv("HOME", home_.c_str(), 1); }
  ~SecretsSent() override {
    before_ ? setenv("HOME", before_, 1) : unsetenv("HOME");
    unsetenv("http_proxy");
  }
  // A session for 127.0.0.1 and for nobody else.
  void use_cookies() {
    options_.cookie_file = home_ / "cookies.txt";
    std::ofstream(options_.cookie_file) << "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tsecret\n";
  }
  std::string at_localhost() const { return "http://localhost:" + std::to_string(server_->port()) + "/"; }
  bool was_sent(const std::string& what, size_t request = 0) const {
    return server_->requests().at(request).find(what) != std::string::npos;
  }

  const Scratch scratch_;
  const std::filesystem::path home_ = scratch_.path();
  const char* before_ = getenv("HOME");
};

TEST_F(SecretsSent, CookiesGoToTheServerAndNotIntoTheExchange) {
  use_cookies();
  const FetchOutcome outcome = fetch_answer(kOk);
  EXPECT_TRUE(was_sent("\r\nCookie: session=secret\r\n"));
  EXPECT_NE(exchange(outcome).request_head.find("\r\nCookie: (withheld)\r\n"), std::string::npos);
  EXPECT_EQ(exchange(outcome).request_head.find("secret"), std::string::npos);
  EXPECT_EQ(exchange(outcome).response_head.find("renewed"), std::string::npos);
}

TEST_F(SecretsSent, CookiesOfOneHostNeverGoToAnother) {
  use_cookies();
  serve({{.answers = {kOk}}});
  EXPECT_EQ(name(fetch(server_->url())), "fetched");  // which sets one more
  EXPECT_EQ(name(fetch(at_localhost())), "fetched");
  EXPECT_FALSE(was_sent("Cookie:", 1)) << server_->requests().at(1);
}

TEST_F(SecretsSent, CookiesThatNobodyGaveAreNotSentBack) {
  serve({{.answers = {kOk}}});
  EXPECT_EQ(name(fetch(server_->url())), "fetched");
  EXPECT_EQ(name(fetch(server_->url())), "fetched");
  EXPECT_FALSE(was_sent("Cookie:", 1));
}

TEST_F(SecretsSent, PasswordsOfNetrcGoToTheirHostAloneAndNotIntoTheExchange) {
  std::ofstream(home_ / ".netrc") << "machine 127.0.0.1 login me password hunter2\n";
  serve({{.answers = {kOk}}});
  const FetchOutcome outcome = fetch(server_->url());
  EXPECT_TRUE(was_sent("\r\nAuthorization: Basic bWU6aHVudGVyMg==\r\n"));
  EXPECT_NE(exchange(outcome).request_head.find("Authorization: (withheld)"), std::string::npos);
  EXPECT_EQ(exchange(outcome).request_head.find("bWU6"), std::string::npos);
  EXPECT_EQ(name(fetch(at_localhost())), "fetched");
  EXPECT_FALSE(was_sent("Authorization", 1));
}

TEST_F(SecretsSent, PasswordsOfAProxyAreNotInTheExchange) {
  serve({{.answers = {kOk}}});
  setenv("http_proxy", ("http://me:hunter2@127.0.0.1:" + std::to_string(server_->port())).c_str(), 1);
  const FetchOutcome outcome = fetch("http://public.example/");
  EXPECT_TRUE(was_sent("Proxy-Authorization: Basic bWU6aHVudGVyMg=="));
  EXPECT_EQ(exchange(outcome).request_head.find("bWU6"), std::string::npos);
}

}  // namespace
}  // namespace dekko
