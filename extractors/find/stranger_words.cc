#include "extractors/find/notice_words.h"

namespace dekko::notices {

namespace {

// Word tables: filled to the line, not one word a line.
// clang-format off
constexpr std::string_view kLoginStarts[] = {
    "session expired", "your session has expired", "network authentication", "wi-fi login", "wifi login",
    "log in", "login", "log-in", "sign in", "sign-in", "signin", "sign up to", "please log in",
    "please sign in", "please register", "you must be logged in", "you need to log in", "member login",
    "members only", "subscriber login", "subscribers only", "subscribe to continue", "subscribe to read",
    "register to continue", "create an account", "create your account", "welcome back", "access your account",
    "authentication required", "anmelden", "anmeldung", "einloggen", "bitte melden sie sich an", "connexion",
    "se connecter", "connectez-vous", "identifiez-vous", "iniciar sesión", "inicia sesión",
    "acceder a tu cuenta", "accedi", "entrar na sua conta", "faça login", "iniciar sessão", "inloggen",
    "logga in", "logg inn", "log ind", "kirjaudu", "zaloguj", "logowanie", "přihlášení", "přihlásit",
    "bejelentkezés", "autentificare", "giriş yap", "oturum aç", "вход", "войти", "авторизация", "увійти",
    "вхід", "התחברות", "تسجيل الدخول", "登录", "登入", "ログイン", "로그인", "đăng nhập"};

constexpr std::string_view kLoginWholes[] = {
    "log in", "sign in", "please log in", "please sign in", "log in to your account",
    "sign in to your account", "log in or register", "sign in or register", "member login",
    "subscriber login", "log in to continue", "sign in to continue",
    "you must be logged in to view this page"};

constexpr std::string_view kConsentStarts[] = {
    "age verification", "verify your age", "are you over 18", "you must be 18", "confirm your age",
    "before you continue", "we value your privacy", "we care about your privacy", "your privacy",
    "privacy settings", "privacy preferences", "cookie consent", "cookie settings", "cookie preferences",
    "manage your privacy", "manage consent", "this site uses cookies", "we use cookies", "accept cookies",
    "your choices regarding", "your data, your experience", "cookies and privacy", "about your privacy",
    "privatsphäre-einstellungen", "datenschutzeinstellungen", "bevor sie fortfahren", "bevor sie zu",
    "weiter mit werbung", "ihre zustimmung", "cookie-einstellungen", "wir schätzen ihre privatsphäre",
    "avant de continuer", "avant d'accéder", "nous respectons votre vie privée", "votre vie privée",
    "gestion des cookies", "antes de continuar", "valoramos tu privacidad", "tu privacidad",
    "prima di continuare", "la tua privacy", "rispettiamo la tua privacy", "voordat je verdergaat",
    "jouw privacy", "dpg media privacy gate", "innan du fortsätter", "cenimy prywatność",
    "szanujemy prywatność", "настройки файлов cookie", "同意管理", "쿠키 동의"};

constexpr std::string_view kConsentWholes[] = {
    "before you continue", "we value your privacy", "cookie consent", "dpg media privacy gate",
    "we care about your privacy"};

constexpr std::string_view kChallengeStarts[] = {
    "just a moment", "one moment", "one more step", "attention required", "access denied", "access to this",
    "access blocked", "access restricted", "access temporarily", "are you a robot", "are you a human",
    "are you human", "are you not a robot", "are you real", "robot or human", "robot check", "bot check",
    "bot verification", "bot detection", "captcha", "hcaptcha", "recaptcha", "human verification",
    "verify you are", "verifying you are", "verify that you are", "verify your identity", "please verify",
    "please wait while", "please complete the security", "please enable cookies", "please enable javascript",
    "please enable js", "please stand by", "please prove", "prove you", "checking your browser",
    "checking if the site", "checking your connection", "checking the site connection", "security check",
    "security verification", "security challenge", "ddos protection", "ddos-guard", "request blocked",
    "request unsuccessful", "request rejected", "your request has been blocked",
    "sorry, you have been blocked", "you have been blocked", "you are being rate limited",
    "too many requests", "rate limit", "unusual traffic", "our systems have detected",
    "pardon our interruption", "pardon the interruption", "making sure you're not a bot",
    "let's confirm you are human", "confirm you are human", "validating your browser", "un instant",
    "nur einen moment", "einen moment", "sind sie ein mensch", "sicherheitsüberprüfung",
    "vérification de sécurité", "êtes-vous un robot", "un momento", "¿eres un robot",
    "verifica que eres humano", "проверка браузера", "вы не робот", "подтвердите, что запросы", "请稍候",
    "安全验证", "しばらくお待ちください", "ロボットではありません", "보안 확인", "로봇이 아닙니다", "잠시만"};

constexpr std::string_view kChallengeWholes[] = {
    "just a moment", "attention required", "access denied", "access to this page has been denied",
    "human verification", "checking your browser before accessing", "verify you are human", "are you a robot",
    "robot or human", "pardon our interruption", "sorry, you have been blocked",
    "making sure you're not a bot", "ddos-guard", "security check", "too many requests"};

constexpr std::string_view kErrorStarts[] = {
    "account suspended", "this account has been suspended", "website suspended", "website expired",
    "domain expired", "this domain", "welcome to nginx", "it works", "apache2 debian default",
    "apache2 ubuntu default", "test page for", "iis windows server", "default web site page", "451",
    "unavailable for legal", "unavailable due to legal", "not available in your",
    "this content is not available", "content unavailable", "unsupported browser", "browser not supported",
    "your browser is not supported", "your browser is out of date", "update your browser", "object not found",
    "index of /", "forbidden", "400", "401", "403", "404", "410", "429", "500", "502", "503", "504",
    "error 4", "error 5", "http error", "http status", "http 4", "http 5", "error:", "page not found",
    "page cannot be found", "page can't be found", "page could not be found", "page missing",
    "page unavailable", "page not available", "page doesn't exist", "page does not exist", "page no longer",
    "this page", "that page can", "the page you", "the requested url", "sorry, this page", "sorry, the page",
    "sorry, that page", "sorry, we couldn't find", "sorry, we can't find", "we couldn't find that",
    "we couldn't find this page", "we can't find", "we can't seem to find", "content not found", "not found",
    "file not found", "oops", "whoops", "uh oh", "uh-oh", "something went wrong", "an error",
    "application error", "server error", "internal server error", "bad gateway", "bad request",
    "gateway time", "service unavailable", "unauthorized", "temporarily unavailable", "database error",
    "error establishing", "fatal error", "seite nicht gefunden", "seite wurde nicht gefunden", "fehler 4",
    "fehler 5", "die seite", "diese seite", "page introuvable", "page non trouvée", "cette page", "erreur 4",
    "erreur 5", "página no encontrada", "página no existe", "pagina non trovata", "errore 4",
    "página não encontrada", "erro 4", "pagina niet gevonden", "sidan hittades inte", "sidan finns inte",
    "siden finnes ikke", "siden blev ikke fundet", "sivua ei löytynyt", "strona nie została znaleziona",
    "nie znaleziono strony", "stránka nenalezena", "stránka nebyla nalezena", "az oldal nem található",
    "pagina nu a fost", "sayfa bulunamadı", "страница не найдена", "ошибка 4", "ошибка 5",
    "сторінку не знайдено", "הדף לא נמצא", "الصفحة غير موجودة", "页面不存在", "页面未找到", "找不到頁面",
    "ページが見つかりません", "お探しのページ", "指定されたページ", "페이지를 찾을 수 없",
    "không tìm thấy trang"};

constexpr std::string_view kErrorWholes[] = {
    "account suspended", "welcome to nginx", "apache2 debian default page", "apache2 ubuntu default page",
    "object not found", "page not found", "page not found (404)", "404 not found", "404 page not found",
    "error 404", "404 error", "404 (page not found)", "403 forbidden", "410 gone",
    "500 internal server error", "502 bad gateway", "503 service unavailable",
    "503 service temporarily unavailable", "504 gateway time-out", "internal server error", "bad gateway",
    "service unavailable", "the page you are looking for could not be found",
    "oops! that page can't be found", "that page can't be found", "this page could not be found",
    "this page can't be found", "sorry, this page isn't available",
    "the page you requested could not be found", "something went wrong",
    "error establishing a database connection", "seite nicht gefunden", "404 - seite nicht gefunden",
    "page introuvable", "page non trouvée", "erreur 404", "página no encontrada",
    "error 404 página no encontrada", "pagina non trovata", "página não encontrada", "pagina niet gevonden",
    "sidan hittades inte", "siden ble ikke funnet", "siden blev ikke fundet", "sivua ei löytynyt",
    "strona nie została znaleziona", "stránka nenalezena", "sayfa bulunamadı", "страница не найдена",
    "ошибка 404", "сторінку не знайдено", "页面不存在", "页面未找到", "找不到頁面", "ページが見つかりません",
    "ページが見つかりませんでした", "페이지를 찾을 수 없습니다"};

constexpr std::string_view kMaintenanceStarts[] = {
    "maintenance", "scheduled maintenance", "planned maintenance", "under maintenance",
    "down for maintenance", "site maintenance", "site under maintenance", "site is under maintenance",
    "site is down", "site offline", "this site is currently", "the site is currently",
    "our site is currently", "our website is currently", "we are performing", "we're performing",
    "we are currently", "we're currently", "we'll be back", "we will be back", "we'll be right back",
    "be right back", "be back soon", "back soon", "back shortly", "briefly unavailable", "coming soon",
    "under construction", "temporarily offline", "temporarily down", "wartung", "wegen wartungsarbeiten",
    "wir sind gleich", "site en maintenance", "en maintenance", "maintenance en cours", "en mantenimiento",
    "sitio en mantenimiento", "in manutenzione", "sito in manutenzione", "em manutenção",
    "site em manutenção", "onderhoud", "underhåll", "przerwa techniczna", "prace konserwacyjne", "údržba",
    "bakım", "техническое обслуживание", "технические работы", "ведутся технические", "维护中", "系统维护",
    "網站維護", "メンテナンス", "ただいまメンテナンス", "점검 중", "시스템 점검", "서비스 점검"};

constexpr std::string_view kMaintenanceWholes[] = {
    "maintenance mode", "scheduled maintenance", "under maintenance", "down for maintenance",
    "site maintenance", "site under maintenance", "we'll be back soon", "be right back",
    "we'll be right back", "briefly unavailable for scheduled maintenance. check back in a minute",
    "site en maintenance", "wartungsarbeiten", "メンテナンス中", "ただいまメンテナンス中です"};

constexpr Missing kMissing[] = {
    {"page", "not found"}, {"page", "can't be found"}, {"page", "cannot be found"}, {"page", "could not be found"},
    {"page", "couldn't be found"}, {"page", "can't find"}, {"page", "cannot find"}, {"page", "couldn't find"},
    {"page", "could not find"}, {"page", "doesn't exist"}, {"page", "does not exist"}, {"page", "no longer exist"},
    {"page", "isn't available"}, {"page", "is not available"}, {"page", "no longer available"},
    {"page", "introuvable"}, {"page", "n'existe pas"}, {"page", "n'existe plus"}, {"page", "n'a pas été trouvée"},
    {"seite", "nicht gefunden"}, {"seite", "existiert nicht"}, {"seite", "nicht mehr"}, {"página", "no existe"},
    {"página", "no encontrada"}, {"página", "no se encuentra"}, {"página", "não existe"}, {"página", "não encontrada"},
    {"página", "não foi encontrada"}, {"pagina", "non esiste"}, {"pagina", "non trovata"},
    {"pagina", "non è stata trovata"}, {"pagina", "niet gevonden"}, {"pagina", "bestaat niet"}, {"sida", "hittades inte"},
    {"sida", "finns inte"}, {"side", "ikke funnet"}, {"side", "finnes ikke"}, {"side", "ikke fundet"},
    {"side", "findes ikke"}, {"sivua", "ei löyt"}, {"strona", "nie istnieje"}, {"strona", "nie została znaleziona"},
    {"stránka", "neexistuje"}, {"stránka", "nenalezena"}, {"sayfa", "bulunamadı"}, {"страниц", "не найдена"},
    {"страниц", "не существует"}, {"сторінк", "не знайдено"}, {"ページ", "見つかりません"}, {"ページ", "存在しません"},
    {"页面", "不存在"}, {"页面", "找不到"}, {"頁面", "不存在"}, {"頁面", "找不到"}, {"페이지", "찾을 수 없"},
    {"페이지", "존재하지 않"}, {"trang", "không tồn tại"}, {"halaman", "tidak ditemukan"}};
// clang-format on

constexpr Titles kTitles[] = {{Stranger::kLogin, kLoginStarts, kLoginWholes},
                              {Stranger::kConsent, kConsentStarts, kConsentWholes},
                              {Stranger::kChallenge, kChallengeStarts, kChallengeWholes},
                              {Stranger::kError, kErrorStarts, kErrorWholes},
                              {Stranger::kMaintenance, kMaintenanceStarts, kMaintenanceWholes}};

// Cloudflare, PerimeterX, DataDome, Imperva, Akamai, DDoS-Guard, Anubis, Kasada; consent gates that take the
// whole page. What these put on ordinary pages, too (jsd, SWJIYLWA, tags.js, challenge.js), is not among
// them.
constexpr Mark kMarks[] = {
    {"/orchestrate/chl_", Stranger::kChallenge},    {"cf_chl_", Stranger::kChallenge},
    {"challenge-form", Stranger::kChallenge},       {"challenge-error", Stranger::kChallenge},
    {"cf-challenge", Stranger::kChallenge},         {"cf-error-details", Stranger::kChallenge},
    {"px-captcha", Stranger::kChallenge},           {"captcha-delivery.com", Stranger::kChallenge},
    {"incident_id=", Stranger::kChallenge},         {"distilCaptchaForm", Stranger::kChallenge},
    {"sec-if-cpt-container", Stranger::kChallenge}, {"/.within.website/x/cmd/anubis", Stranger::kChallenge},
    {"check.ddos-guard.net", Stranger::kChallenge}, {"ips.js?KP_UIDz", Stranger::kChallenge},
    {"collectConsent", Stranger::kConsent},         {"consent.google.", Stranger::kConsent},
    {"consent.youtube.", Stranger::kConsent},       {"consent.yahoo.", Stranger::kConsent}};

}  // namespace

std::span<const Titles> titles() {
  return kTitles;
}
std::span<const Missing> missing_pages() {
  return kMissing;
}
std::span<const Mark> marks() {
  return kMarks;
}

}  // namespace dekko::notices
