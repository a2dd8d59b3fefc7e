#include "extractors/find/group_notes.h"

#include <fmt/format.h>

#include "extractors/find/excerpt.h"
#include "extractors/text/fold.h"

namespace dekko {

namespace {

// "li.entry": the tag and the first class.
std::string name_of(Node node) {
  std::string name(node.tag());
  const std::string_view classes = node.attribute("class").value_or("");
  const size_t begin = classes.find_first_not_of(" \t\r\n");
  if (begin == classes.npos) return name;
  return name + "." + std::string(classes.substr(begin, classes.find_first_of(" \t\r\n", begin) - begin));
}

std::string share_text(double share, const char* what) {
  if (share == 0) return fmt::format("no {}", what);
  return share > 0.995 ? std::string(what) : fmt::format("{} on {:.0f} %", what, share * 100);
}

}  // namespace

std::string looks_of(const Outline& outline, const RegionList& list, const ListScore& score) {
  double headed = 0;
  for (const Region& region : list) {
    const bool heading = region.title.heading || outline.between(region.begin, region.end).headings() > 0;
    headed += (heading ? 1.0 : 0.0) / static_cast<double>(list.size());
  }
  std::string looks =
      fmt::format("{}, {}, {}, {:.0f} octets of text beside the title", share_text(headed, "headings"),
                  share_text(score.dated, "dates"), share_text(score.pictured, "images"), score.prose);
  if (!score.distinct) looks += ", titles that repeat";
  return looks;
}

GroupNote note_of(const Outline& outline, const RegionList& list, const ListScore& score, std::string why) {
  const Region& first = list.front();
  const std::string title = outline.raw_text(first.title.first, outline.at(first.title.first).end);
  return {.cards = list.size(),
          .where = name_of(outline.at(first.container).node) + " > " + name_of(outline.at(first.begin).node),
          .example = excerpt_of(collapse_space(title)),
          .score = score.total,
          .why = std::move(why)};
}

}  // namespace dekko
