// Over real sockets: each fault does what its name says.
#include "tests/support/site_server.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/limits.h"
#include "tests/support/static_site.h"

namespace dekko::site {
namespace {

class SiteServerTest : public testing::Test {
 protected:
  void serve(SiteOptions options, const std::string& log_file = "") {
    auto started = SiteServer::start(std::move(options), 0, log_file);
    ASSERT_TRUE(started) << started.error().message();
    server_ = std::move(*started);
  }

  void serve_fault(Fault fault) {
    serve(
        {.gzip = false, .slow_time = std::chrono::milliseconds{40}, .faults = {{.fault = fault, .page = 1}}});
  }

  httplib::Result get(const std::string& path = "/tag/x/", const httplib::Headers& headers = {}) {
    httplib::Client client(server_->origin());
    client.set_keep_alive(true);
    return client.Get(path, headers);
  }

  std::unique_ptr<SiteServer> server_;
};

TEST_F(SiteServerTest, ServesTheSameOctetsAsTheDump) {
  auto folder = std::filesystem::path(testing::TempDir()) / "dekko-site-dump";
  ASSERT_TRUE(write_static(Newspaper({.posts = 25}), folder));
  serve({.posts = 25});
  std::stringstream dumped;
  dumped << std::ifstream(folder / "tag/x/page/3/index.html").rdbuf();
  EXPECT_EQ(get("/tag/x/page/3/")->body, dumped.str());
  EXPECT_FALSE(std::filesystem::exists(folder / "tag/x/page/4"));
  std::filesystem::remove_all(folder);
}

TEST_F(SiteServerTest, EveryPageAnswersOverOneConnection) {
  serve({.page_bytes = 0});
  httplib::Client client(server_->origin());
  client.set_keep_alive(true);
  for (int page = 2; page <= 113; ++page)
    EXPECT_EQ(client.Get("/tag/x/page/" + std::to_string(page) + "/")->status, 200);
  EXPECT_EQ(server_->visits().size(), 112u);
}

TEST_F(SiteServerTest, CompressesOnlyForThoseWhoAccept) {
  serve({});
  EXPECT_EQ(get("/tag/x/", {{"Accept-Encoding", "gzip"}})->get_header_value("Content-Encoding"), "gzip");
  EXPECT_EQ(get("/tag/x/", {{"Accept-Encoding", "identity"}})->get_header_value("Content-Encoding"), "");
  EXPECT_EQ(get("/tag/x/", {{"Accept-Encoding", "gzip"}})->body,
            get("/tag/x/", {{"Accept-Encoding", "br"}})->body);
}

TEST_F(SiteServerTest, NeverCompressesWhenToldNotTo) {
  serve({.gzip = false});
  EXPECT_EQ(get("/tag/x/", {{"Accept-Encoding", "gzip"}})->get_header_value("Content-Encoding"), "");
}

TEST_F(SiteServerTest, ChunksCarryTheSamePage) {
  serve({.chunked = true});
  auto answer = get("/tag/x/", {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(answer->get_header_value("Transfer-Encoding"), "chunked");
  EXPECT_EQ(answer->get_header_value("Content-Length"), "");
  EXPECT_EQ(answer->body, Newspaper(SiteOptions{}).page(1));
}

TEST_F(SiteServerTest, NotModifiedHasNoBody) {
  serve({});
  std::string tag = get()->get_header_value("ETag");
  auto answer = get("/tag/x/", {{"If-None-Match", tag}});
  EXPECT_EQ(answer->status, 304);
  EXPECT_EQ(answer->body, "");
}

TEST_F(SiteServerTest, RobotsCanBeSetWhileItRuns) {
  serve({.robots = "User-agent: *\nDisallow: /\n"});
  EXPECT_EQ(get("/robots.txt")->body, "User-agent: *\nDisallow: /\n");
  server_->set_robots("", 503);
  EXPECT_EQ(get("/robots.txt")->status, 503);
}

TEST_F(SiteServerTest, SlowIsSlowAndWhole) {
  serve_fault(Fault::kSlow);
  auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(get()->body, Newspaper(SiteOptions{}).page(1));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds{38});
}

TEST_F(SiteServerTest, DropLeavesNoAnswer) {
  serve_fault(Fault::kDrop);
  EXPECT_EQ(get().error(), httplib::Error::Read);
  EXPECT_EQ(server_->visits().at(0).status, 0);
  EXPECT_EQ(get("/tag/x/page/2/")->status, 200);
}

TEST_F(SiteServerTest, TruncatedEndsBeforeItsContentLength) {
  serve_fault(Fault::kTruncated);
  EXPECT_EQ(get().error(), httplib::Error::Read);
}

TEST_F(SiteServerTest, TruncatedChunksHaveNoLastOne) {
  serve({.chunked = true, .faults = {{.fault = Fault::kTruncated}}});
  EXPECT_EQ(get().error(), httplib::Error::Read);
}

TEST_F(SiteServerTest, WrongLengthIsHalfOfWhatIsSent) {
  serve_fault(Fault::kWrongLength);
  EXPECT_EQ(get()->body.size(), Newspaper(SiteOptions{}).page(1).size() / 2);
}

TEST_F(SiteServerTest, TooManySaysWhenToComeBack) {
  serve_fault(Fault::kTooMany);
  EXPECT_EQ(get()->status, 429);
  EXPECT_EQ(get()->get_header_value("Retry-After"), "1");
}

TEST_F(SiteServerTest, UnavailableIs503) {
  serve_fault(Fault::kUnavailable);
  EXPECT_EQ(get()->status, 503);
}

TEST_F(SiteServerTest, RedirectLoopNeverEnds) {
  serve_fault(Fault::kRedirectLoop);
  httplib::Client client(server_->origin());
  client.set_follow_location(true);
  EXPECT_EQ(client.Get("/tag/x/").error(), httplib::Error::ExceedRedirectCount);
  EXPECT_EQ(server_->visits().at(1).target, "/tag/x/?again=1");
}

TEST_F(SiteServerTest, LoginIs200WithoutACard) {
  serve_fault(Fault::kLogin);
  EXPECT_EQ(get()->status, 200);
  EXPECT_EQ(get()->body.find("<article"), std::string::npos);
  EXPECT_NE(get()->body.find("type=\"password\""), std::string::npos);
}

TEST_F(SiteServerTest, NotHtmlAndEmptyAre200) {
  serve({.faults = {{.fault = Fault::kNotHtml, .page = 1}, {.fault = Fault::kEmpty, .page = 2}}});
  EXPECT_EQ(get()->get_header_value("Content-Type"), "application/pdf");
  EXPECT_EQ(get("/tag/x/page/2/")->status, 200);
  EXPECT_EQ(get("/tag/x/page/2/")->body, "");
}

TEST_F(SiteServerTest, HugeIsBeyondTheLimit) {
  serve_fault(Fault::kHuge);
  EXPECT_GT(get()->body.size(), limits::kBodyBytes);
}

TEST_F(SiteServerTest, LogNamesTheVisitor) {
  std::string file = testing::TempDir() + "dekko-site.log";
  serve({}, file);
  get("/tag/x/?a=b", {{"User-Agent", "visitor/1"}});
  std::stringstream log;
  log << std::ifstream(file).rdbuf();
  EXPECT_NE(log.str().find("\t/tag/x/?a=b\t200\tvisitor/1\n"), std::string::npos) << log.str();
  EXPECT_EQ(server_->visits().at(0).user_agent, "visitor/1");
  std::filesystem::remove(file);
}

TEST_F(SiteServerTest, ATakenPortIsAnError) {
  serve({});
  int taken = std::stoi(server_->origin().substr(server_->origin().rfind(':') + 1));
  auto second = SiteServer::start({}, taken);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message().find("cannot listen there"), std::string::npos);
}

}  // namespace
}  // namespace dekko::site
