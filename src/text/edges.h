/* What a character does at the edge of a word: kerning with the white beside it, and how far it
 * hangs in the margin where it begins or ends a line. */
#ifndef TEXT_EDGES_H
#define TEXT_EDGES_H

#include "base/arena.h"
#include "font/fonts.h"

/* Font units of the face. */
struct edge {
    int16_t white_before, white_after; /* negative: white comes nearer */
    int16_t hang_start, hang_end;      /* 0 or more */
};

/* Edges met so far with one face, script and language. Zeroed: none yet. */
struct edges_known {
    struct edge_slot *pages[192]; /* of 64 code points; what lies beyond U+2FFF has no edges */
};

/* The edge of a character in `face`. `hb_language` is a hb_language_t. New pages are owned by
 * `arena`. */
struct edge edge_find(struct edges_known *known, const struct face *face, const void *hb_language,
                      uint32_t code_point, struct arena *arena);

/* How far the mark stands out when it begins or ends a line, if it is one of those that are as wide
 * as an ideograph and half blank: by the blank, at most half an em (JIS X 4051); else 0, as for the
 * marks of Taiwan, which stand in the middle. `glyph` is the one it got, which depends on the
 * language. Thousandths of an em. */
int32_t edge_blank(const struct face *face, uint32_t code_point, uint32_t glyph, bool end);

#endif
