/* The language's order of strings (UTS #10 with the tailoring of CLDR). */
#include "base/locale_handles.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static UCollator *collator_of(struct locale *locale) {
    UErrorCode error = U_ZERO_ERROR;
    if (!locale->collator)
        locale->collator = ucol_open(locale->name, &error);
    return U_FAILURE(error) ? NULL : locale->collator;
}

/* ICU ends a key with a zero byte, which is not part of it. */
static struct str sort_key(UCollator *collator, struct arena *arena, const UChar *text,
                           int32_t length) {
    uint8_t room[512];
    int32_t needed = ucol_getSortKey(collator, text, length, room, sizeof room);
    char *key = arena_alloc(arena, (size_t)needed);
    if (needed <= (int32_t)sizeof room)
        memcpy(key, room, (size_t)needed);
    else
        ucol_getSortKey(collator, text, length, (uint8_t *)key, needed);
    return (struct str){key, (size_t)needed - 1};
}

struct str locale_sort_key(struct locale *locale, struct arena *arena, struct str s) {
    UCollator *collator = collator_of(locale);
    if (!collator)
        return str_copy(arena, s);
    struct wide wide;
    wide_from(&wide, s);
    struct str key = sort_key(collator, arena, wide.at, wide.length);
    wide_free(&wide);
    return key;
}

/* The first level of a key, which ends at the byte 1: letters without accents and case. */
static struct str primary_key(UCollator *collator, struct arena *arena, const UChar *text,
                              int32_t length) {
    struct str key = sort_key(collator, arena, text, length);
    return str_part(key, 0, str_find(key, STR("\1")));
}

static bool same_letter(UCollator *collator, struct arena *arena, const UChar *a, int32_t a_length,
                        const UChar *b, int32_t b_length) {
    struct arena_mark mark = arena_mark(arena);
    bool same = str_equal(primary_key(collator, arena, a, a_length),
                          primary_key(collator, arena, b, b_length));
    arena_rewind(arena, mark);
    return same;
}

/* The code point at *i, which moves past it. */
static UChar32 point_next(const UChar *text, int32_t *i, int32_t length) {
    UChar unit = text[(*i)++];
    if (!U16_IS_LEAD(unit) || *i == length || !U16_IS_TRAIL(text[*i]))
        return unit;
    return U16_GET_SUPPLEMENTARY(unit, text[(*i)++]);
}

/* The first letter or figure with the marks that follow it, composed; 0 when there is none. */
static int32_t first_letter(const struct wide *wide, UChar letter[8]) {
    int32_t start = 0, end;
    UChar32 c = 0;
    for (end = 0; end < wide->length; start = end) {
        c = point_next(wide->at, &end, wide->length);
        if (u_isalnum(c))
            break;
        c = 0;
    }
    if (c == 0)
        return 0;
    for (int32_t next = end; next < wide->length && end - start < 4; end = next) {
        c = point_next(wide->at, &next, wide->length);
        if (!(U_GET_GC_MASK(c) & U_GC_M_MASK))
            break;
    }
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = unorm2_normalize(unorm2_getNFCInstance(&error), wide->at + start, end - start,
                                      letter, 8, &error);
    return U_FAILURE(error) ? 0 : length;
}

/* The letter without its accents, when the language files both under the same letter. */
static int32_t drop_accents(UCollator *collator, struct arena *arena, UChar letter[8],
                            int32_t length) {
    UChar apart[16];
    UErrorCode error = U_ZERO_ERROR;
    int32_t parts =
        unorm2_normalize(unorm2_getNFDInstance(&error), letter, length, apart, 16, &error);
    if (U_FAILURE(error) || parts == 0)
        return length;
    int32_t base = 0;
    UChar32 c = point_next(apart, &base, parts);
    /* A Hangul syllable also comes apart, but into letters, not marks. */
    if (base == parts || u_charType(c) == U_NON_SPACING_MARK ||
        ublock_getCode(c) == UBLOCK_HANGUL_JAMO)
        return length;
    if (!same_letter(collator, arena, letter, length, apart, base))
        return length;
    memcpy(letter, apart, (size_t)base * sizeof *letter);
    return base;
}

/* Capitals only where a title takes one: Georgian has capitals that no heading uses. */
static struct str capital(const struct locale *locale, struct arena *arena, const UChar *letter,
                          int32_t length) {
    int32_t i = 0;
    UChar32 c = point_next(letter, &i, length);
    if (u_totitle(c) == c)
        return wide_copy(arena, letter, length);
    UChar upper[32];
    UErrorCode error = U_ZERO_ERROR;
    int32_t upper_length = u_strToUpper(upper, 32, letter, length, locale->name, &error);
    return U_FAILURE(error) ? wide_copy(arena, letter, length)
                            : wide_copy(arena, upper, upper_length);
}

struct str locale_initial(struct locale *locale, struct arena *arena, struct str s) {
    /* The first letter is near the beginning: no need to convert a long text. */
    struct wide wide;
    wide_from(&wide, str_part(s, 0, 120));
    UChar letter[8] = {0};
    int32_t length = first_letter(&wide, letter);
    wide_free(&wide);
    int32_t i = 0;
    if (length == 0 || !u_isalpha(point_next(letter, &i, length)))
        return STR("#");
    UCollator *collator = collator_of(locale);
    if (collator)
        length = drop_accents(collator, arena, letter, length);
    return capital(locale, arena, letter, length);
}
