#include "tests/house/includes.h"

#include <gtest/gtest.h>

namespace dekko::house {
namespace {

const Rooms kRooms(
    "core: \ncrawler/fetch: core\narchive: core\nextractors: core\ndb: core\n"
    "app: core crawler/fetch archive extractors db\nsupport: core crawler/fetch\n");

Faults faults_of(const std::string& path, const std::string& text) {
  return include_faults({{.path = path, .text = text}}, kRooms);
}

TEST(Includes, AcceptNeighboursTheStandardLibraryAndOnesOwnLibrary) {
  for (const auto& [path, line] : std::vector<std::pair<std::string, std::string>>{
           {"db/store.cc", "#include \"core/url.h\""},
           {"db/store.cc", "#include \"db/store.h\""},
           {"db/store.cc", "#include <vector>"},
           {"db/store.cc", "#include <sys/stat.h>"},
           {"db/store.cc", "#include <fmt/format.h>"},
           {"db/store.cc", "#include <tl/expected.hpp>"},
           {"db/store.cc", "#include <SQLiteCpp/Database.h>"},
           {"archive/warc.cc", "#include <zlib.h>"},
           {"crawler/fetch/curl.cc", "#include <curl/curl.h>"},
           {"app/main.cc", "#include \"archive/archive.h\""},
           {"tests/support/site.cc", "#include <httplib.h>"},
           {"tests/db/store_test.cc", "#include \"archive/archive.h\""},
           {"tests/db/store_test.cc", "#include \"tests/support/site.h\""},
           {"tests/db/store_test.cc", "#include <gtest/gtest.h>"},
           {"db/store.cc", "// #include \"archive/archive.h\""},
           {"db/store.cc", "#define INCLUDE 1"},
       })
    EXPECT_EQ(faults_of(path, line), Faults{}) << path << ": " << line;
}

TEST(Includes, RefuseWallsLibrariesAndStrangers) {
  for (const auto& [path, line] : std::vector<std::pair<std::string, std::string>>{
           {"core/url.cc", "#include \"db/store.h\""},
           {"db/store.cc", "#include \"archive/archive.h\""},
           {"db/store.cc", "#  include   \"archive/archive.h\"  // why not"},
           {"archive/warc.h", "\t#include\t\"extractors/extract.h\""},
           {"extractors/extract.cc", "#include \"crawler/fetch/fetcher.h\""},
           {"db/store.cc", "#include \"app/crawl.h\""},
           {"db/store.cc", "#include \"tests/support/site.h\""},
           {"db/store.cc", "#include \"store.h\""},
           {"db/store.cc", "#include \"../core/url.h\""},
           {"db/store.cc", "#include \"sqlite3.h\""},
           {"db/store.cc", "#include <zlib.h>"},
           {"core/url.cc", "#include <curl/curl.h>"},
           {"app/main.cc", "#include <sqlite3.h>"},
           {"app/main.cc", "#include <httplib.h>"},
           {"db/store.cc", "#include <gtest/gtest.h>"},
           {"db/store.cc", "#include <boost/asio.hpp>"},
           {"tests/support/site.cc", "#include \"db/store.h\""},
           {"tests/support/site.cc", "#include <sqlite3.h>"},
           {"tests/db/store_test.cc", "#include \"store.h\""},
           {"tests/db/store_test.cc", "#include <boost/asio.hpp>"},
           {"docs/example.cc", "#include \"core/url.h\""},
       })
    EXPECT_EQ(faults_of(path, line).size(), 1u) << path << ": " << line;
}

TEST(Includes, AFaultNamesFileLineAndReason) {
  EXPECT_EQ(faults_of("db/store.cc", "\n#include <string>\n#include \"archive/archive.h\"\n"),
            Faults{"db/store.cc:3: \"archive/archive.h\": archive is no neighbour of db"});
  EXPECT_EQ(faults_of("core/url.cc", "#include <curl/curl.h>"),
            Faults{"core/url.cc:1: <curl/curl.h> belongs to crawler/fetch only"});
}

}  // namespace
}  // namespace dekko::house
