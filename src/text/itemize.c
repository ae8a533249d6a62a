#include "text/itemize.h"
#include "base/array.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static struct str script_code(int script) {
    return str_from(uscript_getShortName((UScriptCode)script));
}

int script_of(uint32_t c) {
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z' ? USCRIPT_LATIN : 0;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    bool strong =
        script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
    return strong ? (int)script : 0;
}

int script_of_language(struct str language) {
    UScriptCode codes[8];
    UErrorCode status = U_ZERO_ERROR;
    char tag[32];
    size_t length = language.length < sizeof tag - 1 ? language.length : 0;
    for (size_t i = 0; i < length; i++)
        tag[i] = language.at[i] == '-' ? '_' : language.at[i];
    tag[length] = '\0';
    int32_t count = length ? uscript_getCode(tag, codes, 8, &status) : 0;
    return count > 0 && U_SUCCESS(status) ? codes[0] : USCRIPT_LATIN;
}

static int script_before_any(const struct wish *wish, struct str word) {
    const char *at = word.at, *end = word.at + word.length;
    while (at < end) {
        int script = script_of(utf8_next(&at, end));
        if (script)
            return script;
    }
    return wish->script;
}

/* Characters that need no glyph of their own: HarfBuzz hides them or makes them from the space and
 * the hyphen. */
static bool needs_no_glyph(uint32_t c) {
    return (c >= 0x2000 && c <= 0x200F) || c == 0x2011 || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xA0 || c == 0xAD ||
           c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x34F;
}

static bool can_set(const struct face *face, uint32_t c) {
    return face && (needs_no_glyph(c) || face_has(face, c));
}

static bool is_mark(uint32_t c) {
    return c >= 0x300 && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK);
}

static const struct face *fallback(const struct wish *wish, uint32_t c, int script) {
    return fonts_fallback(wish->fonts, wish->family, c, script_code(script), wish->language,
                          wish->bold, wish->italic);
}

static bool can_set_all(const struct face *face, struct str text) {
    const char *at = text.at, *end = text.at + text.length;
    while (at < end)
        if (!can_set(face, utf8_next(&at, end)))
            return false;
    return true;
}

static uint32_t first_lacking(const struct face *face, struct str text) {
    const char *at = text.at, *end = text.at + text.length;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        if (!can_set(face, c))
            return c;
    }
    return 0;
}

struct itemizer {
    const struct wish *wish;
    struct arena *scratch;
    ARRAY(struct part) parts;
    bool missing;
};

static void part_add(struct itemizer *itemizer, size_t from, size_t to, int script,
                     const struct face *face) {
    struct part *last =
        itemizer->parts.count ? &itemizer->parts.at[itemizer->parts.count - 1] : NULL;
    if (last && last->face == face && last->script == script && last->from + last->length == from)
        last->length = to - from + last->length;
    else
        array_push(&itemizer->parts, itemizer->scratch,
                   (struct part){from, to - from, script, face});
}

/* Character by character, a mark with its base; for the rare run that no one face can set. */
static void faces_each(struct itemizer *itemizer, struct str word, size_t from, size_t to,
                       int script) {
    const struct wish *wish = itemizer->wish;
    const struct face *face = wish->face;
    const char *at = word.at + from, *end = word.at + to;
    while (at < end) {
        size_t start = (size_t)(at - word.at);
        uint32_t c = utf8_next(&at, end);
        bool stays = start > from && (is_mark(c) || needs_no_glyph(c)) && can_set(face, c);
        if (!stays) {
            const struct face *found =
                can_set(wish->face, c) ? wish->face : fallback(wish, c, script);
            itemizer->missing |= !found;
            face = found ? found : wish->face;
        }
        part_add(itemizer, start, (size_t)(at - word.at), script, face);
    }
}

static void run_add(struct itemizer *itemizer, struct str word, size_t from, size_t to,
                    int script) {
    const struct wish *wish = itemizer->wish;
    struct str text = str_part(word, from, to - from);
    if (can_set_all(wish->face, text)) {
        part_add(itemizer, from, to, script, wish->face);
        return;
    }
    const struct face *other = fallback(wish, first_lacking(wish->face, text), script);
    if (other && can_set_all(other, text))
        part_add(itemizer, from, to, script, other);
    else
        faces_each(itemizer, word, from, to, script);
}

size_t itemize(const struct wish *wish, struct str word, struct arena *scratch, struct part **parts,
               bool *missing) {
    struct itemizer itemizer = {.wish = wish, .scratch = scratch};
    const char *at = word.at, *end = word.at + word.length;
    int script = script_before_any(wish, word);
    size_t from = 0;
    while (at < end) {
        size_t start = (size_t)(at - word.at);
        int own = script_of(utf8_next(&at, end));
        if (own && own != script) {
            if (start > from)
                run_add(&itemizer, word, from, start, script);
            from = start;
            script = own;
        }
    }
    if (from < word.length)
        run_add(&itemizer, word, from, word.length, script);
    *parts = itemizer.parts.at;
    *missing = itemizer.missing;
    return itemizer.parts.count;
}

bool missing_next(const struct wish *wish, struct str word, size_t *at, uint32_t *code_point,
                  struct str *script) {
    const char *next = word.at + *at, *end = word.at + word.length;
    while (next < end) {
        uint32_t c = utf8_next(&next, end);
        int own = script_of(c);
        if (!own)
            own = script_before_any(wish, word);
        if (!can_set(wish->face, c) && !fallback(wish, c, own)) {
            *at = (size_t)(next - word.at);
            *code_point = c;
            *script = script_code(own);
            return true;
        }
    }
    return false;
}
