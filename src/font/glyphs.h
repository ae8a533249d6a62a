/* A shaped word: what the cache holds, what a page item points at. Independent of size. */
#ifndef FONT_GLYPHS_H
#define FONT_GLYPHS_H

#include "font/fonts.h"

struct hb_buffer_t;

struct glyph {
    uint16_t id;
    uint16_t cluster;  /* byte offset into the text */
    int32_t advance;   /* font units */
};

/* How far a glyph stands from the pen, font units; dy upwards. */
struct glyph_shift {
    int16_t dx, dy;
};

/* Glyphs in visual order. */
struct glyphs {
    const struct face *face;
    struct str text;   /* logical order; what a reader copies out */
    int32_t advance;   /* sum, font units */
    uint16_t count;
    uint8_t right_to_left;
    const struct glyph_shift *shifts; /* of each glyph; NULL: all stand at the pen, as mostly */
    struct glyph at[];
};

/* The glyphs as HarfBuzz has them in `buffer`, whose clusters count from `from`, allocated from
 * `arena`; the caller sets face, text and direction. */
struct glyphs *glyphs_take(struct hb_buffer_t *buffer, uint32_t from, struct arena *arena);

enum placed_flags {
    PLACED_SPACE = 1,      /* a word space of the text stands before it on the line */
    PLACED_SOFT_HYPHEN = 2 /* its last glyph is a hyphen that is not in the text */
};

/* A word where a line puts it. 16 bytes. */
struct placed {
    const struct glyphs *glyphs;
    int32_t x;       /* sp from the start edge of the measure (left edge), before expansion of this word */
    uint16_t run;    /* index of the run it belongs to */
    uint16_t flags;
};

/* Width in sp at `size`, with `tracking` (1/1000 em) after each glyph and `expansion` (1/10000 of the
 * natural width, 10000 is none). */
sp glyphs_width(const struct glyphs *glyphs, sp size, int32_t tracking, int32_t expansion);

#endif
