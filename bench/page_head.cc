#include <fmt/format.h>

#include "bench/page_parts.h"

namespace dekko::bench {

namespace {

std::string style_sheet(site::Prng& prng, int rules) {
  std::string css;
  for (int i = 0; i < rules; ++i)
    css += fmt::format(".wp-block-{:x}{{margin:{}px;color:#{:06x};--gap:{}rem}}", prng.below(4096),
                       prng.below(40), prng.below(1 << 24), prng.below(9));
  return css;
}

// Minified code with what makes a parser look twice: "<" of comparisons, mark-up in strings.
std::string program(site::Prng& prng, int statements) {
  std::string code = "!function(w,d){var q=[];";
  for (int i = 0; i < statements; ++i)
    code += fmt::format(
        "for(var i{0}=0;i{0}<{1}&&w.k{2:x};i{0}++)q.push('<div class=\"x{3:x}\"></div>'+d.title);", i,
        prng.below(90) + 1, prng.below(65536), prng.next() & 0xFFFFFF);
  return code + "}(window,document);";
}

std::string linked_data(std::string_view title, std::string_view canonical) {
  return fmt::format(
      "<script type=\"application/ld+json\" "
      "class=\"seo-graph\">{{\"@context\":\"https://schema.org\",\"@graph\":["
      "{{\"@type\":\"CollectionPage\",\"@id\":\"{1}\",\"url\":\"{1}\",\"name\":\"{0} | The Quay "
      "Gazette\",\"isPartOf\":"
      "{{\"@id\":\"https://gazette.example/"
      "#website\"}},\"inLanguage\":\"en-US\"}},{{\"@type\":\"BreadcrumbList\",\"itemListElement\":"
      "[{{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Home\",\"item\":\"https://gazette.example/"
      "\"}},{{\"@type\":\"ListItem\","
      "\"position\":2,\"name\":\"{0}\"}}]}},{{\"@type\":\"WebSite\",\"@id\":\"https://gazette.example/"
      "#website\",\"name\":\"The Quay "
      "Gazette\",\"description\":\"All the news of the harbor\"}}]}}</script>\n",
      title, canonical);
}

std::string meta_tags(std::string_view title, std::string_view canonical) {
  return fmt::format(
      "<meta charset=\"UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
      "viewport-fit=cover\">\n"
      "<link rel=\"profile\" href=\"https://gmpg.org/xfn/11\">\n<meta name='robots' content='index, follow, "
      "max-image-preview:large' />\n"
      "<title>{0} | The Quay Gazette</title>\n<meta name=\"description\" content=\"Everything that happens "
      "between the quay and the quarry\" />\n"
      "<link rel=\"canonical\" href=\"{1}\" />\n<meta property=\"og:locale\" content=\"en_US\" />\n"
      "<meta property=\"og:type\" content=\"article\" />\n<meta property=\"og:title\" content=\"{0}\" />\n"
      "<meta property=\"og:url\" content=\"{1}\" />\n<meta property=\"og:site_name\" content=\"The Quay "
      "Gazette\" />\n"
      "<meta name=\"twitter:card\" content=\"summary_large_image\" />\n",
      title, canonical);
}

std::string assets(site::Prng& prng) {
  std::string html;
  for (int i = 0; i < 14; ++i)
    html += fmt::format(
        "<link rel='stylesheet' id='plugin-{0}-css' "
        "href='https://gazette.example/wp-content/plugins/p{0}/assets/css/style.min.css?ver={1}.{2}' "
        "media='all' />\n",
        i, prng.below(9), prng.below(99));
  for (int i = 0; i < 9; ++i)
    html += fmt::format(
        "<script src='https://gazette.example/wp-content/plugins/p{0}/assets/js/front.min.js?ver={1}.{2}' "
        "id='plugin-{0}-js' defer></script>\n",
        i, prng.below(9), prng.below(99));
  return html;
}

}  // namespace

std::string page_head(site::Prng& prng, std::string_view title, std::string_view canonical) {
  const int rules = 30 + static_cast<int>(prng.below(40)), statements = 60 + static_cast<int>(prng.below(40));
  return "<!DOCTYPE html>\n<html lang=\"en-US\" prefix=\"og: https://ogp.me/ns#\">\n<head>\n" +
         meta_tags(title, canonical) +
         "<!-- This site is optimized with an SEO plug-in v21.4 - https://seo.example/ -->\n" +
         linked_data(title, canonical) + "<!-- / SEO plug-in. -->\n" + assets(prng) +
         "<style id='global-styles-inline-css'>\n" + style_sheet(prng, rules) +
         "\n</style>\n<!--[if lt IE 9]>\n<script "
         "src=\"https://gazette.example/html5shiv.min.js\"></script>\n<![endif]-->\n<script>" +
         program(prng, statements) + "</script>\n</head>\n";
}

}  // namespace dekko::bench
