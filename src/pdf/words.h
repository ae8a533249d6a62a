/* Every shaped word of the document once, as the bytes of its TJ array: pages repeat few words. */
#ifndef PDF_WORDS_H
#define PDF_WORDS_H

#include "page/page.h"
#include "pdf/fonts.h"

/* Lengths are in millionths of an em. */
struct word {
    const struct glyphs *glyphs; /* with the font's numbers for glyphs */
    uint32_t font;
    uint32_t start, length;   /* inside a TJ array's string: "ab)-12(cd" */
    int32_t pen;              /* how far these bytes move the pen */
    bool raised;              /* a glyph stands off the baseline: size matters, no bytes here */
    const struct str *actual; /* for /ActualText, where the codes do not give the text; else NULL */
};

struct words;

struct words *encodings_new(struct pdf_fonts *fonts);
void encodings_free(struct words *words);
/* First over all items of the pages that come next, page by page and in order: notes words and
 * glyphs. What was noted of pages before is forgotten. */
void words_restart(struct words *words);
void words_page(struct words *words);
void words_collect(struct words *words, const struct item *item);
/* Once pdf_fonts_fix has given out the codes. */
void words_encode(struct words *words);
/* Then from any thread, until there are more: the words of a page, one after the other as its items
 * have shown them. */
struct noted {
    const struct words *words;
    size_t next;
};
struct noted words_noted(const struct words *words, size_t page);
const struct word *noted_next(struct noted *noted);
struct str words_bytes(const struct words *words, const struct word *word);

/* A pen and what was shown with it: glyph positions are exact to half a thousandth of an em,
 * because each adjustment is made from the true position. */
struct pen {
    struct buffer *out;
    const struct pdf_font *font;
    int64_t at; /* millionths of an em */
    bool open;  /* a string is open: "[(" was written */
};
void pen_open(struct pen *pen);
void pen_close(struct pen *pen); /* ")]TJ" */
/* Moves to `target` by a number of the TJ array. */
void pen_move(struct pen *pen, int64_t target);
/* Shows bytes of a TJ array's string that move the pen by so much. */
void pen_bytes(struct pen *pen, struct str bytes, int64_t moves);
/* Shows a glyph or alias, and moves by its width. */
void pen_glyph(struct pen *pen, uint16_t glyph);
/* Shows the word from where the pen is, without vertical offsets. */
void pen_glyphs(struct pen *pen, const struct glyphs *glyphs, int32_t tracking);

#endif
