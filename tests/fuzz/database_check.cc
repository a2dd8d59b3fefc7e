// Damage to a database of an earlier schema: an octet that chooses one of fixtures/databases, then any number
// of patches, each three octets of its place, one of its length, and so many octets. A last patch cut short
// cuts the file at its place.
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include "db/audit.h"
#include "db/reading.h"
#include "db/schema.h"
#include "db/store.h"
#include "tests/fuzz/claims.h"
#include "tests/fuzz/scratch_file.h"
#include "tests/fuzz/targets.h"

namespace dekko::fuzz {

namespace {

constexpr size_t kMostPatches = 64;

// The flag of incremental vacuum in the header: SQLite's own check objects to one only after the file was
// written.
constexpr size_t kFlag = 64, kFlagOctets = 4;

std::string database_of(int schema) {
  std::ifstream file(
      std::string(DEKKO_SOURCE_DIR) + "/fixtures/databases/schema-" + std::to_string(schema) + ".db",
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<std::string>& databases() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> read;
    for (int schema = 1; schema < schema_number(); ++schema) read.push_back(database_of(schema));
    return read;
  }();
  return all;
}

size_t take_number(std::string_view& octets, size_t count) {
  size_t number = 0;
  for (; count > 0 && !octets.empty(); --count) {
    number = number * 256 + static_cast<unsigned char>(octets.front());
    octets.remove_prefix(1);
  }
  return number;
}

std::string damaged(std::string_view octets) {
  std::string file = databases()[take_number(octets, 1) % databases().size()];
  for (size_t patches = 0; octets.size() >= 4 && !file.empty() && patches < kMostPatches; ++patches) {
    const size_t place = take_number(octets, 3) % file.size();
    const size_t length = take_number(octets, 1);
    if (length > octets.size()) {
      file.resize(place);
      break;
    }
    file.replace(place, length, octets.substr(0, length));
    octets.remove_prefix(length);
  }
  if (file.size() > kFlag + kFlagOctets) file.replace(kFlag, kFlagOctets, kFlagOctets, '\0');
  return file;
}

// What SQLite itself makes of the file; nothing where it does not open it.
std::optional<bool> is_sound(const std::filesystem::path& file) {
  sqlite3* db = nullptr;
  std::optional<bool> sound;
  const auto said_ok = [](void* ok, int, char** values, char**) {
    *static_cast<std::optional<bool>*>(ok) = values[0] && std::string_view(values[0]) == "ok";
    return 0;
  };
  if (sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK)
    sqlite3_exec(db, "PRAGMA integrity_check(1)", said_ok, &sound, nullptr);
  sqlite3_close(db);
  return sound;
}

void check_error(const Error& error) {
  claim(!error.context.empty() && !error.detail.empty(), "a refusal names the file and says why",
        error.message());
}

template <class T>
void check_answer(const Result<T>& answer) {
  if (!answer) check_error(answer.error());
}

// Whatever is in it, everything that is asked of it ends in an answer or an error.
void check_reading(const std::filesystem::path& file) {
  const Result<Reading> reading = Reading::open(file);
  if (!reading) return check_error(reading.error());
  check_answer(reading->status());
  check_answer(reading->search("bridge", 10));
  check_answer(reading->life("1"));
  for (const std::string& view : Reading::views())
    check_answer(reading->each_row(
        {.view = view}, [](const auto&) {}, [](const auto&) {}));
  if (const Result<Audit> audit = Audit::open(file)) check_answer(audit->faults());
}

}  // namespace

void check_database(std::string_view octets) {
  static const ScratchFile scratch("a.db");
  const std::filesystem::path file = scratch.holding(damaged(octets));
  const std::optional<bool> before = is_sound(file);
  {
    const Result<Store> store = Store::open(file);
    if (!store) check_error(store.error());
    if (store) claim(before.has_value(), "what SQLite cannot read is not opened");
  }
  if (before == true) claim(is_sound(file) == true, "what was sound stays so");
  check_reading(file);
}

}  // namespace dekko::fuzz
