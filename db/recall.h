// What earlier runs leave to the next one, read beside the writer: validators of pages, robots.txt, and when
// each host was last asked. A connection of its own, so that it may be used on another thread than the Store.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/page_copy.h"
#include "core/result.h"
#include "core/robots_copy.h"
#include "core/run.h"

namespace dekko {

class Recall {
 public:
  // The file must be there with today's schema: open the Store first.
  static Result<Recall> open(const std::filesystem::path& file);

  Recall(Recall&&) noexcept;
  Recall& operator=(Recall&&) noexcept;
  ~Recall();

  // Nothing where nothing is known.
  Result<std::optional<PageCopy>> page(const std::string& listing, const Url& url) const;
  Result<std::optional<RobotsCopy>> robots(std::string_view origin) const;
  Result<std::optional<LedgerLine>> last_request(std::string_view host) const;

 private:
  class Impl;
  explicit Recall(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dekko
