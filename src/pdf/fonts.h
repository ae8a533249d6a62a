/* The fonts of a document: which glyphs are used for which text, what codes they have in the page
 * contents, and the embedded subsets. Only fonts.c and fonts_write.c know HarfBuzz. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "base/array.h"
#include "font/glyphs.h"
#include "pdf/writer.h"

/* A glyph in use, with one of the texts that it stands for. */
struct slot {
    uint16_t number; /* the glyph, or an alias: see below */
    uint16_t glyph;
    uint16_t code; /* what stands in the strings; valid after pdf_fonts_fix */
    int32_t width; /* millionths of an em, exactly as /W has it; valid after pdf_fonts_fix */
    uint32_t text; /* index + 1 into the texts, 0 none yet */
};

/* One face as the contents use it. A glyph that stands for a second text is given a second number:
 * an alias, counted on from the face's last glyph. */
struct pdf_font {
    const struct face *face;
    uint32_t number;          /* of the Type0 dictionary */
    uint16_t *places;         /* by number: index + 1 into the slots, 0 not in use */
    ARRAY(struct slot) slots; /* the first `fixed` have codes */
    size_t fixed;
    size_t alias_count, alias_most;
    uint16_t *cids; /* by glyph, of a CFF that has them; else NULL */
    struct font_subset *subset;
};

/* The slot of a glyph or alias that is in use. */
static inline const struct slot *pdf_font_slot(const struct pdf_font *font, uint16_t number) {
    return &font->slots.at[font->places[number] - 1];
}

struct pdf_fonts;

#define SOFT_HYPHEN "\xC2\xAD"
/* The text of a word of at least two glyphs without the hyphen that a line end has put to it. */
struct str pdf_hyphenated(const struct glyphs *word);

struct pdf_fonts *pdf_fonts_new(struct writer *writer, struct arena *arena);
void pdf_fonts_free(struct pdf_fonts *fonts);
size_t pdf_fonts_count(const struct pdf_fonts *fonts);
const struct pdf_font *pdf_fonts_at(const struct pdf_fonts *fonts, uint32_t index);

/* The index of the face's font; added on first use. */
uint32_t pdf_fonts_index(struct pdf_fonts *fonts, const struct face *face);
/* Notes the glyphs of a word and the text that each stands for; the last one stands for a soft
 * hyphen (U+00AD) when `soft_hyphen` says so. Returns the word with numbers for glyphs, itself when
 * these are the same. *readable is false when a reader that takes the text from the codes alone
 * would not get it: then the word needs an /ActualText. */
const struct glyphs *pdf_fonts_use(struct pdf_fonts *fonts, uint32_t font,
                                   const struct glyphs *word, bool soft_hyphen, bool *readable);
/* Notes the space of a font as used. */
void pdf_fonts_use_space(struct pdf_fonts *fonts, uint32_t font);

/* Gives every slot that has come into use its code and width. The same uses between the same calls
 * give the same codes. */
void pdf_fonts_fix(struct pdf_fonts *fonts);
/* After the last use: makes the subsets and writes the fonts; a fault when one cannot be made. */
bool pdf_fonts_write(struct pdf_fonts *fonts, struct diag *diag);

#endif
