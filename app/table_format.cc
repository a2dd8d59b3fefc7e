#include "app/table_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dekko {

namespace {

struct AsText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(int64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const {
    const std::string text = fmt::format("{}", number);
    return text.find_first_not_of("-0123456789") == text.npos ? text + ".0" : text;  // a real, not a whole number
  }
  std::string operator()(const std::string& text) const { return text; }
};

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

std::string tsv_cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string joined(TableFormat format, const std::vector<std::string>& cells) {
  const bool csv = format == TableFormat::kCsv;
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += csv ? ',' : '\t';
    line += csv ? csv_cell(cells[i]) : tsv_cell(cells[i]);
  }
  return line + (csv ? "\r\n" : "\n");
}

nlohmann::ordered_json to_json(const Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view name) {
  if (name == "csv") return TableFormat::kCsv;
  if (name == "tsv") return TableFormat::kTsv;
  if (name == "jsonl") return TableFormat::kJsonl;
  return std::nullopt;
}

std::string head_line(TableFormat format, const std::vector<std::string>& columns) {
  return format == TableFormat::kJsonl ? "" : joined(format, columns);
}

std::string row_line(TableFormat format, const std::vector<std::string>& columns, const std::vector<Value>& row) {
  if (format == TableFormat::kJsonl) {
    nlohmann::ordered_json object;
    for (size_t i = 0; i < row.size(); ++i) object[columns[i]] = to_json(row[i]);
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  }
  std::vector<std::string> cells;
  cells.reserve(row.size());
  for (const Value& value : row) cells.push_back(std::visit(AsText{}, value));
  return joined(format, cells);
}

}  // namespace dekko
