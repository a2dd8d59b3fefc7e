// A month of nights in whose midst the site changes its mark-up: nothing of the first night in the new one
// reaches the items, the mended profile reads the archive as before, and the second half of the month goes on
// where the first left off.
#include <tuple>

#include "app/pinned_profiles.h"
#include "app/profile_repair.h"
#include "app/reextract.h"
#include "db/listing_memory.h"
#include "tests/app/crawling.h"
#include "tests/app/newspaper_fetcher.h"

namespace dekko {
namespace {

constexpr int kNights = 30;
constexpr int kRedesign = 16;  // the first night in the new mark-up
constexpr int kNewPosts = 3;   // a night
const std::string kListing = "https://h.example/tag/x/";

class RedesignMonth : public Crawling,
                      public testing::WithParamInterface<std::pair<site::Layout, site::Layout>> {
 protected:
  // One run, read as the command would: by the profile that is pinned to the listing, where one is.
  RunReport walk() {
    const Profile& claimed = profiles().for_url(*Url::parse(kListing));
    PinnedProfiles pins;
    const Profile* profile = &claimed;
    if (std::filesystem::exists(db()))
      profile = pins.instead_of(claimed, kListing, ListingMemory::open(db()).value()).value();
    const ProfileSource source = profile == &claimed ? ProfileSource::kNone : ProfileSource::kInferred;
    return crawl(kListing, fetcher_, clock_, {.profile = profile, .source = source});
  }
  // What comes between two nights: new posts, and on some days another headline for an older one.
  void go_on_until(int night) {
    clock_.advance(std::chrono::hours(24));
    for (int i = 0; i < kNewPosts; ++i) paper_.apply({.kind = site::Change::Kind::kInsert});
    if (night % 4 != 0) return;
    const int number = 5 + night % 20;
    const auto post = [&] { return paper_.listing().page(1 + (number - 1) / 10)[(number - 1) % 10]; };
    const std::string before = post().headline;
    paper_.apply({.kind = site::Change::Kind::kEdit, .number = number});
    edits_.insert({"https://h.example" + post().path, before, post().headline});
  }
  void expect_walk(int night) {
    go_on_until(night);
    EXPECT_EQ(walk().exit_code(), ExitCode::kDone) << night;
  }

  std::vector<std::vector<std::string>> history() const {
    return {rows("items"), rows("versions"), rows("changes"), rows("sightings")};
  }

  // As `dekko profile repair --accept`. From when on the mended profile reads otherwise.
  Moment mend() {
    const ListingMemory memory = ListingMemory::open(db()).value();
    const Profile old = profile_of(memory.pinned(kListing).value().value()).value();
    const Result<Mended> mended = mend_profile(old, kListing, memory, folder());
    EXPECT_TRUE(mended && mended->is_proven()) << (mended ? to_text(*mended) : mended.error().message());
    if (!mended) return {};
    EXPECT_GT(mended->before.pages(), 10);
    expect_latest_read(old, memory);
    Store store = Store::open(db()).value();
    EXPECT_TRUE(store.pin_profile(
        kListing,
        {.name = old.name, .toml = mended->toml, .fingerprint = old.fingerprint, .since = clock_.now()}));
    return mended->from;
  }
  // Of an archive that is larger than the proof may take, the latest pages are read, and the rest is said.
  void expect_latest_read(const Profile& old, const ListingMemory& memory) const {
    size_t last = 0;
    const Result<Mended> some =
        mend_profile(old, kListing, memory, folder(), {.most = 5, .progress = [&](size_t page, size_t of) {
                                                         EXPECT_EQ(of, 5u);
                                                         last = page;
                                                       }});
    ASSERT_TRUE(some);
    EXPECT_EQ(last, 5u);
    EXPECT_LE(some->before.pages(), 5);
    EXPECT_GT(some->unread, 10);
    EXPECT_NE(to_text(*some).find("older ones were not read"), std::string::npos);
  }
  // As `dekko reextract --commit`; nothing from before that moment may be read otherwise.
  void reextract(Moment from) {
    Store store = Store::open(db()).value();
    Reextraction reextraction({store.memory(), profiles(), nullptr, folder()});
    int mended = 0;
    EXPECT_TRUE(reextraction.read(
        kListing, [&](const Capture& capture, const Page& page, const Profile& by) -> Result<void> {
          EXPECT_GE(capture.fetched_at, from) << capture.url.text();
          EXPECT_EQ(page.verdict, Verdict::kListing) << capture.url.text();
          ++mended;
          return store.reread(capture, page, {by.text, by.fingerprint});
        }));
    EXPECT_GT(mended, 0);
  }

  // Every change is an edit of the newspaper's, and nothing else tells two versions of an item apart. An edit
  // that is seen for the first time by the mended profile makes a version and no change: it may be the
  // profile's doing.
  void expect_only_real_changes() const {
    const auto urls = column("changes", "url"), fields = column("changes", "field");
    const auto before = column("changes", "before"), after = column("changes", "after");
    for (size_t i = 0; i < urls.size(); ++i) {
      EXPECT_EQ(fields[i], "headline") << urls[i] << ": " << before[i] << " -> " << after[i];
      EXPECT_TRUE(fields[i] != "headline" || edits_.contains({urls[i], before[i], after[i]})) << urls[i];
    }
    expect_only_real_versions();
  }
  void expect_only_real_versions() const {
    const auto ids = column("items", "id"), urls = column("items", "url");
    std::map<std::string, std::string> url_of;
    for (size_t i = 0; i < ids.size(); ++i) url_of[ids[i]] = urls[i];
    const auto items = column("versions", "item_id"), headlines = column("versions", "headline");
    std::map<std::string, std::string> last;  // headline by item
    for (size_t i = 0; i < items.size(); ++i) {
      const auto [known, fresh] = last.try_emplace(items[i], headlines[i]);
      EXPECT_TRUE(fresh || edits_.contains({url_of[items[i]], known->second, headlines[i]}))
          << url_of[items[i]] << ": " << known->second << " -> " << headlines[i];
      known->second = headlines[i];
    }
    for (const char* field : {"dek", "kind", "published", "bylines", "image"}) {
      const auto values = column("versions", field);
      std::set<std::pair<std::string, std::string>> shown;
      for (size_t i = 0; i < items.size(); ++i) shown.insert({items[i], values[i]});
      EXPECT_EQ(shown.size(), ids.size()) << field;
    }
  }
  void expect_all_items(int nights) const {
    EXPECT_EQ(static_cast<int>(column("items", "url").size()), 45 + kNewPosts * nights);
    for (const std::string& since : column("items", "missing_since")) EXPECT_EQ(since, "");
  }

  FakeClock clock_{std::chrono::sys_days(std::chrono::year(2024) / 3 / 19) + std::chrono::hours(22)};
  site::Newspaper paper_{{.posts = 45, .layout = GetParam().first, .page_bytes = 3000}};
  NewspaperFetcher fetcher_{paper_, clock_, Seconds(1)};
  std::set<std::tuple<std::string, std::string, std::string>> edits_;  // url, headline before and after
};

TEST_P(RedesignMonth, IsReadOnAsThoughTheSiteHadNotChanged) {
  EXPECT_EQ(walk().exit_code(), ExitCode::kDone);
  for (int night = 1; night < kRedesign; ++night) expect_walk(night);
  expect_all_items(kRedesign - 1);
  const auto first_seen = column("items", "first_seen");
  const auto before = history();

  go_on_until(kRedesign);
  paper_.redesign(GetParam().second);
  EXPECT_EQ(walk().exit_code(), ExitCode::kSuspicious);
  EXPECT_EQ(history(), before);

  const Moment from = mend();
  EXPECT_EQ(history(), before);
  reextract(from);
  for (int night = kRedesign + 1; night <= kNights; ++night) expect_walk(night);

  expect_all_items(kNights);
  expect_only_real_changes();
  auto then = column("items", "first_seen");
  then.resize(first_seen.size());
  EXPECT_EQ(then, first_seen);  // the same items, by number
  EXPECT_GE(column("changes", "url").size(), 5u);
}

constexpr std::pair<site::Layout, site::Layout> kRedesigns[] = {{site::Layout::kP24A, site::Layout::kT24P},
                                                                {site::Layout::kP22, site::Layout::kT24N},
                                                                {site::Layout::kT24P, site::Layout::kP24A},
                                                                {site::Layout::kA20, site::Layout::kP21}};

INSTANTIATE_TEST_SUITE_P(Every, RedesignMonth, testing::ValuesIn(kRedesigns), [](const auto& test) {
  return std::string(name_of(test.param.first)) + "To" + std::string(name_of(test.param.second));
});

}  // namespace
}  // namespace dekko
