#include "app/json_fields.h"

namespace dekko {

Moment moment(const Json& json, const char* key) {
  const Result<Moment> value = parse_moment(json.at(key).get<std::string>());
  if (!value) throw std::invalid_argument("has a moment that is none");
  return *value;
}

std::string text_of_octets(std::string_view octets) {
  std::string text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet >= 0x80) text += static_cast<char>(0xC0 | (octet >> 6));
    text += static_cast<char>(octet < 0x80 ? octet : 0x80 | (octet & 0x3F));
  }
  return text;
}

std::string octets(const Json& json, const char* key) {
  const std::string text = json.at(key).get<std::string>();
  std::string octets;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      octets += text[i];
    } else if (first <= 0xC3 && i + 1 < text.size()) {
      octets += static_cast<char>((first << 6) | (static_cast<unsigned char>(text[++i]) & 0x3F));
    } else {
      throw std::invalid_argument("has a character that is no octet");
    }
  }
  return octets;
}

Json json_of(const WalkPosition& position) {
  Json json{{"mode", position.mode}, {"next_page", position.next_page}};
  json["last_page"] = position.last_page ? Json(*position.last_page) : Json(nullptr);
  json["next_url"] = position.next_url;
  json["missing"] = position.missing;
  return json;
}

WalkPosition position_of(const Json& json) {
  WalkPosition position{.mode = json.at("mode").get<std::string>(),
                        .next_page = json.at("next_page").get<int>()};
  if (const Json& last = json.at("last_page"); !last.is_null()) position.last_page = last.get<int>();
  position.next_url = json.at("next_url").get<std::string>();
  position.missing = json.at("missing").get<std::vector<int>>();
  return position;
}

Json json_of(const Gap& gap) {
  Json json;
  json["from_page"] = gap.from_page ? Json(*gap.from_page) : Json(nullptr);
  json["to_page"] = gap.to_page ? Json(*gap.to_page) : Json(nullptr);
  json["why"] = to_text(gap.why);
  return json;
}

Gap gap_of(const Json& json) {
  Gap gap{.why = required(parse_gap(json.at("why").get<std::string>()))};
  if (const Json& from = json.at("from_page"); !from.is_null()) gap.from_page = from.get<int>();
  if (const Json& to = json.at("to_page"); !to.is_null()) gap.to_page = to.get<int>();
  return gap;
}

Json json_of(const RecordRef& record) {
  return {{"id", record.id},
          {"file", record.file},
          {"offset", record.offset},
          {"length", record.length},
          {"sha256", record.sha256}};
}

RecordRef record_of(const Json& json) {
  return {.file = json.at("file").get<std::string>(),
          .offset = json.at("offset").get<uint64_t>(),
          .length = json.at("length").get<uint64_t>(),
          .sha256 = json.at("sha256").get<std::string>(),
          .id = json.at("id").get<std::string>()};
}

}  // namespace dekko
