/* A grid of dark and light squares as few rectangles. */
#ifndef PDF_SQUARES_H
#define PDF_SQUARES_H

#include "base/str.h"

/* Puts "x y w h re" for the dark squares of side*side bytes, a grid whose top left corner is at
 * (left, top) and that is `size` wide, in thousandths of a point, y upwards. Equal runs of
 * neighbouring rows become one rectangle: fewer edges, fewer seams on the screen. */
void squares_put(struct buffer *out, const uint8_t *bits, uint32_t side, int64_t left, int64_t top,
                 int64_t size);

#endif
