// Compresses a record into one gzip member of its own (WARC 1.1 annex D), so that its offset is its address.
#pragma once

#include <zlib.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace dekko {

// Reuses its tables from member to member. Not copyable: zlib's state points into itself.
class GzipMember {
 public:
  GzipMember();
  ~GzipMember();
  GzipMember(const GzipMember&) = delete;
  GzipMember& operator=(const GzipMember&) = delete;

  // Appends one member that holds the pieces laid end to end.
  void append_to(std::string& out, std::initializer_list<std::string_view> pieces);

 private:
  void deflate_piece(std::string& out, std::string_view piece, int flush);
  z_stream stream_{};
};

}  // namespace dekko
