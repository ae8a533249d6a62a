/* Glyphs in use, and their codes. Slots of a TrueType face get codes in the order in which pages
 * need them, so that pages can be written before the last one is known and the frequent codes
 * differ in their low byte only. A CFF face has codes from the start: its CIDs, which the subsetter
 * leaves in the charset, or without such its glyphs, which the subset keeps in place. */
#include "pdf/cff.h"
#include "pdf/fonts_inside.h"
#include "pdf/number.h"
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ALIASES = 512, NO_NUMBER = UINT16_MAX };

struct pdf_fonts *pdf_fonts_new(struct writer *writer, struct arena *arena) {
    struct pdf_fonts *fonts = arena_make(arena, struct pdf_fonts, 1);
    fonts->writer = writer;
    fonts->arena = arena;
    return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts) {
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->list.count; i++)
        if (fonts->list.at[i].subset)
            hb_subset_plan_destroy(fonts->list.at[i].subset->plan);
    buffer_free(&fonts->body);
}

size_t pdf_fonts_count(const struct pdf_fonts *fonts) {
    return fonts->list.count;
}

const struct pdf_font *pdf_fonts_at(const struct pdf_fonts *fonts, uint32_t index) {
    return &fonts->list.at[index];
}

static void take_cids(struct pdf_font *font, struct arena *arena) {
    uint16_t *cids = arena_make(arena, uint16_t, font->face->glyph_count);
    hb_blob_t *blob = hb_face_reference_table(font->face->hb_face, HB_TAG('C', 'F', 'F', ' '));
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    if (cff_cids((struct str){bytes, length}, font->face->glyph_count, cids))
        font->cids = cids;
    hb_blob_destroy(blob);
}

static void use_number(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t number,
                       uint16_t glyph) {
    if (is_used(font, number))
        return;
    array_push(&font->slots, fonts->arena, (struct slot){.number = number, .glyph = glyph});
    font->places[number] = (uint16_t)font->slots.count;
}

uint32_t pdf_fonts_index(struct pdf_fonts *fonts, const struct face *face) {
    uint64_t key = (uintptr_t)face;
    uint32_t index = map_find(&fonts->by_face, key);
    if (index != UINT32_MAX)
        return index;
    struct pdf_font font = {.face = face, .number = writer_reserve(fonts->writer, 1)};
    size_t room = face->glyph_count < NO_NUMBER ? NO_NUMBER - face->glyph_count : 0;
    if (!face->cff)
        font.alias_most = room < MOST_ALIASES ? room : MOST_ALIASES;
    font.places = arena_make(fonts->arena, uint16_t, face->glyph_count + font.alias_most);
    if (face->cff)
        take_cids(&font, fonts->arena);
    use_number(fonts, &font, 0, 0);
    index = (uint32_t)fonts->list.count;
    array_push(&fonts->list, fonts->arena, font);
    map_add(&fonts->by_face, fonts->arena, key, index);
    return index;
}

/* Characters that a reader need not tell apart, because fonts draw them with one glyph. */
static uint32_t folded(uint32_t code_point) {
    switch (code_point) {
    case 0x00A0:
    case 0x202F:
        return ' ';
    case 0x2010:
    case 0x2011:
        return '-';
    default:
        return code_point;
    }
}

static bool same_text(struct str a, struct str b) {
    if (str_equal(a, b))
        return true;
    const char *a_at = a.at, *b_at = b.at, *a_end = a.at + a.length, *b_end = b.at + b.length;
    while (a_at < a_end && b_at < b_end)
        if (folded(utf8_next(&a_at, a_end)) != folded(utf8_next(&b_at, b_end)))
            return false;
    return a_at == a_end && b_at == b_end;
}

/* NO_NUMBER when the font cannot have another. */
static uint16_t alias_for(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t glyph,
                          struct str text) {
    uint64_t key = str_hash(text) + ((uint64_t)(font - fonts->list.at) << 16 | glyph);
    uint32_t known = map_find(&fonts->aliases, key);
    if (known != UINT32_MAX)
        return str_equal(text_of(fonts, slot_of(font, known)), text) ? (uint16_t)known : NO_NUMBER;
    if (font->alias_count == font->alias_most)
        return NO_NUMBER;
    uint16_t alias = (uint16_t)(font->face->glyph_count + font->alias_count++);
    use_number(fonts, font, alias, glyph);
    give_text(fonts, slot_of(font, alias), text);
    map_add(&fonts->aliases, fonts->arena, key, alias);
    return alias;
}

/* The number under which the glyph stands for the text. */
static uint16_t number_for(struct pdf_fonts *fonts, struct pdf_font *font, uint16_t glyph,
                           struct str text) {
    struct slot *slot = slot_of(font, glyph);
    if (!slot->text)
        give_text(fonts, slot, text);
    else if (!same_text(text_of(fonts, slot), text))
        return alias_for(fonts, font, glyph, text);
    return glyph;
}

/* A word while its numbers are found. */
struct use {
    struct pdf_fonts *fonts;
    struct pdf_font *font;
    const struct glyphs *word;
    struct glyphs *copy; /* made for the first number that is no glyph */
    bool readable;
};

static void show_text(struct use *use, size_t index, struct str text) {
    uint16_t glyph = use->word->at[index].id;
    uint16_t number = number_for(use->fonts, use->font, glyph, text);
    if (number == NO_NUMBER)
        use->readable = false;
    if (number == NO_NUMBER || number == glyph)
        return;
    if (!use->copy) {
        size_t size = sizeof *use->word + use->word->count * sizeof *use->word->at;
        use->copy = arena_alloc(use->fonts->arena, size);
        memcpy(use->copy, use->word, size);
    }
    use->copy->at[index].id = number;
}

/* Several glyphs for one cluster, in the order in which they are shown: each stands for one
 * character and the last one for all that are left, so that a reader gets the text of the whole.
 * More glyphs than characters cannot be read one by one. */
static void use_cluster(struct use *use, size_t from, size_t to, struct str text) {
    const char *at = text.at, *end = at + text.length;
    for (size_t i = 0; i < to - from; i++) {
        const char *start = at;
        if (at < end)
            utf8_next(&at, end);
        if (i + 1 == to - from)
            at = end;
        if (at == start)
            use->readable = false;
        else
            show_text(use, use->word->right_to_left ? to - 1 - i : from + i,
                      (struct str){start, (size_t)(at - start)});
    }
}

static size_t cluster_end(const struct glyph *at, size_t from, size_t count) {
    size_t to = from + 1;
    while (to < count && at[to].cluster == at[from].cluster)
        to++;
    return to;
}

/* The first `count` glyphs, which stand for the text up to `text_end`. */
static void use_clusters(struct use *use, size_t count, size_t text_end) {
    const struct glyphs *word = use->word;
    for (size_t from = 0, to; from < count; from = to) {
        to = cluster_end(word->at, from, count);
        size_t start = word->at[from].cluster, end = text_end;
        if (word->right_to_left && from)
            end = word->at[from - 1].cluster;
        if (!word->right_to_left && to < count)
            end = word->at[to].cluster;
        struct str text = str_part(word->text, start, end > start ? end - start : 0);
        if (text.length && to - from == 1)
            show_text(use, from, text);
        else if (text.length)
            use_cluster(use, from, to, text);
        else
            use->readable = false;
    }
}

struct str pdf_hyphenated(const struct glyphs *word) {
    const struct glyph *hyphen = &word->at[word->count - 1];
    bool apart = hyphen->cluster > hyphen[-1].cluster;
    return str_part(word->text, 0, apart ? hyphen->cluster : word->text.length);
}

const struct glyphs *pdf_fonts_use(struct pdf_fonts *fonts, uint32_t index,
                                   const struct glyphs *word, bool soft_hyphen, bool *readable) {
    struct use use = {fonts, &fonts->list.at[index], word, NULL, true};
    for (size_t i = 0; i < word->count; i++)
        use_number(fonts, use.font, word->at[i].id, word->at[i].id);
    size_t count = word->count - (soft_hyphen ? 1u : 0u);
    use_clusters(&use, count, soft_hyphen ? pdf_hyphenated(word).length : word->text.length);
    if (soft_hyphen)
        show_text(&use, count, STR(SOFT_HYPHEN));
    *readable = use.readable;
    return use.copy ? use.copy : word;
}

void pdf_fonts_use_space(struct pdf_fonts *fonts, uint32_t index) {
    struct pdf_font *font = &fonts->list.at[index];
    uint16_t space = font->face->space_glyph;
    if (space == 0)
        return;
    use_number(fonts, font, space, space);
    if (!slot_of(font, space)->text)
        give_text(fonts, slot_of(font, space), STR(" "));
}

static int compare_glyphs(const void *a, const void *b) {
    const struct slot *left = a, *right = b;
    if (left->glyph != right->glyph)
        return left->glyph < right->glyph ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

/* The first slot is .notdef: it has the code 0. */
static void fix_slot(struct pdf_font *font, size_t index) {
    struct slot *slot = &font->slots.at[index];
    font->places[slot->number] = (uint16_t)(index + 1);
    slot->code = (uint16_t)index;
    if (font->face->cff)
        slot->code = font->cids ? font->cids[slot->glyph] : slot->glyph;
    int64_t advance = hb_font_get_glyph_h_advance(font->face->hb_font, slot->glyph);
    slot->width = (int32_t)divide_round(advance * 1000000, font->face->upem);
}

/* In the order of glyphs, which often is that of characters: they make ranges in /ToUnicode. */
static void fix_font(struct pdf_font *font) {
    qsort(font->slots.at + font->fixed, font->slots.count - font->fixed, sizeof *font->slots.at,
          compare_glyphs);
    for (; font->fixed < font->slots.count; font->fixed++)
        fix_slot(font, font->fixed);
}

void pdf_fonts_fix(struct pdf_fonts *fonts) {
    for (size_t i = 0; i < fonts->list.count; i++)
        fix_font(&fonts->list.at[i]);
}
