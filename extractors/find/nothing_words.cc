#include "extractors/find/notice_words.h"

namespace dekko::notices {

namespace {

// Word tables: filled to the line, not one word a line.
// clang-format off
constexpr std::string_view kStatements[] = {
    "nothing found", "nothing was found", "nothing matched", "no results found", "no results were found",
    "no results for", "no results match", "no posts found", "no posts were found", "no articles found",
    "no articles were found", "no stories found", "no stories were found", "no entries found",
    "no items found", "no matches found", "no matching", "no content found", "no news found",
    "no pages found", "no search results", "sorry, no posts", "sorry, no results", "sorry, no articles",
    "sorry, but nothing", "sorry, nothing", "sorry, we couldn't find any", "sorry, we could not find any",
    "your search did not match", "your search returned no", "your search returned 0", "we couldn't find any",
    "we could not find any", "we found no ", "there are no posts", "there are no articles",
    "there are no results", "there are no stories", "0 results", "0 articles found", "0 posts found",
    "0 stories found", "zero results", "keine ergebnisse gefunden", "keine ergebnisse für", "keine treffer",
    "keine beiträge gefunden", "keine artikel gefunden", "0 treffer", "0 ergebnisse", "es wurden keine",
    "leider keine", "leider wurden keine", "zu ihrer suche wurden keine", "aucun résultat",
    "aucun article trouvé", "aucun article ne correspond", "aucun contenu trouvé", "0 résultat",
    "no se encontraron", "no se han encontrado", "no hay resultados", "sin resultados", "0 resultados",
    "nessun risultato", "nessun articolo trovato", "0 risultati", "nenhum resultado",
    "nenhum artigo encontrado", "não foram encontrados", "não há resultados", "geen resultaten",
    "geen artikelen gevonden", "inga träffar", "inga resultat", "inga artiklar hittades", "ingen resultater",
    "ingen treff", "ei tuloksia", "ei hakutuloksia", "brak wyników", "nie znaleziono", "žádné výsledky",
    "nebyly nalezeny", "nincs találat", "niciun rezultat", "nu s-au găsit", "nema rezultata",
    "sonuç bulunamadı", "δεν βρέθηκαν", "ничего не найдено", "по вашему запросу ничего", "нет результатов",
    "нічого не знайдено", "няма намерени", "לא נמצאו", "لا توجد نتائج", "لم يتم العثور", "没有找到", "未找到",
    "沒有找到", "找不到符合", "查無", "検索結果はありません", "検索結果：0件", "該当する記事は",
    "該当する記事が", "記事が見つかりません", "お探しの記事は見つかりません", "검색 결과가 없습니다",
    "검색결과가 없습니다", "등록된 게시물이 없습니다", "không tìm thấy", "không có kết quả",
    "tidak ada hasil", "tidak ditemukan", "ไม่พบ", "कोई परिणाम नहीं"};

constexpr std::string_view kStarts[] = {
    "nothing here", "nothing to see", "nothing to show", "no posts", "no articles", "no results",
    "no stories", "no entries", "no items", "no content", "no news", "there are no ",
    "there are currently no ", "there is nothing", "it seems we can't find",
    "it looks like nothing was found", "keine beiträge", "keine artikel", "keine ergebnisse", "keine inhalte",
    "aucun article", "aucune actualité", "il n'y a aucun", "no hay artículos", "no hay noticias",
    "no hay entradas", "nessun articolo", "non ci sono", "nenhum artigo", "geen artikelen", "er zijn geen",
    "inga artiklar", "ingen artikler", "ei artikkeleita", "brak artykułów", "zatím žádné", "нет статей",
    "нет новостей", "записей не найдено", "暂无", "暫無", "尚無"};

constexpr std::string_view kParts[] = {
    "no results", "no matches", "did not match any", "didn't match any", "nothing matched", "returned no ",
    "could not be found for", "keine treffer", "keine ergebnisse", "keine beiträge", "keine artikel",
    "aucun résultat", "aucun article", "ne correspond à votre recherche", "sin resultados",
    "no hay resultados", "ningún resultado", "nessun risultato", "nenhum resultado", "geen resultaten",
    "inga träffar", "ingen resultater", "ei löytynyt", "nebylo nic nalezeno", "bulunamadı", "не найдено",
    "нет результатов", "لا توجد نتائج", "یافت نشد", "לא נמצאו", "没有找到", "未找到", "沒有找到",
    "はありませんでした", "見つかりません", "該当なし", "結果がありません", "결과가 없습니다",
    "게시물이 없습니다", "기사가 없습니다", "không tìm thấy", "tidak ditemukan", "ไม่พบ"};

constexpr std::string_view kSearch[] = {
    "search", "query", "suche", "recherche", "búsqueda", "ricerca", "pesquisa", "busca", "zoek", "sökning", "søk",
    "haku", "wyszukiwan", "hledán", "keres", "căutar", "arama", "поиск", "запрос", "пошук", "بحث", "חיפוש", "搜索",
    "搜尋", "查询", "検索", "검색", "tìm kiếm", "pencarian", "ค้นหา"};
// clang-format on

}  // namespace

std::span<const std::string_view> nothing_statements() {
  return kStatements;
}
std::span<const std::string_view> nothing_starts() {
  return kStarts;
}
std::span<const std::string_view> nothing_parts() {
  return kParts;
}
std::span<const std::string_view> search_words() {
  return kSearch;
}

}  // namespace dekko::notices
