#include "text/bidi.h"
#include <unicode/ubidi.h>

bool bidi_needed(struct str text) {
    const uint8_t *at = (const uint8_t *)text.at, *end = at + text.length;
    for (; at < end; at++) {
        if (*at < 0xD6)
            continue;
        const char *from = (const char *)at;
        uint32_t c = utf8_next(&from, (const char *)end);
        if ((c >= 0x590 && c < 0x900) || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
            (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c < 0xFE00) ||
            (c >= 0xFE70 && c < 0xFF00) || (c >= 0x10800 && c < 0x11000) ||
            (c >= 0x1E800 && c < 0x1F000))
            return true;
    }
    return false;
}

static size_t utf16_from(struct str text, UChar *out) {
    const char *at = text.at, *end = text.at + text.length;
    size_t count = 0;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        if (c > 0xFFFF) {
            out[count++] = (UChar)(0xD7C0 + (c >> 10));
            out[count++] = (UChar)(0xDC00 + (c & 0x3FF));
        } else {
            out[count++] = (UChar)c;
        }
    }
    return count;
}

static void levels_spread(struct str text, const UBiDiLevel *units, uint8_t *levels) {
    const char *at = text.at, *end = text.at + text.length;
    size_t unit = 0;
    while (at < end) {
        size_t from = (size_t)(at - text.at);
        uint32_t c = utf8_next(&at, end);
        for (size_t i = from; i < (size_t)(at - text.at); i++)
            levels[i] = units[unit];
        unit += c > 0xFFFF ? 2 : 1;
    }
}

uint8_t *bidi_levels(struct str text, enum bidi_base base, struct arena *arena,
                     bool *right_to_left) {
    uint8_t *levels = arena_alloc(arena, text.length + 1);
    UChar *units = arena_make(arena, UChar, text.length + 1);
    size_t count = utf16_from(text, units);
    UBiDiLevel level = base == BIDI_AUTOMATIC ? UBIDI_DEFAULT_LTR : base == BIDI_RIGHT_TO_LEFT;
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    if (!bidi)
        memory_exhausted();
    ubidi_setPara(bidi, units, (int32_t)count, level, NULL, &status);
    *right_to_left = ubidi_getParaLevel(bidi) & 1;
    const UBiDiLevel *found = count ? ubidi_getLevels(bidi, &status) : NULL;
    if (found && U_SUCCESS(status))
        levels_spread(text, found, levels);
    ubidi_close(bidi);
    return levels;
}

static void reverse(uint32_t *order, size_t from, size_t to) {
    while (from + 1 < to) {
        uint32_t swap = order[from];
        order[from++] = order[--to];
        order[to] = swap;
    }
}

void bidi_order(const uint8_t *levels, size_t count, uint32_t *order) {
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        if (levels[i] > highest)
            highest = levels[i];
    }
    for (uint8_t level = highest; level > 0; level--)
        for (size_t i = 0; i < count;) {
            size_t from = i;
            while (i < count && levels[i] >= level)
                i++;
            if (i > from)
                reverse(order, from, i);
            else
                i++;
        }
}
