#include "text/pairs.h"
#include "text/shape.h"
#include <hb-aat.h>
#include <hb-ot.h>
#include <string.h>

enum {
    PAGE = 64,
    LETTERS_END = 0x2140,
    MOST_LETTERS = 192, /* of one style that take part */
    LONGEST = 64,       /* characters of a word */
    UNKNOWN = INT16_MIN
};

struct letter {
    int32_t advance; /* font units */
    uint16_t glyph;  /* 0: none */
    uint16_t number; /* from 1 on, when a word had it; 0 not yet */
    int16_t script;  /* 0: any */
    bool known;
};

/* A letter before others: how far the next one is moved, font units, or UNKNOWN. */
struct row {
    bool joins; /* it may become one with another that joins */
    int16_t kerns[MOST_LETTERS];
};

/* What the font does in one script. */
struct kerning {
    struct kerning *next;
    int script;
    bool plain;                  /* nothing but kern pairs, with all glyphs but these: */
    uint64_t *changed, *joining; /* bits */
    struct row *rows[MOST_LETTERS];
};

struct pairs {
    const struct style *style;
    struct arena *arena;
    struct letter *pages[LETTERS_END / PAGE];
    struct kerning *kernings;
    uint16_t count; /* of numbers given */
};

struct pairs *pairs_new(const struct style *style, struct arena *arena) {
    struct pairs *pairs = arena_make(arena, struct pairs, 1);
    pairs->style = style;
    pairs->arena = arena;
    return pairs;
}

/* Letters, figures and marks that scripts from left to right set side by side: none that combine,
 * are white, or steer. */
static bool is_plain(uint32_t c) {
    return (c > ' ' && c < 0x7F) || (c > 0xA0 && c < 0x300 && c != 0xAD) ||
           (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x530) || (c >= 0x2010 && c < 0x2028) ||
           c == 0x20AC || c == 0x2116;
}

/* NULL when it is not plain, or the font lacks it. */
static struct letter *letter_find(struct pairs *pairs, uint32_t c) {
    if (!is_plain(c))
        return NULL;
    struct letter **page = &pairs->pages[c / PAGE];
    if (!*page)
        *page = arena_make(pairs->arena, struct letter, PAGE);
    struct letter *letter = *page + c % PAGE;
    if (!letter->known) {
        hb_font_t *font = pairs->style->wish.face->hb_font;
        hb_codepoint_t glyph = 0;
        letter->known = true;
        if (hb_font_get_nominal_glyph(font, c, &glyph))
            letter->advance = hb_font_get_glyph_h_advance(font, glyph);
        letter->glyph = (uint16_t)glyph;
        letter->script = (int16_t)script_of(c);
    }
    return letter->glyph ? letter : NULL;
}

/* ---- what a font does ---- */

static bool has_bit(const uint64_t *bits, uint16_t glyph) {
    return bits[glyph / 64] >> glyph % 64 & 1;
}

static void bits_add(uint64_t *bits, const hb_set_t *glyphs) {
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    while (hb_set_next(glyphs, &glyph))
        bits[glyph / 64] |= UINT64_C(1) << glyph % 64;
}

static unsigned number_at(struct str table, size_t at) {
    return at + 2 > table.length ? 0
                                 : (unsigned)(uint8_t)table.at[at] << 8 | (uint8_t)table.at[at + 1];
}

/* Where a lookup stands in a table of GSUB or GPOS. */
static size_t lookup_place(struct str table, unsigned index) {
    enum { LIST = 8 };
    size_t list = number_at(table, LIST);
    return list + number_at(table, list + 2 + 2 * (size_t)index);
}

/* It sees all glyphs but marks. */
static bool sees_letters(struct str table, size_t lookup) {
    enum { IGNORES_MARKS = 8 };
    return (number_at(table, lookup + 2) & ~(unsigned)IGNORES_MARKS) == 0;
}

/* Whether a lookup of GPOS only moves the second of two glyphs (OpenType 1.9, PairPos: X_ADVANCE of
 * the first alone). */
static bool kerns_only(struct str table, size_t lookup) {
    enum { PAIR_LOOKUP = 2, X_ADVANCE = 4 };
    unsigned count = number_at(table, lookup + 4);
    if (number_at(table, lookup) != PAIR_LOOKUP || !sees_letters(table, lookup))
        return false;
    for (unsigned i = 0; i < count; i++) {
        size_t part = lookup + number_at(table, lookup + 6 + 2 * (size_t)i);
        if (number_at(table, part + 4) != X_ADVANCE || number_at(table, part + 6) != 0)
            return false;
    }
    return count > 0;
}

/* Takes down which glyphs the lookups of a table act on: what looks at glyphs around them changes
 * these alone, the rest joins them to each other. Lookups that only kern are passed over; false
 * when there are none. */
static bool lookups_read(struct kerning *kerning, hb_face_t *face, const hb_shape_plan_t *plan,
                         hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned length = 0, index = HB_SET_VALUE_INVALID;
    const char *bytes = hb_blob_get_data(blob, &length);
    struct str table = {bytes, length};
    hb_set_t *lookups = hb_set_create(), *around = hb_set_create(), *input = hb_set_create();
    bool moves = tag == HB_OT_TAG_GPOS, kerns = false;
    hb_ot_shape_plan_collect_lookups((hb_shape_plan_t *)plan, tag, lookups);
    while (hb_set_next(lookups, &index)) {
        size_t lookup = lookup_place(table, index);
        if (moves && kerns_only(table, lookup)) {
            kerns = true;
            continue;
        }
        hb_set_clear(around);
        hb_set_clear(input);
        hb_ot_layout_lookup_collect_glyphs(face, tag, index, around, input, around, NULL);
        bool joins = !moves && hb_set_is_empty(around) && sees_letters(table, lookup);
        bits_add(joins ? kerning->joining : kerning->changed, input);
    }
    hb_set_destroy(lookups);
    hb_set_destroy(around);
    hb_set_destroy(input);
    hb_blob_destroy(blob);
    return kerns;
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* Fractions need a stroke that is no plain letter: what a font does for them is left out. */
static hb_shape_plan_t *plan_make(const struct style *style, int script) {
    static const hb_tag_t fractions[] = {HB_TAG('f', 'r', 'a', 'c'), HB_TAG('n', 'u', 'm', 'r'),
                                         HB_TAG('d', 'n', 'o', 'm')};
    hb_feature_t features[STYLE_FEATURES + 3];
    unsigned count = style_features(style, features);
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
        features[count++] = (hb_feature_t){fractions[i], 0, 0, (unsigned)-1};
    hb_segment_properties_t segment = {.direction = HB_DIRECTION_LTR,
                                       .script = shaping_script(script),
                                       .language = style->hb_language};
    return hb_shape_plan_create(style->wish.face->hb_face, &segment, features, count, NULL);
}

static struct kerning *kerning_add(struct pairs *pairs, int script) {
    struct kerning *kerning = arena_make(pairs->arena, struct kerning, 1);
    kerning->script = script;
    kerning->next = pairs->kernings;
    pairs->kernings = kerning;
    const struct face *face = pairs->style->wish.face;
    hb_face_t *hb_face = face->hb_face;
    if (hb_aat_layout_has_substitution(hb_face) || hb_aat_layout_has_positioning(hb_face))
        return kerning;
    kerning->changed = arena_make(pairs->arena, uint64_t, face->glyph_count / 64 + 1);
    kerning->joining = arena_make(pairs->arena, uint64_t, face->glyph_count / 64 + 1);
    hb_shape_plan_t *plan = plan_make(pairs->style, script);
    lookups_read(kerning, hb_face, plan, HB_OT_TAG_GSUB);
    kerning->plain = lookups_read(kerning, hb_face, plan, HB_OT_TAG_GPOS) ||
                     !has_table(hb_face, HB_TAG('k', 'e', 'r', 'n'));
    hb_shape_plan_destroy(plan);
    return kerning;
}

static struct kerning *kerning_find(struct pairs *pairs, int script) {
    for (struct kerning *kerning = pairs->kernings; kerning; kerning = kerning->next)
        if (kerning->script == script)
            return kerning;
    return NULL;
}

/* ---- words ---- */

/* A word as its letters. */
struct spelling {
    const struct letter *letters[LONGEST];
    uint16_t clusters[LONGEST];
    size_t count;
};

static bool letter_add(struct pairs *pairs, struct spelling *spelling, uint32_t c, size_t cluster) {
    const struct letter *letter = letter_find(pairs, c);
    if (!letter || spelling->count == LONGEST)
        return false;
    spelling->letters[spelling->count] = letter;
    spelling->clusters[spelling->count++] = (uint16_t)cluster;
    return true;
}

static bool spell(struct pairs *pairs, struct str text, uint32_t hyphen,
                  struct spelling *spelling) {
    const char *at = text.at, *end = text.at + text.length;
    spelling->count = 0;
    while (at < end) {
        size_t cluster = (size_t)(at - text.at);
        if (!letter_add(pairs, spelling, utf8_next(&at, end), cluster))
            return false;
    }
    return !hyphen || letter_add(pairs, spelling, hyphen, text.length);
}

/* The script of all its letters, the style's when they have none; -1 when there are several. */
static int script_of_all(const struct pairs *pairs, const struct spelling *spelling) {
    int script = 0;
    for (size_t i = 0; i < spelling->count; i++) {
        int own = spelling->letters[i]->script;
        if (own && script && own != script)
            return -1;
        script = own ? own : script;
    }
    return script ? script : pairs->style->wish.script;
}

struct glyphs *pairs_compose(struct pairs *pairs, struct str text, uint32_t hyphen) {
    struct spelling spelling;
    if (!spell(pairs, text, hyphen, &spelling))
        return NULL;
    const struct kerning *kerning = kerning_find(pairs, script_of_all(pairs, &spelling));
    if (!kerning)
        return NULL;
    struct glyph at[LONGEST];
    int32_t advance = 0;
    for (size_t i = 0; i < spelling.count; i++) {
        const struct letter *letter = spelling.letters[i];
        const struct row *row = kerning->rows[letter->number];
        int32_t kern = 0;
        if (!row)
            return NULL;
        if (i + 1 < spelling.count)
            kern = row->kerns[spelling.letters[i + 1]->number];
        if (kern == UNKNOWN)
            return NULL;
        at[i] = (struct glyph){.id = letter->glyph,
                               .cluster = spelling.clusters[i],
                               .advance = letter->advance + kern};
        advance += at[i].advance;
    }
    struct glyphs *glyphs = arena_alloc(pairs->arena, sizeof *glyphs + spelling.count * sizeof *at);
    glyphs->face = pairs->style->wish.face;
    glyphs->text = text;
    glyphs->advance = advance;
    glyphs->count = (uint16_t)spelling.count;
    memcpy(glyphs->at, at, spelling.count * sizeof *at);
    return glyphs;
}

/* Whether HarfBuzz did nothing but kern. */
static bool only_kerned(const struct kerning *kerning, const struct spelling *spelling,
                        const struct glyphs *glyphs) {
    if (glyphs->count != spelling->count || glyphs->shifts)
        return false;
    for (size_t i = 0; i < spelling->count; i++) {
        const struct letter *letter = spelling->letters[i];
        const struct glyph *glyph = &glyphs->at[i];
        if (glyph->id != letter->glyph || glyph->cluster != spelling->clusters[i] ||
            has_bit(kerning->changed, letter->glyph))
            return false;
        if (i + 1 == spelling->count && glyph->advance != letter->advance)
            return false;
    }
    return true;
}

static struct row *row_make(struct pairs *pairs, struct kerning *kerning,
                            const struct letter *constant) {
    struct letter *letter = (struct letter *)constant;
    if (!letter->number && pairs->count + 1 < MOST_LETTERS)
        letter->number = ++pairs->count;
    if (!letter->number)
        return NULL;
    struct row **row = &kerning->rows[letter->number];
    if (!*row) {
        *row = arena_make(pairs->arena, struct row, 1);
        (*row)->joins = has_bit(kerning->joining, letter->glyph);
        for (size_t i = 0; i < MOST_LETTERS; i++)
            (*row)->kerns[i] = UNKNOWN;
    }
    return *row;
}

void pairs_learn(struct pairs *pairs, int script, const struct glyphs *glyphs, uint32_t hyphen) {
    struct spelling spelling;
    if (glyphs->count == 0 || !spell(pairs, glyphs->text, hyphen, &spelling))
        return;
    struct kerning *kerning = kerning_find(pairs, script);
    if (!kerning)
        kerning = kerning_add(pairs, script);
    if (!kerning->plain || !only_kerned(kerning, &spelling, glyphs))
        return;
    struct row *before = row_make(pairs, kerning, spelling.letters[0]);
    for (size_t i = 1; i < spelling.count; i++) {
        struct row *row = row_make(pairs, kerning, spelling.letters[i]);
        int32_t kern = glyphs->at[i - 1].advance - spelling.letters[i - 1]->advance;
        if (before && row && !(before->joins && row->joins) && kern > INT16_MIN && kern < INT16_MAX)
            before->kerns[spelling.letters[i]->number] = (int16_t)kern;
        before = row;
    }
}
