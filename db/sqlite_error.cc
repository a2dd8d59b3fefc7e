#include "db/sqlite_error.h"

#include <sqlite3.h>

namespace dekko {

namespace {

struct Meaning {
  int sqlite;
  ErrorCode code;
  const char* detail;
  const char* cure;
};

constexpr Meaning kMeanings[] = {
    {SQLITE_FULL, ErrorCode::kIo, "the disk is full",
     "free some space and run it again; what was stored stays whole"},
    {SQLITE_READONLY, ErrorCode::kIo, "may not be written",
     "make the file and its folder writable, or name another file with --db"},
    {SQLITE_CANTOPEN, ErrorCode::kIo, "cannot be opened",
     "check that its folder exists and may be read and written"},
    {SQLITE_PERM, ErrorCode::kIo, "access is denied", "check the permissions of the file and its folder"},
    {SQLITE_IOERR, ErrorCode::kIo, "the disk reports an error",
     "check the disk and its free space, then run it again"},
    {SQLITE_CORRUPT, ErrorCode::kCorrupt, "is damaged",
     "make it anew with: dekko rebuild --archive DIR --db NEW"},
    {SQLITE_NOTADB, ErrorCode::kCorrupt, "is not an SQLite file, or its head is damaged",
     "name another file with --db, or make it anew with: dekko rebuild --archive DIR --db NEW"},
    {SQLITE_BUSY, ErrorCode::kBusy, "another program is writing it", "run it again when that has ended"},
    {SQLITE_LOCKED, ErrorCode::kBusy, "another program is writing it", "run it again when that has ended"},
    {SQLITE_TOOBIG, ErrorCode::kLimit, "a text is longer than SQLite stores", ""},
    {SQLITE_NOMEM, ErrorCode::kLimit, "there is not enough memory", ""},
};

}  // namespace

Error to_error(const SQLite::Exception& thrown, const std::filesystem::path& file) {
  const int primary = thrown.getErrorCode() & 0xff;
  for (const Meaning& meaning : kMeanings) {
    if (meaning.sqlite != primary) continue;
    return Error{meaning.code, file.string(), std::string(meaning.detail) + " (" + thrown.what() + ")",
                 meaning.cure};
  }
  return Error{ErrorCode::kInvalid, file.string(), thrown.what()};
}

Error to_error(const std::filesystem::filesystem_error& thrown) {
  return Error{ErrorCode::kIo, thrown.path1().string(), thrown.code().message(),
               "check the folder's permissions and free space"};
}

}  // namespace dekko
