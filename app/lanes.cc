#include "app/lanes.h"

namespace dekko {

// Forgets the lane's moment, and a lane that nobody needs.
void Lanes::settle(const std::string& name, Lane& lane) {
  if (lane.at) due_.erase({*lane.at, name});
  lane.at.reset();
  const bool ready = !lane.closed && !lane.waiting.empty();
  ready ? static_cast<void>(unscheduled_.insert(name)) : static_cast<void>(unscheduled_.erase(name));
  if (!lane.closed && lane.waiting.empty()) lanes_.erase(name);
}

void Lanes::join(const std::string& name, Who who, bool ahead) {
  Lane& lane = lanes_[name];
  if (ahead) {
    lane.waiting.push_front(who);
  } else {
    lane.waiting.push_back(who);
  }
  if (ahead || lane.waiting.size() == 1) settle(name, lane);
}

std::optional<Lanes::First> Lanes::unscheduled() const {
  if (unscheduled_.empty()) return std::nullopt;
  const std::string& name = *unscheduled_.begin();
  return First{name, lanes_.at(name).waiting.front()};
}

void Lanes::schedule(const std::string& name, Seconds at) {
  unscheduled_.erase(name);
  lanes_.at(name).at = at;
  due_.insert({at, name});
}

void Lanes::leave(const std::string& name) {
  Lane& lane = lanes_.at(name);
  lane.waiting.pop_front();
  settle(name, lane);
}

std::optional<Seconds> Lanes::earliest() const {
  if (due_.empty()) return std::nullopt;
  return due_.begin()->first;
}

std::optional<Lanes::First> Lanes::take_due(Seconds now) {
  if (due_.empty() || due_.begin()->first > now) return std::nullopt;
  const std::string name = due_.begin()->second;
  Lane& lane = lanes_.at(name);
  First first{name, lane.waiting.front()};
  lane.waiting.pop_front();
  lane.closed = true;
  settle(name, lane);
  return first;
}

void Lanes::open(const std::string& name) {
  Lane& lane = lanes_.at(name);
  lane.closed = false;
  settle(name, lane);
}

std::vector<Lanes::Who> Lanes::clear() {
  std::vector<Who> all;
  for (auto& [name, lane] : lanes_) {
    all.insert(all.end(), lane.waiting.begin(), lane.waiting.end());
    lane.waiting.clear();
    lane.at.reset();
  }
  unscheduled_.clear();
  due_.clear();
  return all;
}

}  // namespace dekko
