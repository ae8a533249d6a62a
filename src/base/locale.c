#include "base/locale_handles.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

void wide_from(struct wide *wide, struct str s) {
    wide->at = wide->room;
    wide->capacity = (int32_t)(sizeof wide->room / sizeof *wide->room);
    if (s.length > INT32_MAX / 2)
        s.length = INT32_MAX / 2;
    if ((int32_t)s.length > wide->capacity) { /* UTF-16 never takes more units than UTF-8 bytes */
        wide->capacity = (int32_t)s.length;
        wide->at = malloc(s.length * sizeof *wide->at);
        if (!wide->at)
            memory_exhausted();
    }
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide->at, wide->capacity, &wide->length, s.length ? s.at : "",
                         (int32_t)s.length, 0xFFFD, NULL, &error);
    if (U_FAILURE(error))
        wide->length = 0;
}

void wide_free(struct wide *wide) {
    if (wide->at != wide->room)
        free(wide->at);
}

struct str wide_copy(struct arena *arena, const UChar *at, int32_t length) {
    int32_t capacity = length * 3, used = 0;
    char *copy = arena_alloc(arena, (size_t)capacity + 1);
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8WithSub(copy, capacity + 1, &used, at, length, 0xFFFD, NULL, &error);
    return U_FAILURE(error) ? STR("") : (struct str){copy, (size_t)used};
}

struct str wide_copy_spaces(struct arena *arena, const UChar *at, int32_t length) {
    UChar copy[128];
    if (length > (int32_t)(sizeof copy / sizeof *copy))
        return wide_copy(arena, at, length);
    for (int32_t i = 0; i < length; i++)
        copy[i] = at[i] == 0x2009 ? 0x20 : at[i] == 0x202F ? 0xA0 : at[i];
    return wide_copy(arena, copy, length);
}

static void name_from(char name[ULOC_FULLNAME_CAPACITY], struct str language) {
    char tag[ULOC_FULLNAME_CAPACITY] = {0};
    if (language.length < sizeof tag && language.length)
        memcpy(tag, language.at, language.length);
    UErrorCode error = U_ZERO_ERROR;
    int32_t parsed = 0;
    uloc_forLanguageTag(tag, name, ULOC_FULLNAME_CAPACITY, &parsed, &error);
    if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING)
        name[0] = 0;
    if (name[0] == 0) /* ICU's root, not the default of the environment that "" would mean */
        memcpy(name, "root", 5);
}

/* English without a region takes the British conventions: the day comes first. All dates are
 * Gregorian and in European figures, like the page numbers, whatever the region prefers. */
static void calendar_from(char calendar[ULOC_FULLNAME_CAPACITY], const char *name) {
    strcpy(calendar, strcmp(name, "en") == 0 ? "en_GB" : name);
    UErrorCode error = U_ZERO_ERROR;
    uloc_setKeywordValue("calendar", "gregorian", calendar, ULOC_FULLNAME_CAPACITY, &error);
    uloc_setKeywordValue("numbers", "latn", calendar, ULOC_FULLNAME_CAPACITY, &error);
}

struct locale *locale_new(struct str language) {
    struct locale *locale = calloc(1, sizeof *locale);
    char *copy = malloc(language.length + 1);
    if (!locale || !copy)
        memory_exhausted();
    if (language.length)
        memcpy(copy, language.at, language.length);
    copy[language.length] = 0;
    locale->language = (struct str){copy, language.length};
    name_from(locale->name, language);
    calendar_from(locale->calendar, locale->name);
    return locale;
}

void locale_free(struct locale *locale) {
    if (!locale)
        return;
    locale_dates_close(locale);
    if (locale->collator)
        ucol_close(locale->collator);
    if (locale->numbers)
        unum_close(locale->numbers);
    free((void *)(uintptr_t)locale->language.at);
    free(locale);
}

struct str locale_language(const struct locale *locale) {
    return locale->language;
}

/* ICU lists the codes in alphabetical order. */
bool locale_country_known(struct str iso) {
    if (iso.length != 2)
        return false;
    for (const char *const *code = uloc_getISOCountries(); *code; code++)
        if ((*code)[0] == iso.at[0] && (*code)[1] == iso.at[1])
            return true;
    return false;
}

enum { NAME_ROOM = 256 };

struct str locale_country(struct locale *locale, struct arena *arena, struct str iso) {
    if (!locale_country_known(iso))
        return STR("");
    const char place[] = {'u', 'n', 'd', '_', iso.at[0], iso.at[1], 0};
    UChar name[NAME_ROOM];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayCountry(place, locale->name, name, NAME_ROOM, &error);
    return U_FAILURE(error) ? STR("") : wide_copy(arena, name, length);
}

struct str locale_language_name(struct locale *locale, struct arena *arena, struct str language) {
    char id[ULOC_FULLNAME_CAPACITY];
    name_from(id, language);
    UChar name[NAME_ROOM];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayName(id, locale->name, name, NAME_ROOM, &error);
    return U_FAILURE(error) ? str_copy(arena, language) : wide_copy(arena, name, length);
}

bool language_right_to_left(struct str language) {
    char id[ULOC_FULLNAME_CAPACITY];
    name_from(id, language);
    return uloc_isRightToLeft(id);
}

bool language_tracks(struct str language) {
    static const UScriptCode scripts[] = {
        USCRIPT_LATIN, USCRIPT_CYRILLIC, USCRIPT_GREEK,    USCRIPT_ARMENIAN, USCRIPT_GEORGIAN,
        USCRIPT_HAN,   USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL,
    };
    char id[ULOC_FULLNAME_CAPACITY];
    name_from(id, language);
    UScriptCode codes[8];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = uscript_getCode(id, codes, 8, &error);
    if (U_FAILURE(error) || count == 0)
        return true;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (scripts[i] == codes[0])
            return true;
    return false;
}

struct str language_comma(struct str language) {
    struct str primary = str_part(language, 0, str_find(language, STR("-")));
    if (str_equal(primary, STR("zh")) || str_equal(primary, STR("ja")))
        return STR("，");
    bool arabic = str_equal(primary, STR("ar")) || str_equal(primary, STR("fa")) ||
                  str_equal(primary, STR("ur"));
    return arabic ? STR("، ") : STR(", ");
}

struct str locale_upper(struct locale *locale, struct arena *arena, struct str s) {
    struct wide wide;
    wide_from(&wide, s);
    int32_t capacity = wide.length * 3 + 1; /* no letter's capitals take more than three units */
    UChar *upper = malloc((size_t)capacity * sizeof *upper);
    if (!upper)
        memory_exhausted();
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = u_strToUpper(upper, capacity, wide.at, wide.length, locale->name, &error);
    struct str result = U_FAILURE(error) ? str_copy(arena, s) : wide_copy(arena, upper, length);
    free(upper);
    wide_free(&wide);
    return result;
}

struct str locale_number(struct locale *locale, struct arena *arena, int64_t number) {
    UErrorCode error = U_ZERO_ERROR;
    if (!locale->numbers)
        locale->numbers = unum_open(UNUM_DECIMAL, NULL, 0, locale->name, NULL, &error);
    UChar figures[64];
    int32_t length = 0;
    if (U_SUCCESS(error))
        length = unum_formatInt64(locale->numbers, number, figures, 64, NULL, &error);
    if (U_FAILURE(error))
        return str_print(arena, "%lld", (long long)number);
    return wide_copy_spaces(arena, figures, length);
}
