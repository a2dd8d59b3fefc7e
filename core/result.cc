#include "core/result.h"

namespace dekko {

std::string Error::message() const {
  std::string text = context.empty() ? detail : context + ": " + detail;
  if (!cure.empty()) text += "; " + cure;
  return text;
}

}  // namespace dekko
