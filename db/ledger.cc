#include "db/ledger.h"

namespace dekko {

Ledger::Ledger(const SQLite::Database& db)
    : insert_request_(db, R"(
        INSERT INTO request (run_id, at, url, host, purpose, waited_s, rule, status, bytes, seconds,
            outcome, pause_s, address, asked_s)
        VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?, nullif(?, ''), ?))"),
      insert_problem_(db, R"(
        INSERT INTO problem (run_id, capture_id, position, field, reason, excerpt)
        VALUES (?, ?, ?, ?, ?, ?))") {}

void Ledger::add(int64_t run, const LedgerLine& line) {
  insert_request_.run(run, line.at, line.url, line.host, to_text(line.purpose), line.waited.count(),
                      line.rule, line.status, line.bytes, line.took.count(), line.outcome, line.pause.count(),
                      line.address, line.asked_for.count());
}

void Ledger::add(int64_t run, std::optional<int64_t> capture, const Problem& problem) {
  insert_problem_.run(run, capture, problem.position, problem.field, problem.reason, problem.excerpt);
}

void Ledger::add_problems(int64_t run, int64_t capture, const Page& page) {
  for (const Problem& problem : page.problems) add(run, capture, problem);
  for (const Card& card : page.cards) {
    for (const Problem& problem : card.problems) add(run, capture, problem);
  }
}

}  // namespace dekko
