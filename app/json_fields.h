// Values of the journal as JSON has them. What reads one throws std::invalid_argument, or the library's, for
// a field that is missing or of another type.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/capture.h"
#include "core/run.h"

namespace dekko {

using Json = nlohmann::ordered_json;

template <class T>
T required(std::optional<T> value) {
  if (!value) throw std::invalid_argument("has a word that this dekko does not know");
  return *std::move(value);
}

Moment moment(const Json& json, const char* key);

// What a site sent may be in any charset, and JSON holds UTF-8 alone: each octet becomes the character of its
// number.
std::string text_of_octets(std::string_view octets);
std::string octets(const Json& json, const char* key);

Json json_of(const WalkPosition& position);
WalkPosition position_of(const Json& json);

Json json_of(const Gap& gap);
Gap gap_of(const Json& json);

Json json_of(const RecordRef& record);
RecordRef record_of(const Json& json);

}  // namespace dekko
