// Where a public host may not lead, over real sockets: the loopback server stands for what is inside a
// network.
#include <stdlib.h>

#include "tests/crawler/fetching.h"

namespace dekko {
namespace {

const std::string kOk = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";

class Inward : public Fetching {
 protected:
  ~Inward() override { unsetenv("http_proxy"); }

  FetchOutcome fetch_for(const std::string& named_host, const std::string& url) {
    return fetch(Request{.url = Url::parse(url).value(), .named_host = named_host});
  }
};

TEST_F(Inward, RefusesBeforeAnythingIsSentWhereAPublicHostLeadsToLoopback) {
  serve({{.answers = {kOk}}});
  const FetchOutcome outcome = fetch_for("public.example", server_->url());
  EXPECT_EQ(name(outcome), "inward_address");
  EXPECT_EQ(describe(outcome),
            "leads from a public host to 127.0.0.1, an address inside your network: not asked");
  EXPECT_EQ(exchange_of(outcome), nullptr);
  EXPECT_EQ(server_->connections(), 0);
}

TEST_F(Inward, RefusesANameThatIsLookedUpToLoopback) {
  serve({{.answers = {kOk}}});
  const std::string url = "http://localhost:" + std::to_string(server_->port()) + "/";
  EXPECT_EQ(name(fetch_for("public.example", url)), "inward_address");
  EXPECT_EQ(server_->connections(), 0);
}

// Another listing, at home there, keeps a connection open.
TEST_F(Inward, DoesNotBorrowAConnectionThatAnotherListingMayUse) {
  const std::string open = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  serve({{.answers = {open, open}}});
  EXPECT_EQ(name(fetch_for("127.0.0.1", server_->url())), "fetched");
  EXPECT_EQ(name(fetch_for("public.example", server_->url())), "inward_address");
  EXPECT_EQ(server_->requests().size(), 1u);
}

TEST_F(Inward, LetsAHostThatTheUserNamedInsideLeadOn) {
  serve({{.answers = {kOk}}});
  EXPECT_EQ(name(fetch_for("127.0.0.1", server_->url())), "fetched");
  const std::string other = "http://localhost:" + std::to_string(server_->port()) + "/";
  EXPECT_EQ(name(fetch_for("127.0.0.1", other)), "fetched");
}

TEST_F(Inward, LeavesAProxyOfTheUserAlone) {
  serve({{.answers = {kOk}}});
  setenv("http_proxy", server_->url("").c_str(), 1);
  EXPECT_EQ(name(fetch_for("public.example", "http://public.example/")), "fetched");
  EXPECT_TRUE(server_->requests()[0].starts_with("GET http://public.example/ ")) << server_->requests()[0];
}

TEST_F(Inward, AsksNoProxyForAnAddressInsideEither) {
  serve({{.answers = {kOk}}});
  setenv("http_proxy", server_->url("").c_str(), 1);
  EXPECT_EQ(name(fetch_for("public.example", "http://192.168.0.1/")), "inward_address");
  EXPECT_EQ(server_->requests().size(), 0u);
}

}  // namespace
}  // namespace dekko
