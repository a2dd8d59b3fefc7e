// `dekko report`: one self-contained HTML page. No script, nothing from elsewhere; its policy forbids both.
#pragma once

#include <string>

#include "app/report_data.h"

namespace dekko {

std::string report_page(const ReportData& data);

}  // namespace dekko
