#include "text/shape.h"
#include "base/array.h"
#include "base/locale.h"
#include "text/opportunities.h"
#include "text/pairs.h"
#include "text/wide_marks.h"
#include <string.h>
#include <unicode/uscript.h>

enum { FIRST_SLOTS = 4096, MOST_POINTS = 48, KEY_FLAGS = WORD_RIGHT_TO_LEFT | WORD_HYPHEN };

struct entry {
    uint64_t hash;
    struct word *word;
};

struct words {
    const struct fonts *fonts;
    struct hyphenation *hyphenation;
    struct arena *arena, *scratch;
    ARRAY(struct style *) styles;
    struct style *recent;  /* the others follow: runs mostly look like one of the last */
    struct entry *entries; /* open addressing, linear probing; a power of two of them */
    size_t capacity, count;
    hb_buffer_t *buffer;
};

struct words *words_new(const struct fonts *fonts, struct hyphenation *hyphenation,
                        struct arena *arena) {
    struct words *words = arena_make(arena, struct words, 1);
    words->fonts = fonts;
    words->hyphenation = hyphenation;
    words->arena = arena;
    words->scratch = arena_new();
    words->capacity = FIRST_SLOTS;
    words->entries = arena_make(arena, struct entry, FIRST_SLOTS);
    words->buffer = hb_buffer_create();
    return words;
}

void words_free(struct words *words) {
    hb_buffer_destroy(words->buffer);
    arena_free(words->scratch);
}

static uint8_t features_of(const struct text_run *run) {
    return (uint8_t)((run->tabular ? FEATURE_TABULAR : 0) | (run->oldstyle ? FEATURE_OLDSTYLE : 0) |
                     (run->smallcaps ? FEATURE_SMALLCAPS : 0) |
                     (run->tracking ? FEATURE_NO_LIGATURES : 0));
}

static bool style_is(const struct style *style, const struct text_run *run, uint8_t features) {
    return style->wish.family == run->family && style->wish.bold == run->bold &&
           style->wish.italic == run->italic && style->features == features &&
           str_equal(style->wish.language, run->language);
}

static void hyphen_choose(struct style *style) {
    hb_font_t *font = style->wish.face->hb_font;
    hb_codepoint_t glyph = 0;
    style->hyphen = hb_font_get_nominal_glyph(font, 0x2010, &glyph) ? 0x2010 : '-';
    if (style->hyphen == '-')
        hb_font_get_nominal_glyph(font, '-', &glyph);
    style->hyphen_advance = hb_font_get_glyph_h_advance(font, glyph);
}

static struct edge style_edge(struct words *words, const struct style *style, uint32_t c) {
    struct edge edge =
        edge_find(style->edges, style->wish.face, style->hb_language, c, words->arena);
    if (style->features & FEATURE_TABULAR) /* figures stay in their columns */
        edge.white_before = edge.white_after = 0;
    return edge;
}

static const struct style *style_add(struct words *words, const struct text_run *run,
                                     uint8_t features) {
    const struct face *face = family_face(words->fonts, run->family, run->bold, run->italic);
    if (!face)
        return NULL;
    struct style *style = arena_make(words->arena, struct style, 1);
    style->wish = (struct wish){.fonts = words->fonts,
                                .family = run->family,
                                .face = face,
                                .bold = run->bold,
                                .italic = run->italic,
                                .language = str_copy(words->arena, run->language),
                                .script = script_of_language(run->language)};
    style->features = features;
    style->number = (uint16_t)words->styles.count;
    style->hb_language = hb_language_from_string(run->language.at ? run->language.at : "",
                                                 (int)run->language.length);
    style->tracks = language_tracks(run->language);
    style->dictionary = hyphenation_find(words->hyphenation, run->language);
    style->edges = arena_make(words->arena, struct edges_known, 1);
    style->pairs = pairs_new(style, words->arena);
    hyphen_choose(style);
    style->hyphen_hang = style_edge(words, style, style->hyphen).hang_end;
    style->earlier = words->recent;
    array_push(&words->styles, words->arena, style);
    return words->recent = style;
}

const struct style *style_find(struct words *words, const struct text_run *run) {
    uint8_t features = features_of(run);
    for (struct style **link = &words->recent; *link; link = &(*link)->earlier) {
        struct style *style = *link;
        if (!style_is(style, run, features))
            continue;
        *link = style->earlier;
        style->earlier = words->recent;
        return words->recent = style;
    }
    return style_add(words, run, features);
}

const struct style *style_at(const struct words *words, uint16_t number) {
    return words->styles.at[number];
}

unsigned style_features(const struct style *style, hb_feature_t features[STYLE_FEATURES]) {
    static const struct {
        uint8_t feature;
        hb_tag_t tag;
        uint32_t value;
    } table[STYLE_FEATURES] = {
        {FEATURE_TABULAR, HB_TAG('t', 'n', 'u', 'm'), 1},
        {FEATURE_OLDSTYLE, HB_TAG('o', 'n', 'u', 'm'), 1},
        {FEATURE_SMALLCAPS, HB_TAG('s', 'm', 'c', 'p'), 1},
        {FEATURE_NO_LIGATURES, HB_TAG('l', 'i', 'g', 'a'), 0},
    };
    unsigned count = 0;
    for (size_t i = 0; i < STYLE_FEATURES; i++)
        if (style->features & table[i].feature)
            features[count++] = (hb_feature_t){table[i].tag, table[i].value, 0, (unsigned)-1};
    return count;
}

hb_script_t shaping_script(int script) {
    return hb_script_from_string(uscript_getShortName((UScriptCode)script), 4);
}

/* `hyphen`: 0, or the code point to set after the text. */
static struct glyphs *part_shape(struct words *words, const struct style *style, struct str text,
                                 const struct part *part, bool right_to_left, uint32_t hyphen) {
    hb_buffer_t *buffer = words->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.at, (int)text.length, (unsigned)part->from, (int)part->length);
    if (hyphen)
        hb_buffer_add(buffer, hyphen, (unsigned)(part->from + part->length));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, shaping_script(part->script));
    hb_buffer_set_language(buffer, style->hb_language);
    hb_feature_t features[STYLE_FEATURES];
    unsigned feature_count = style_features(style, features);
    hb_shape(part->face->hb_font, buffer, features, feature_count);

    struct glyphs *glyphs = glyphs_take(buffer, (uint32_t)part->from, words->arena);
    glyphs->face = part->face;
    glyphs->text = str_part(text, part->from, part->length);
    glyphs->right_to_left = right_to_left;
    return glyphs;
}

/* The blank of a wide mark, from the face that has it, in the units of the style's own. */
static int16_t blank_of(const struct style *style, const struct glyphs *glyphs, uint32_t c,
                        bool end) {
    if (glyphs->count == 0)
        return 0;
    uint32_t glyph = glyphs->at[end ? glyphs->count - 1 : 0].id;
    int32_t share = edge_blank(glyphs->face, c, glyph, end);
    return (int16_t)(share * (int64_t)style->wish.face->upem / 1000);
}

/* The edges of a word from left to right, in the style's own face; in others the blanks of marks
 * alone. */
static void edges_set(struct words *words, const struct style *style, struct word *word) {
    if ((word->flags & WORD_RIGHT_TO_LEFT) || word->part_count == 0 || word->text.length == 0)
        return;
    const char *from = word->text.at, *end = from + word->text.length;
    const struct glyphs *first = word->parts[0], *last = word->parts[word->part_count - 1];
    uint32_t c = utf8_next(&from, end);
    if (first->face == style->wish.face)
        word->first = style_edge(words, style, c);
    else
        word->first.hang_start = blank_of(style, first, c, false);
    from = end - 1;
    while (from > word->text.at && ((uint8_t)*from & 0xC0) == 0x80)
        from--;
    c = utf8_next(&from, end);
    if (last->face == style->wish.face)
        word->last = style_edge(words, style, c);
    else
        word->last.hang_end = blank_of(style, last, c, true);
}

static struct word *word_new(struct words *words, const struct style *style, struct str text,
                             uint8_t flags, size_t parts) {
    size_t size = sizeof(struct word) + parts * sizeof(const struct glyphs *);
    struct word *word = arena_alloc(words->arena, size + text.length);
    word->text = (struct str){memcpy((char *)word + size, text.at, text.length), text.length};
    word->style = style->number;
    word->flags = flags;
    word->part_count = (uint16_t)parts;
    return word;
}

static struct word *word_shape(struct words *words, const struct style *style, struct str text,
                               uint8_t flags) {
    struct arena_mark mark = arena_mark(words->scratch);
    struct part *parts;
    bool missing, right_to_left = flags & WORD_RIGHT_TO_LEFT;
    size_t count = itemize(&style->wish, text, words->scratch, &parts, &missing);
    struct word *word = word_new(words, style, text, flags, count);
    if (missing)
        word->flags |= WORD_MISSING;
    for (size_t i = 0; i < count; i++) {
        uint32_t hyphen = i + 1 == count && (flags & WORD_HYPHEN) ? style->hyphen : 0;
        struct glyphs *glyphs =
            part_shape(words, style, word->text, &parts[i], right_to_left, hyphen);
        if (count == 1 && parts->face == style->wish.face && !right_to_left)
            pairs_learn(style->pairs, parts->script, glyphs, hyphen);
        wide_marks_close(glyphs);
        word->parts[i] = glyphs;
    }
    arena_rewind(words->scratch, mark);
    return word;
}

/* As word_shape, from what is known of the letters; NULL where that is not enough. */
static struct word *word_compose(struct words *words, const struct style *style, struct str text,
                                 uint8_t flags) {
    if (flags & WORD_RIGHT_TO_LEFT)
        return NULL;
    struct glyphs *glyphs =
        pairs_compose(style->pairs, text, flags & WORD_HYPHEN ? style->hyphen : 0);
    if (!glyphs)
        return NULL;
    struct word *word = word_new(words, style, text, flags, 1);
    glyphs->text = word->text;
    wide_marks_close(glyphs);
    word->parts[0] = glyphs;
    return word;
}

static struct word *word_make(struct words *words, const struct style *style, struct str text,
                              uint8_t flags) {
    struct word *word = word_compose(words, style, text, flags);
    if (!word)
        word = word_shape(words, style, text, flags);
    edges_set(words, style, word);
    return word;
}

static void entries_grow(struct words *words) {
    size_t capacity = words->capacity * 2;
    struct entry *entries = arena_make(words->arena, struct entry, capacity);
    for (size_t i = 0; i < words->capacity; i++) {
        if (!words->entries[i].word)
            continue;
        size_t at = words->entries[i].hash & (capacity - 1);
        while (entries[at].word)
            at = (at + 1) & (capacity - 1);
        entries[at] = words->entries[i];
    }
    arena_drop(words->arena, words->entries, words->capacity * sizeof *entries);
    words->entries = entries;
    words->capacity = capacity;
}

static uint64_t mixed(uint64_t hash, uint16_t style, uint8_t flags) {
    hash ^= ((uint64_t)style << 8 | flags) * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 32;
    return hash * UINT64_C(0xD6E8FEB86659FD93) ^ hash >> 29;
}

const struct word *word_find(struct words *words, const struct style *style, struct str text,
                             uint8_t flags) {
    uint64_t hash = mixed(str_hash(text), style->number, flags);
    size_t at = hash & (words->capacity - 1);
    for (; words->entries[at].word; at = (at + 1) & (words->capacity - 1)) {
        const struct word *word = words->entries[at].word;
        if (words->entries[at].hash == hash && word->style == style->number &&
            (word->flags & KEY_FLAGS) == flags && str_equal(word->text, text))
            return word;
    }
    struct word *word = word_make(words, style, text, flags);
    words->entries[at] = (struct entry){hash, word};
    if (++words->count * 2 > words->capacity)
        entries_grow(words);
    return word;
}

bool word_point(const struct word *word, uint16_t offset, struct hyphen_point *point) {
    if (word->part_count != 1 || (word->flags & WORD_RIGHT_TO_LEFT))
        return false;
    const struct glyphs *glyphs = word->parts[0];
    *point = (struct hyphen_point){.offset = offset};
    while (point->glyphs < glyphs->count && glyphs->at[point->glyphs].cluster < offset)
        point->advance += glyphs->at[point->glyphs++].advance;
    return point->glyphs > 0 && point->glyphs < glyphs->count;
}

void word_judge(struct words *words, const struct word *constant) {
    struct word *word = (struct word *)constant;
    if (word->flags & WORD_JUDGED)
        return;
    word->flags |= WORD_JUDGED;
    word->traits = word_traits(word->text, words->styles.at[word->style]->wish.language);
}

void word_divide(struct words *words, const struct word *constant) {
    struct word *word = (struct word *)constant;
    if (word->flags & WORD_DIVIDED)
        return;
    word->flags |= WORD_DIVIDED;
    const struct style *style = words->styles.at[word->style];
    if (!style->dictionary)
        return;
    uint16_t offsets[MOST_POINTS];
    size_t count = hyphenate(style->dictionary, word->text, offsets, MOST_POINTS);
    if (count == 0)
        return;
    struct hyphen_point *points = arena_make(words->arena, struct hyphen_point, count);
    for (size_t i = 0; i < count; i++)
        if (word_point(word, offsets[i], &points[word->point_count]))
            word->point_count++;
    word->points = points;
}

sp word_width(const struct word *word, sp size, int32_t tracking, int32_t expansion) {
    sp width = 0;
    for (size_t i = 0; i < word->part_count; i++)
        width += glyphs_width(word->parts[i], size, tracking, expansion);
    return width;
}
