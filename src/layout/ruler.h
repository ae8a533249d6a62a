/* Where the strips of a flow stand in one endless column. How far a column is filled that begins on
 * the grid follows from two of its marks, up to a strip whose place depends on more than on what
 * stands right before it. */
#ifndef LAYOUT_RULER_H
#define LAYOUT_RULER_H

#include "layout/strip.h"

/* One a strip; y from the top of the endless column. */
struct mark {
    sp top, bottom;
    sp low;          /* down to where strips so far reach, with the room that they ask for */
    uint32_t places; /* that may take lines of the grid more, so far */
    int32_t penalty; /* of a break after the strip */
    uint32_t plain;  /* the next strip, or this one, of which the above does not hold */
};

struct mark *ruler_make(const struct strip *strips, size_t count, sp grid, struct arena *arena);

/* The first strip from `start` on that is not plain or reaches below `low`. */
size_t ruler_reach(const struct mark *ruler, size_t start, sp low);

#endif
