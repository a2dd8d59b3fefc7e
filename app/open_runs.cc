#include "app/open_runs.h"

namespace dekko {

namespace {

template <class What>
void stand_at(OpenRun& run, const What& step) {
  run.position = step.position;
  run.page = step.page;
}

}  // namespace

void OpenRuns::hear(const JournalStep& step, const std::string& segment) {
  if (const auto* begins = std::get_if<RunBegins>(&step.what)) {
    runs_[step.run] = {.segment = segment, .position = begins->position, .asked = {}};
    return;
  }
  if (std::holds_alternative<RunEnds>(step.what)) {
    runs_.erase(step.run);
    return;
  }
  const auto found = runs_.find(step.run);
  if (found == runs_.end()) return;
  if (const auto* request = std::get_if<RequestMade>(&step.what)) {
    if (request->line.purpose != Purpose::kRobots) found->second.asked[request->line.url] = request->line.at;
  }
  if (const auto* answer = std::get_if<AnswerNoted>(&step.what)) stand_at(found->second, *answer);
  if (const auto* page = std::get_if<PageRead>(&step.what)) stand_at(found->second, *page);
  if (const auto* again = std::get_if<PageSeenAgain>(&step.what)) stand_at(found->second, *again);
}

}  // namespace dekko
