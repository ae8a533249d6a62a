/* Words put together from pairs of letters. Where a font does nothing with plain letters but kern
 * each with the next, the pairs of the words that HarfBuzz has shaped make up others. */
#ifndef TEXT_PAIRS_H
#define TEXT_PAIRS_H

#include "font/glyphs.h"

struct style;

/* What is known of the letters of one style. All of it is owned by `arena`; the style must outlive
 * it. */
struct pairs;
struct pairs *pairs_new(const struct style *style, struct arena *arena);

/* The glyphs of a word from left to right as HarfBuzz would set them, allocated from the arena of
 * the pairs; NULL when they are not known. `hyphen`: 0, or the code point to set after the text. */
struct glyphs *pairs_compose(struct pairs *pairs, struct str text, uint32_t hyphen);
/* Takes note of a word that HarfBuzz shaped from left to right, whose `script` is ICU's number. */
void pairs_learn(struct pairs *pairs, int script, const struct glyphs *glyphs, uint32_t hyphen);

#endif
