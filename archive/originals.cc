#include "archive/originals.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "archive/archive_limits.h"

namespace dekko {

namespace {

// FNV-1a, 64 bits. Two answers that share a hash are told apart once they are read.
uint64_t hash_of(std::string_view url, Moment at) {
  uint64_t hash = 0xcbf29ce484222325U;
  const auto mix = [&hash](unsigned char octet) { hash = (hash ^ octet) * 0x100000001b3U; };
  for (const char c : url) mix(static_cast<unsigned char>(c));
  for (const char c : to_text_ms(at)) mix(static_cast<unsigned char>(c));
  return hash;
}

std::string first_moment(const std::filesystem::path& file) {
  Result<WarcReader> reader = WarcReader::open(file);
  if (!reader) return "~";
  const Result<std::optional<WarcRecord>> record = reader->next();
  return record && *record ? std::string((*record)->field("warc-date")) : "~";
}

}  // namespace

bool is_warc_name(std::string_view name) {
  return name.ends_with(".warc") || name.ends_with(".warc.gz") || name.ends_with(".warc.zst");
}

std::vector<std::filesystem::path> warc_files(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<std::pair<std::string, fs::path>> found;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end;
       it.increment(failure)) {
    if (is_warc_name(it->path().filename().string()))
      found.emplace_back(first_moment(it->path()), it->path());
  }
  std::sort(found.begin(), found.end());
  std::vector<fs::path> files;
  files.reserve(found.size());
  for (auto& [moment, file] : found) files.push_back(std::move(file));
  return files;
}

void Originals::remember(const WarcRecord& response) {
  const Result<Moment> at = parse_moment(response.field("warc-date"));
  if (!at || response.type() != "response" || places_.size() >= limits::kOriginals) return;
  if (files_.empty() || files_.back() != response.ref.file) files_.push_back(response.ref.file);
  places_.try_emplace(hash_of(response.field("warc-target-uri"), *at),
                      Place{uint32_t(files_.size() - 1), response.ref.offset});
}

void Originals::read_folder() {
  folder_read_ = true;
  for (const std::filesystem::path& file : warc_files(folder_)) {
    Result<WarcReader> reader = WarcReader::open(file);
    while (reader) {
      const Result<std::optional<WarcRecord>> record = reader->next();
      if (!record || !*record) break;
      remember(**record);
    }
  }
}

std::optional<Originals::Place> Originals::place_of(std::string_view url, Moment at) const {
  const auto found = places_.find(hash_of(url, at));
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

Result<Capture> Originals::read(const Place& place) const {
  Result<WarcReader> reader = WarcReader::open_at(files_[place.file], place.offset);
  if (!reader) return reader.error();
  const Result<std::optional<WarcRecord>> record = reader->next();
  if (!record) return record.error();
  if (!*record) return Error{ErrorCode::kCorrupt, files_[place.file], "has lost a record"};
  return to_capture(**record);
}

Result<Capture> Originals::capture_of(const WarcRecord& revisit) {
  const std::string where = fmt::format("{}, offset {}", revisit.ref.file, revisit.ref.offset);
  const Result<Moment> at = parse_moment(revisit.field("warc-refers-to-date"));
  std::string_view url = revisit.field("warc-refers-to-target-uri");
  if (url.empty()) url = revisit.field("warc-target-uri");
  if (!at) return Error{ErrorCode::kUnsupported, where, "is a revisit that does not say of which answer"};
  std::optional<Place> place = place_of(url, *at);
  if (!place && !folder_read_) {
    read_folder();
    place = place_of(url, *at);
  }
  Result<Capture> original =
      Error{ErrorCode::kNotFound, where,
            fmt::format("is a revisit of {} at {}, which is not here", url, to_text_ms(*at)),
            "put the file that holds it into the same folder"};
  if (!place) return original;
  Result<Capture> read_back = read(*place);
  if (!read_back) return read_back.error();
  const Result<Url> wanted = Url::parse(url);
  if (!wanted || read_back->url.text() != wanted->text() || read_back->fetched_at != *at) return original;
  return to_capture(revisit, std::move(*read_back));
}

}  // namespace dekko
