#include "app/table_format.h"

#include <gtest/gtest.h>

namespace dekko {
namespace {

const std::vector<std::string> kColumns = {"id", "headline", "share", "dek"};
const std::vector<Value> kRow = {int64_t{7}, std::string("He said \"no\", twice"), 0.5, std::monostate()};

TEST(TableFormat, CsvQuotesByRfc4180) {
  EXPECT_EQ(head_line(TableFormat::kCsv, kColumns), "id,headline,share,dek\r\n");
  EXPECT_EQ(row_line(TableFormat::kCsv, kColumns, kRow), "7,\"He said \"\"no\"\", twice\",0.5,\r\n");
}

TEST(TableFormat, CsvKeepsLineEndsInsideQuotes) {
  EXPECT_EQ(row_line(TableFormat::kCsv, {"a"}, {std::string("x\ny")}), "\"x\ny\"\r\n");
}

// A spreadsheet would run them; whoever reads the file by RFC 4180 wants what was served (docs/security.md).
TEST(TableFormat, CellsThatLookLikeFormulasStayAsServed) {
  for (const char* cell : {"=cmd|' /C calc'!A0", "+1", "-2 degrees", "@SUM(1)"}) {
    EXPECT_EQ(row_line(TableFormat::kCsv, {"a"}, {std::string(cell)}), std::string(cell) + "\r\n");
    EXPECT_EQ(row_line(TableFormat::kTsv, {"a"}, {std::string(cell)}), std::string(cell) + "\n");
  }
}

TEST(TableFormat, TsvHasNoTabsInsideValues) {
  EXPECT_EQ(row_line(TableFormat::kTsv, {"a", "b"}, {std::string("x\ty\nz"), int64_t{1}}), "x y z\t1\n");
}

TEST(TableFormat, JsonKeepsTypesAndOrder) {
  EXPECT_EQ(head_line(TableFormat::kJsonl, kColumns), "");
  EXPECT_EQ(row_line(TableFormat::kJsonl, kColumns, kRow),
            "{\"id\":7,\"headline\":\"He said \\\"no\\\", twice\",\"share\":0.5,\"dek\":null}\n");
}

TEST(TableFormat, KnowsItsNames) {
  EXPECT_EQ(parse_table_format("tsv"), TableFormat::kTsv);
  EXPECT_EQ(parse_table_format("xml"), std::nullopt);
}

TEST(TableFormat, RealNumbersStayReal) {
  EXPECT_EQ(row_line(TableFormat::kCsv, {"a", "b", "c"}, {Value(0.0), Value(1.5), Value(-0.001)}),
            "0.0,1.5,-0.001\r\n");
  EXPECT_EQ(row_line(TableFormat::kTsv, {"a", "b"}, {Value(1e21), Value(1e-9)}), "1e+21\t1e-09\n");
}

}  // namespace
}  // namespace dekko
