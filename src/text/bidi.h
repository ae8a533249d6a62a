/* Directions: UAX #9 through ICU. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include "base/arena.h"
#include "base/str.h"

/* True when some character may be written from right to left, or steers direction. */
bool bidi_needed(struct str text);

enum bidi_base { BIDI_LEFT_TO_RIGHT, BIDI_RIGHT_TO_LEFT, BIDI_AUTOMATIC };

/* The embedding level of each byte of `text` (all bytes of a character alike), allocated from
 * `arena`; *right_to_left is the paragraph's direction. */
uint8_t *bidi_levels(struct str text, enum bidi_base base, struct arena *arena,
                     bool *right_to_left);

/* Rule L2: order[i] is which of the `count` units stands i-th from the left. */
void bidi_order(const uint8_t *levels, size_t count, uint32_t *order);

#endif
