// Expected failures as values. A function that can fail returns Result<T>; an Error always names its object.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace dekko {

enum class ErrorCode {
  kUsage,        // the caller asked for something that does not exist or makes no sense
  kNotFound,     // a file, record, listing or row that is not there
  kInvalid,      // input that is not of its format
  kLimit,        // a named limit of core/limits.h was reached
  kIo,           // the operating system said no: permission, full disk, ...
  kNetwork,      // DNS, connect, TLS, a broken transfer
  kCorrupt,      // damaged archive or database
  kBusy,         // another dekko is writing
  kUnsupported,  // well-formed, but newer or of another kind than this dekko reads
  kInterrupted,  // the user stopped it
};

// context: the object (URL, file and offset, profile line and column). detail: what is wrong with it.
// cure: the next step for the user, may be empty.
struct Error {
  ErrorCode code = ErrorCode::kInvalid;
  std::string context;
  std::string detail;
  std::string cure = {};

  // "context: detail; cure", one line, without a full stop.
  std::string message() const;
};

// tl::expected, but ignoring one is a compiler warning. `return Error{...}` and `return value` both convert.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using Base = tl::expected<T, Error>;
  using Base::Base;
  Result(Base other) : Base(std::move(other)) {}
  Result(Error error) : Base(tl::unexpected<Error>(std::move(error))) {}
};

}  // namespace dekko
