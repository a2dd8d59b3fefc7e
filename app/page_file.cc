#include "app/page_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <system_error>
#include <toml++/toml.h>

#include "core/limits.h"
#include "extractors/canonical.h"

namespace dekko {

namespace {

namespace fs = std::filesystem;

Error io_error(const fs::path& file, std::string_view what) {
  const int number = errno;
  const ErrorCode code = number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return Error{code, file.string(), fmt::format("{}: {}", what, std::strerror(number))};
}

Result<std::string> drain(std::istream& in, const fs::path& name, size_t limit) {
  std::string text;
  std::string chunk(64 * limits::kKiB, '\0');
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    text.append(chunk, 0, static_cast<size_t>(in.gcount()));
    if (text.size() > limit) {
      return Error{ErrorCode::kLimit, name.string(), fmt::format("is larger than {} MiB", limit / limits::kMiB)};
    }
  }
  if (in.bad()) return io_error(name, "cannot be read");
  return text;
}

std::optional<fs::path> description_of(const fs::path& file) {
  fs::path own = file;
  own.replace_extension(".toml");
  for (const fs::path& path : {own, file.parent_path() / "page.toml"}) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) return path;
  }
  return std::nullopt;
}

Error bad_key(const fs::path& file, const toml::node& node, std::string_view what) {
  return Error{ErrorCode::kInvalid, fmt::format("{}:{}:{}", file.string(), node.source().begin.line,
                                                node.source().begin.column), std::string(what)};
}

// What `page.toml` may say: url, fetched_at, status, content_type.
Result<void> apply_key(Capture& capture, std::optional<std::string>& url, const fs::path& file,
                       std::string_view key, const toml::node& node) {
  const auto text = node.value<std::string>();
  if (key == "status") {
    const auto status = node.value<int64_t>();
    if (!status || *status < 100 || *status > 599) return bad_key(file, node, "`status` is no HTTP status");
    capture.status = static_cast<int>(*status);
    return {};
  }
  if (key != "url" && key != "fetched_at" && key != "content_type") {
    return bad_key(file, node, fmt::format("unknown key `{}`; known are url, fetched_at, status, content_type", key));
  }
  if (key == "fetched_at" && node.is_date_time()) {
    return bad_key(file, node, "`fetched_at` is a text: put quotes around it");
  }
  if (!text) return bad_key(file, node, fmt::format("`{}` has to be a text", key));
  if (key == "content_type") capture.content_type = *text;
  if (key == "url" && !url) url = *text;
  if (key != "fetched_at") return {};
  const Result<Moment> moment = parse_moment(*text);
  if (!moment) return bad_key(file, node, moment.error().message());
  capture.fetched_at = *moment;
  return {};
}

Result<void> describe(Capture& capture, std::optional<std::string>& url, const fs::path& file) {
  const Result<std::string> text = read_file(file, limits::kProfileBytes);
  if (!text) return text.error();
  try {
    const toml::table table = toml::parse(*text, file.string());
    for (const auto& [key, node] : table) {
      if (const Result<void> done = apply_key(capture, url, file, key.str(), node); !done) return done.error();
    }
  } catch (const toml::parse_error& error) {
    return Error{ErrorCode::kInvalid, fmt::format("{}:{}:{}", file.string(), error.source().begin.line,
                                                  error.source().begin.column), std::string(error.description())};
  }
  return {};
}

Moment last_written(const fs::path& file, const Clock& clock) {
  std::error_code failure;
  const auto written = fs::last_write_time(file, failure);
  if (failure) return clock.now();
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(written));
}

}  // namespace

Result<std::string> read_file(const fs::path& file, size_t limit) {
  if (file == "-") return drain(std::cin, "standard input", limit);
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) return Error{ErrorCode::kInvalid, file.string(), "is a folder, not a file"};
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return io_error(file, "cannot be opened");
  return drain(in, file, limit);
}

Result<void> write_file(const fs::path& file, const std::string& text) {
  const fs::path draft = file.string() + "~";
  errno = 0;
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) return io_error(file, "cannot be written");
  std::error_code failure;
  fs::rename(draft, file, failure);
  if (failure) return Error{ErrorCode::kIo, file.string(), "cannot be written: " + failure.message()};
  return {};
}

Result<Capture> read_page_file(const fs::path& file, const std::optional<std::string>& given, const Clock& clock) {
  Result<std::string> body = read_file(file, limits::kBodyBytes);
  if (!body) return body.error();
  std::optional<std::string> url = given;
  Capture capture{.url = *Url::parse("http://localhost/"), .fetched_at = last_written(file, clock)};
  capture.record.file = file.string();
  if (const auto description = description_of(file); file != "-" && description) {
    if (const Result<void> done = describe(capture, url, *description); !done) return done.error();
  }
  if (!url) url = canonical_link(*body, capture.content_type);
  if (!url) {
    return Error{ErrorCode::kUsage, file.string(), "the page's address is not known",
                 "give it with --url, or as `url` in a page.toml beside the file"};
  }
  Result<Url> address = Url::parse(*url);
  if (!address) return address.error();
  capture.url = *address;
  capture.body = std::move(*body);
  return capture;
}

}  // namespace dekko
