#include "pdf/words.h"
#include "base/array.h"
#include "pdf/map.h"
#include "pdf/number.h"
#include "pdf/string.h"
#include <string.h>

enum { MILLION = 1000000 };
/* Nobody sees fewer thousandths of an em: at 10 pt these are 0.01 mm. As every move is made from
 * the true place of the pen, what is left out does not add up. */
enum { LEAST_MOVE = 4 };

struct words {
    struct pdf_fonts *fonts;
    struct arena *arena;
    ARRAY(struct word) list;
    size_t encoded; /* those before have bytes */
    struct map by_glyphs;
    ARRAY(uint32_t) noted; /* of all items, by their place in the list */
    ARRAY(size_t) pages;   /* where those of each page begin */
    struct buffer bytes;
};

struct words *encodings_new(struct pdf_fonts *fonts) {
    struct arena *arena = arena_new();
    struct words *words = arena_make(arena, struct words, 1);
    words->fonts = fonts;
    words->arena = arena;
    return words;
}

void encodings_free(struct words *words) {
    if (!words)
        return;
    buffer_free(&words->bytes);
    arena_free(words->arena);
}

static bool ends_in_soft_hyphen(const struct placed *placed) {
    return placed->flags & PLACED_SOFT_HYPHEN && !placed->glyphs->right_to_left &&
           placed->glyphs->count > 1;
}

/* Words are aligned, so that the lowest bit is free to tell a word from itself with a hyphen. */
static uint64_t key_of(const struct placed *placed) {
    return (uint64_t)(uintptr_t)placed->glyphs | (ends_in_soft_hyphen(placed) ? 1 : 0);
}

static bool has_raised_glyph(const struct glyphs *glyphs) {
    for (size_t i = 0; glyphs->shifts && i < glyphs->count; i++)
        if (glyphs->shifts[i].dy)
            return true;
    return false;
}

static const struct str *actual_text(struct arena *arena, const struct glyphs *glyphs,
                                     bool hyphen) {
    struct str *text = arena_make(arena, struct str, 1);
    *text = hyphen ? str_join(arena, pdf_hyphenated(glyphs), STR(SOFT_HYPHEN)) : glyphs->text;
    return text;
}

static uint32_t collect_word(struct words *words, const struct placed *placed) {
    struct word word = {.font = pdf_fonts_index(words->fonts, placed->glyphs->face)};
    bool hyphen = ends_in_soft_hyphen(placed), readable;
    word.glyphs = pdf_fonts_use(words->fonts, word.font, placed->glyphs, hyphen, &readable);
    if (!readable)
        word.actual = actual_text(words->arena, placed->glyphs, hyphen);
    word.raised = has_raised_glyph(word.glyphs);
    uint32_t index = (uint32_t)words->list.count;
    map_add(&words->by_glyphs, words->arena, key_of(placed), index);
    array_push(&words->list, words->arena, word);
    return index;
}

/* Of lines from right to left the words are shown from the left: a space then comes in the font of
 * another word than the one it stands before in the text. */
static bool has_reversed_words(const struct item *item) {
    for (uint32_t i = 0; i < item->text.count; i++)
        if (item->text.words[i].glyphs->right_to_left)
            return true;
    return false;
}

void words_restart(struct words *words) {
    words->noted.count = words->pages.count = 0;
}

void words_page(struct words *words) {
    array_push(&words->pages, words->arena, words->noted.count);
}

void words_collect(struct words *words, const struct item *item) {
    if (item->kind != ITEM_TEXT)
        return;
    bool reversed = has_reversed_words(item);
    for (uint32_t i = 0; i < item->text.count; i++) {
        const struct placed *placed = &item->text.words[i];
        uint32_t index = map_find(&words->by_glyphs, key_of(placed));
        if (index == UINT32_MAX)
            index = collect_word(words, placed);
        array_push(&words->noted, words->arena, index);
        if (reversed || (placed->flags & PLACED_SPACE))
            pdf_fonts_use_space(words->fonts, words->list.at[index].font);
    }
}

struct noted words_noted(const struct words *words, size_t page) {
    return (struct noted){words, words->pages.at[page]};
}

const struct word *noted_next(struct noted *noted) {
    return &noted->words->list.at[noted->words->noted.at[noted->next++]];
}

struct str words_bytes(const struct words *words, const struct word *word) {
    return (struct str){words->bytes.at + word->start, word->length};
}

static void encode_word(struct words *words, struct word *word) {
    struct pen pen = {&words->bytes, pdf_fonts_at(words->fonts, word->font), 0, true};
    word->start = (uint32_t)words->bytes.length;
    pen_glyphs(&pen, word->glyphs, 0);
    word->length = (uint32_t)(words->bytes.length - word->start);
    word->pen = (int32_t)pen.at;
}

void words_encode(struct words *words) {
    for (; words->encoded < words->list.count; words->encoded++)
        if (!words->list.at[words->encoded].raised)
            encode_word(words, &words->list.at[words->encoded]);
}

void pen_open(struct pen *pen) {
    if (!pen->open)
        buffer_bytes(pen->out, "[(", 2);
    pen->open = true;
}

void pen_close(struct pen *pen) {
    if (pen->open)
        buffer_bytes(pen->out, ")]TJ\n", 5);
    pen->open = false;
}

void pen_move(struct pen *pen, int64_t target) {
    int64_t thousandths = divide_round(target - pen->at, 1000);
    if (thousandths > -LEAST_MOVE && thousandths < LEAST_MOVE)
        return;
    struct buffer *out = pen->out;
    buffer_need(out, NUMBER_ROOM + 2);
    char *at = out->at + out->length;
    *at++ = pen->open ? ')' : '[';
    at = number_put(at, -thousandths);
    *at++ = '(';
    out->length = (size_t)(at - out->at);
    pen->open = true;
    pen->at += thousandths * 1000;
}

void pen_bytes(struct pen *pen, struct str bytes, int64_t moves) {
    pen_open(pen);
    buffer_str(pen->out, bytes);
    pen->at += moves;
}

void pen_glyph(struct pen *pen, uint16_t glyph) {
    pen_open(pen);
    struct buffer *out = pen->out;
    buffer_need(out, 2 * STRING_BYTE_ROOM);
    const struct slot *slot = pdf_font_slot(pen->font, glyph);
    char *at = string_byte(out->at + out->length, (uint8_t)(slot->code >> 8));
    at = string_byte(at, (uint8_t)slot->code);
    out->length = (size_t)(at - out->at);
    pen->at += slot->width;
}

void pen_glyphs(struct pen *pen, const struct glyphs *glyphs, int32_t tracking) {
    int64_t origin = pen->at, advanced = 0, upem = pen->font->face->upem;
    for (size_t i = 0; i < glyphs->count; i++) {
        int64_t shift = glyphs->shifts ? glyphs->shifts[i].dx : 0;
        int64_t place = divide_round((advanced + shift) * MILLION, upem);
        pen_move(pen, origin + place + (int64_t)i * tracking * 1000);
        pen_glyph(pen, glyphs->at[i].id);
        advanced += glyphs->at[i].advance;
    }
}
