// What a table says of its columns.
#pragma once

#include <string>
#include <string_view>

#include "extractors/html/document.h"

namespace dekko {

// The text of the <th> over the cell that holds `inside`, in the table's first row. Empty where it stands in
// no table, or over the column is none.
std::string column_title(Node inside);

// "Author", "Given by", "Reporter" and their like.
bool titles_people(std::string_view column_title);

}  // namespace dekko
