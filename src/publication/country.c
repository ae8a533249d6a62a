#include "publication/country.h"

/* Countries with one language of state in which an address is written: CLDR's territory-language
 * information (official, de facto) without those that have several. Sorted by code. */
static const struct {
    char iso[3];
    const char *language;
} languages[] = {
    {"AE", "ar"}, {"AL", "sq"}, {"AM", "hy"},      {"AO", "pt"}, {"AR", "es"}, {"AT", "de"},
    {"AU", "en"}, {"AZ", "az"}, {"BD", "bn"},      {"BG", "bg"}, {"BH", "ar"}, {"BR", "pt"},
    {"BY", "be"}, {"CL", "es"}, {"CN", "zh-Hans"}, {"CO", "es"}, {"CR", "es"}, {"CU", "es"},
    {"CZ", "cs"}, {"DE", "de"}, {"DK", "da"},      {"DO", "es"}, {"DZ", "ar"}, {"EC", "es"},
    {"EE", "et"}, {"EG", "ar"}, {"ES", "es"},      {"ET", "am"}, {"FR", "fr"}, {"GB", "en"},
    {"GE", "ka"}, {"GR", "el"}, {"GT", "es"},      {"HN", "es"}, {"HR", "hr"}, {"HU", "hu"},
    {"ID", "id"}, {"IL", "he"}, {"IR", "fa"},      {"IS", "is"}, {"IT", "it"}, {"JO", "ar"},
    {"JP", "ja"}, {"KH", "km"}, {"KP", "ko"},      {"KR", "ko"}, {"KW", "ar"}, {"KZ", "kk"},
    {"LA", "lo"}, {"LB", "ar"}, {"LT", "lt"},      {"LV", "lv"}, {"LY", "ar"}, {"MA", "ar"},
    {"MC", "fr"}, {"MD", "ro"}, {"ME", "sr-Latn"}, {"MK", "mk"}, {"MM", "my"}, {"MN", "mn"},
    {"MX", "es"}, {"MY", "ms"}, {"MZ", "pt"},      {"NI", "es"}, {"NL", "nl"}, {"NP", "ne"},
    {"OM", "ar"}, {"PA", "es"}, {"PE", "es"},      {"PL", "pl"}, {"PS", "ar"}, {"PT", "pt"},
    {"PY", "es"}, {"QA", "ar"}, {"RO", "ro"},      {"RS", "sr"}, {"RU", "ru"}, {"SA", "ar"},
    {"SD", "ar"}, {"SE", "sv"}, {"SI", "sl"},      {"SK", "sk"}, {"SV", "es"}, {"SY", "ar"},
    {"TH", "th"}, {"TJ", "tg"}, {"TM", "tk"},      {"TN", "ar"}, {"TR", "tr"}, {"TW", "zh-Hant"},
    {"UA", "uk"}, {"US", "en"}, {"UY", "es"},      {"UZ", "uz"}, {"VA", "it"}, {"VE", "es"},
    {"VN", "vi"}, {"YE", "ar"},
};

size_t country_place(struct str iso) {
    if (iso.length != 2 || iso.at[0] < 'A' || iso.at[0] > 'Z' || iso.at[1] < 'A' || iso.at[1] > 'Z')
        return COUNTRIES;
    return (size_t)(iso.at[0] - 'A') * 26 + (size_t)(iso.at[1] - 'A');
}

struct str country_language(struct str iso) {
    size_t low = 0, high = sizeof languages / sizeof languages[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare(str_from(languages[middle].iso), iso);
        if (order == 0)
            return str_from(languages[middle].language);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return STR("");
}

struct str country_local_name(const struct edition *edition, struct str iso, struct str name,
                              struct str *language) {
    *language = country_language(iso);
    if (language->length == 0 || str_equal(*language, edition->language))
        return STR("");
    struct locale *locale = locale_new(*language);
    struct str local = locale_country(locale, edition->arena, iso);
    locale_free(locale);
    return str_equal(local, name) ? STR("") : local;
}
