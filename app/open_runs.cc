#include "app/open_runs.h"

namespace dekko {

namespace {

template <class What>
void stand(OpenRun& run, const What& step) {
  run.position = step.position;
  run.page = step.page;
  run.waiting.reset();
}

}  // namespace

void OpenRuns::hear(const Step& step, const std::string& segment) {
  if (const auto* begins = std::get_if<RunBegins>(&step.what)) {
    runs_[step.run] = {.segment = segment, .position = begins->position, .waiting = {}};
    return;
  }
  if (std::holds_alternative<RunEnds>(step.what)) {
    runs_.erase(step.run);
    return;
  }
  const auto found = runs_.find(step.run);
  if (found == runs_.end()) return;
  if (const auto* request = std::get_if<RequestMade>(&step.what)) found->second.waiting = request->line;
  if (const auto* answer = std::get_if<AnswerNoted>(&step.what)) stand(found->second, *answer);
  if (const auto* page = std::get_if<PageRead>(&step.what)) stand(found->second, *page);
  if (const auto* again = std::get_if<PageSeenAgain>(&step.what)) stand(found->second, *again);
}

}  // namespace dekko
