// Proves from the ledger alone that no host was asked sooner than its rule allowed. Pure: lines in the order
// in which they were made, one after the other; only the last of each host is kept.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dekko {

// A row of the view `requests`, with its names.
struct LedgerRow {
  int64_t run_id = 0;
  std::string at, url, host, rule, outcome;
  double waited_s = 0, seconds = 0, pause_s = 0, began = 0, asked_s = 0;
  int64_t status = 0;   // 0: none
  std::string address;  // empty: not known
};

// Two requests of which the second came too soon, or while the first was under way (gap_s below 0).
struct TooSoon {
  LedgerRow first, second;
  double gap_s = 0, allowed_s = 0;
  std::string rule;  // what asked for allowed_s
};
// Three lines: what is wrong, and both requests. As JSON, one.
std::string to_text(const TooSoon& pair);
std::string to_json(const TooSoon& pair);

class PolitenessProof {
 public:
  // What is held against the pause before `row`, from the end of the host's last answer: what the ledger says
  // that its rule asked for, the Retry-After of that answer, and five times its time where the host is not
  // loopback. Hosts that were reached at one address are held against each other by the rule alone: whether
  // they were known to be one is not in the ledger.
  std::optional<TooSoon> take(const LedgerRow& row);

  int64_t requests() const { return requests_; }
  size_t hosts() const { return by_host_.size(); }
  int64_t too_soon() const { return too_soon_; }

 private:
  int64_t requests_ = 0, too_soon_ = 0;
  std::map<std::string, LedgerRow> by_host_, by_address_;  // the request whose answer ended last
};

// What was proven, in one line.
std::string to_text(const PolitenessProof& proof);
std::string to_json(const PolitenessProof& proof);

}  // namespace dekko
