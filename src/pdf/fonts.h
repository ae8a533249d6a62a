/* The fonts of a document: which glyphs are used for which text, what codes they have in the page
 * contents, and the embedded subsets. The only file of pdf/ that knows HarfBuzz is fonts.c. */
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "font/glyphs.h"
#include "pdf/writer.h"

/* One face as the contents use it. Widths are in millionths of an em, exactly as /W has them. */
struct pdf_font {
    const struct face *face;
    uint32_t number; /* of the Type0 dictionary */
    uint16_t *codes; /* by glyph: what stands in the strings; valid after fonts_fix */
    int32_t *widths; /* by glyph; valid after fonts_fix */
    uint8_t *used;   /* by glyph */
    uint32_t *text;  /* by glyph: index + 1 into the texts, 0 none yet */
    struct font_subset *subset;
};

struct pdf_fonts;

struct pdf_fonts *pdf_fonts_new(struct writer *writer, struct arena *arena);
void pdf_fonts_free(struct pdf_fonts *fonts);
size_t pdf_fonts_count(const struct pdf_fonts *fonts);
const struct pdf_font *pdf_fonts_at(const struct pdf_fonts *fonts, uint32_t index);

/* The index of the face's font; added on first use. */
uint32_t pdf_fonts_index(struct pdf_fonts *fonts, const struct face *face);
/* Notes the glyphs of a word and the text that each stands for. `count` glyphs of it stand for text
 * (all but a hyphen that is not in the text). False when a reader that takes the text from the
 * glyphs alone would not get it: then the word needs an /ActualText. */
bool pdf_fonts_use(struct pdf_fonts *fonts, uint32_t font, const struct glyphs *word, size_t count);
/* Notes the space of a font as used. */
void pdf_fonts_use_space(struct pdf_fonts *fonts, uint32_t font);

/* After the last use: plans the subsets and gives every used glyph its code and width. */
bool pdf_fonts_fix(struct pdf_fonts *fonts, struct diag *diag);
/* Writes the fonts. */
bool pdf_fonts_write(struct pdf_fonts *fonts, struct diag *diag);

#endif
